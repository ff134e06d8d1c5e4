#!/bin/sh
# gouji over many reports beside one wc -m over the same files: batch.sh GOUJI ACCURACY
# BATCH. N text reports of every layout and PAGES web pages are made by ACCURACY
# (tests/accuracy; SEED repeats them). What is measured, and against which bars, says BATCH
# (tests/bench/batch.c).
set -eu
gouji=$1 accuracy=$2 batch=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The user's own rules have no part in it; switched off, all of them are.
mkdir -p "$work/all" "$work/none/gouji/rules"
"$gouji" rules --lang en | grep -oE '^ *[A-Z]+[0-9]*-[0-9]+' | sort -u |
    awk 'BEGIN { printf "{\"off\": [" }
         { printf "%s{\"id\": \"%s\", \"reason\": \"measured\", \"date\": \"2026-01-01\"}", s, $1; s = ", " }
         END { print "]}" }' >"$work/none/gouji/rules/off.json"
XDG_CONFIG_HOME=$work/none "$gouji" rules --lang en | grep -q ' = on 0 ' ||
    { echo "batch.sh: not every rule could be switched off" >&2; exit 2; }

# make NAME NUMBER CLASSES: NAME.list and, of the first tenth, NAME.few.
make_reports() {
    KEEPALL=1 KEEPMAX=1000000 KEEP=$work/$1 N=$2 CLASS=$3 SEED=${SEED:-1} "$accuracy" "$gouji" \
        >"$work/log" 2>&1 || [ -d "$work/$1" ] || { cat "$work/log"; exit 2; }
    find "$work/$1" -type f ! -name '*.truth' | sort >"$work/names"
    tr '\n' '\0' <"$work/names" >"$work/$1.list"
    head -n "$(($2 / 10))" "$work/names" | tr '\n' '\0' >"$work/$1.few"
    "$batch" "$gouji" "$work/$1.list" "$work/$1.few" "$1" "$work/all" "$work/none"
    rm -rf "${work:?}/$1"
}

make_reports text "${N:-10000}" A1,A2,A3,B1,B2,B3,B4,B5,B6,B7,B8,B9,C,D,E,F,MD,BOX,SP,PDF
make_reports html "${PAGES:-2000}" H
