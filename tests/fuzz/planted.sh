#!/bin/sh
# planted.sh [TARGET...]: does each target find a bug? One is planted, in a copy
# of the tree, for each target in turn; the committed corpus must not show it,
# the fuzzer must within TIME seconds (default 120). Needs what make fuzz needs.
set -u
seconds=${TIME:-120}
work=$(mktemp -d "${TMPDIR:-/tmp}/gouji-planted.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree"
cp -Rp Makefile .ci data include src tests themes "$work/tree/"
export BUILD="$work/build"
# Objects of an earlier make fuzz BUILD save the first build.
[ -n "${OBJECTS-}" ] && cp -Rp "$OBJECTS" "$BUILD" && rm -rf "$BUILD/corpus" "$BUILD/findings"
cd "$work/tree" || exit 2

# The bug of a target: file, what stands there, what is put there.
bug() {
    case $1 in
    config) file=src/app/config.c from=' || n > ESC_DELAY_MAX_MS' to='' ;;
    decode) file=src/text/sanitise.c from='UC_CATEGORY_MASK_Co |' to='' ;;
    html) file=src/text/html.c from='ncolumns > HTML_MAX_COLUMNS)' to='ncolumns > HTML_MAX_COLUMNS + 1)' ;;
    journal) file=src/store/journal.c from='memcmp(p + nkey, head, 64) == 0' to='p[nkey] == *head' ;;
    json) file=src/base/json.c from='want == 0 || want > n)' to='want == 0 || want > n + 1)' ;;
    keys) file=src/app/loop.c from='COUNT_MAX = 100000000' to='COUNT_MAX = 1000000000' ;;
    layout) file=src/report/cell.c from='too_long = INT64_C(1000000000000)' to='too_long = INT64_C(1000000000000000000)' ;;
    report) file=src/text/decode.c from='str_code_point(out, 0xFFFD);' to='str_byte(out, (char)0xFF);' ;;
    rules) file=src/check/pattern.c from='size_t i = 0; name && i <' to='size_t i = 0; i <' ;;
    verdict) file=src/review/verdict_read.c from='strcmp(stored, hex) == 0' to='*hex' ;;
    *) return 1 ;;
    esac
}

plant() {
    cp "$file" "$work/whole"
    quoted=$(printf '%s' "$from" | sed 's/[][*.^$/]/\\&/g')
    sed -i "s/$quoted/$(printf '%s' "$to" | sed 's|/|\\/|g')/" "$file"
    ! cmp -s "$file" "$work/whole"
}

status=0
targets=$*
[ -n "$targets" ] || targets=$(ls tests/fuzz/fuzz_*.c | sed 's|.*/fuzz_||; s|\.c$||')
printf '%-9s %-28s %8s %12s  %s\n' target 'bug in' seconds executions found
for target in $targets; do
    if ! bug "$target" || ! plant; then
        echo "$target: the bug cannot be planted: \"$from\" does not stand in $file" >&2
        status=1
        continue
    fi
    make CC=clang MODE=fuzz BUILD="$BUILD" "$BUILD/tests/fuzz/fuzz_$target" >"$work/build.log" 2>&1 ||
        { tail "$work/build.log" >&2; exit 2; }
    FUZZ_DIR=$(mktemp -d "$work/dir.XXXXXX")
    export FUZZ_DIR
    corpus=$PWD/tests/fuzz/corpus/$target
    where="the corpus shows it"
    if "$BUILD/tests/fuzz/fuzz_$target" -runs=0 -artifact_prefix="$work/" "$corpus" >"$work/log" 2>&1; then
        where=NO
        mkdir -p "$work/grown"
        start=$(date +%s)
        "$BUILD/tests/fuzz/fuzz_$target" "-max_total_time=$seconds" -entropic=0 -mutate_depth=2 -max_len=20000 \
            -print_final_stats=1 "-dict=tests/fuzz/$target.dict" -artifact_prefix="$work/" \
            "$work/grown" "$corpus" >"$work/log" 2>&1 || where=yes
        took=$(($(date +%s) - start))
    else
        took=0
    fi
    [ "$where" = NO ] && status=1
    n=$(grep -o 'number_of_executed_units: *[0-9]*' "$work/log" | grep -o '[0-9]*$')
    printf '%-9s %-28s %8s %12s  %s\n' "$target" "$file" "$took" "$n" "$where"
    grep -hE 'broken promise|ERROR: AddressSanitizer|runtime error' "$work/log" | head -n 1 | sed 's/^/    /'
    cp "$work/whole" "$file"
    rm -rf "$work/grown" "$FUZZ_DIR"
done
exit $status
