#!/bin/sh
# Runs test programs (cmocka) and scripts given as arguments, one after the
# other, shows the output of those that fail, and counts the cases.
set -u
passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export CMOCKA_MESSAGE_OUTPUT=stdout
for program; do
    name=$(basename "$program")
    if timeout "${TEST_TIMEOUT:-300}" "$program" >"$log" 2>&1; then ended=0; else ended=$?; fi
    p=$(grep -c '^\[       OK \]' "$log")
    # cmocka names failed and skipped cases once more in its summary.
    f=$(grep -E '^\[  FAILED  \] [a-zA-Z]' "$log" | sort -u | wc -l)
    s=$(grep -E '^\[  SKIPPED \] [a-zA-Z]' "$log" | sort -u | wc -l)
    [ "$p$f$s" = 000 ] && [ $ended = 0 ] && p=1
    [ $ended != 0 ] && [ "$f" = 0 ] && f=1
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    if [ $ended = 0 ] && [ "$f" = 0 ]; then
        note=
        [ "$s" -gt 0 ] && note=", $s skipped: $(grep -ioE 'skipped?: .*' "$log" | head -n 1)"
        printf '  ok    %-32s %3d%s\n' "$name" "$p" "$note"
    else
        printf '  FAIL  %-32s (status %s)\n' "$name" "$ended"
        sed 's/^/        /' "$log" | tail -n "${TEST_LINES:-60}"
    fi
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
