#!/bin/sh
# gouji over many reports beside one wc -m over the same files, in one run, by
# turns: batch.sh GOUJI ACCURACY. N reports of every layout are made by ACCURACY
# (tests/accuracy; SEED repeats them), those that are text are measured. The bar
# is printed beside the figures and never asserted.
set -eu
gouji=$1 accuracy=$2
runs=5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
KEEPALL=1 KEEPMAX=1000000 KEEP=$work/made N=${N:-2000} SEED=${SEED:-1} "$accuracy" "$gouji" \
    >"$work/log" 2>&1 || [ -d "$work/made" ]
find "$work/made" -name '*.txt' | sort >"$work/list"
tr '\n' '\0' <"$work/list" >"$work/list0"
count=$(wc -l <"$work/list")
[ "$count" -gt 0 ] || { cat "$work/log"; exit 2; }

# Milliseconds of a command.
clock() {
    began=$(date +%s%N)
    "$@" >/dev/null 2>&1 || [ $? -le 2 ]
    echo $((($(date +%s%N) - began) / 1000000))
}
check() { "$gouji" check -j2 --format jsonl --files-from "$work/list0"; }
characters() { LC_ALL=C.UTF-8 wc -m --files0-from="$work/list0"; }
median() { sort -n "$1" | sed -n "$((runs / 2 + 1))p"; }

characters >/dev/null
for turn in $(seq $runs); do
    clock check >>"$work/ours"
    clock characters >>"$work/theirs"
done
ours=$(median "$work/ours") theirs=$(median "$work/theirs")
printf 'check -j2 --format jsonl, %d reports, %d kB, median of %d   gouji %d ms   wc -m %d ms\n' \
    "$count" "$(xargs -0 cat <"$work/list0" | wc -c | awk '{ print int($1 / 1000) }')" \
    "$runs" "$ours" "$theirs"
awk -v a="$ours" -v b="$theirs" \
    'BEGIN { printf "  gouji / wc -m                    %.1f   (bar: at most 2.5)\n", a / (b ? b : 1) }'
