#!/bin/sh
# run.sh SECONDS [TARGET...]: runs libFuzzer programs built below $BUILD for
# that long each, and says for each what it did. Found inputs stay in
# $BUILD/findings, the grown corpus in $BUILD/corpus. Status 1 after a finding; a
# target that does not end by itself, or stands still, is one.
set -u
seconds=${1:-60}
shift
targets=$*
[ -n "$targets" ] || targets=$(ls tests/fuzz/fuzz_*.c | sed 's|.*/fuzz_||; s|\.c$||')

FUZZ_DIR=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/gouji-fuzz.XXXXXX") || exit 2
export FUZZ_DIR
trap 'rm -rf "$FUZZ_DIR"' EXIT
BUILD=$(cd "$BUILD" && pwd)
mkdir -p "$BUILD/findings"
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:malloc_context_size=8:quarantine_size_mb=32} \
    UBSAN_OPTIONS=print_stacktrace=1

# The last number behind WORD in a log.
last() { grep -o "$2[: ]*[0-9]*" "$1" | tail -n 1 | grep -o '[0-9]*$'; }

status=0
printf '%-9s %12s %7s %9s %13s %9s\n' target executions edges inputs 'longest input' findings
for target in $targets; do
    corpus=$BUILD/corpus/$target log=$BUILD/$target.log
    mkdir -p "$corpus"
    dict=
    [ -f "tests/fuzz/$target.dict" ] && dict=-dict=tests/fuzz/$target.dict
    found=0
    timeout -k 10 $((seconds + 300)) "$BUILD/tests/fuzz/fuzz_$target" "-max_total_time=$seconds" -timeout=30 -rss_limit_mb=3072 \
        -print_final_stats=1 -entropic=0 -mutate_depth=2 -len_control=20 "-max_len=${MAX_LEN:-20000}" $dict ${FUZZ_FLAGS-} \
        "-artifact_prefix=$BUILD/findings/$target-" "$corpus" "$PWD/tests/fuzz/corpus/$target" \
        >"$log" 2>&1 || found=$?
    [ $found != 124 ] && [ $found != 137 ] || echo "ERROR: it did not end" >>"$log"
    [ $found = 0 ] || found=1
    longest=$(ls -l "$corpus" "tests/fuzz/corpus/$target" | awk '$5 > n { n = $5 } END { print n + 0 }')
    printf '%-9s %12s %7s %9s %13s %9s\n' "$target" "$(last "$log" number_of_executed_units)" \
        "$(last "$log" cov)" "$(ls "$corpus" | wc -l)" "$longest" "$found"
    if [ $found = 1 ]; then
        status=1
        grep -E 'broken promise|ERROR: |SUMMARY: |runtime error|Test unit written' "$log" |
            sort -u | sed 's/^/    /'
    fi
done
exit $status
