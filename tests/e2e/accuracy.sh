#!/bin/sh
# Made-up reports with known truth in every class, read by gouji: fixed seeds, held to
# every bar, and a fresh one in which only what must never be fails; sound reports, on
# which no check may raise an error. N: reports a seed.
set -u
gouji=${GOUJI:-${BUILD:-build}/gouji}
accuracy=${BUILD:-build}/tests/accuracy/accuracy
if [ ! -x "$gouji" ] || [ ! -x "$accuracy" ]; then
    echo "skipped: no $gouji or no $accuracy"
    exit 0
fi
GOUJI_DATA=${GOUJI_DATA:-$PWD/data}
N=${N:-220}
export GOUJI_DATA N
unset CLASS KEEP
work=$(mktemp)
trap 'rm -f "$work"' EXIT
failed=0

try() { # name
    if "$accuracy" "$gouji" >"$work" 2>&1; then
        echo "[       OK ] $1"
    else
        echo "[  FAILED  ] $1"
        failed=1
    fi
    grep -E '^(SEED|all |below|sound|accuracy:)' "$work"
}

for seed in 1 2 3; do
    SEED=$seed try seed_$seed
done
SOUND=1 SEED=4 try sound_reports
SEED='' FEW=1 try fresh_seed
exit $failed
