#!/bin/sh
# The queue of very many reports: queue.sh GOUJI ACCURACY QUEUE. Some hundreds are made
# by ACCURACY (tests/accuracy; SEED repeats them) and copied under other names until there
# are REPORTS. What is measured, and against which bars, says QUEUE (tests/bench/queue.c).
set -eu
gouji=$1 accuracy=$2 queue=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
KEEPALL=1 KEEPMAX=1000000 KEEP=$work/made N=${N:-400} SEED=${SEED:-1} "$accuracy" "$gouji" \
    >"$work/log" 2>&1 || [ -d "$work/made" ]
mkdir "$work/many" "$work/few"
find "$work/made" -name '*.txt' | sort |
    awk -v n="${REPORTS:-10000}" -v to="$work" '
        { made[NR] = $0 }
        END { for (i = 0; NR && i < n; i++) {
                  printf "%s\n%s/many/%05d.txt\n", made[i % NR + 1], to, i
                  if (i < 100) printf "%s\n%s/few/%05d.txt\n", made[i % NR + 1], to, i } }' |
    xargs -n 2 -P 2 cp
"$queue" "$gouji" "$work/many" "$work/few" "${REPORTS:-10000}"
