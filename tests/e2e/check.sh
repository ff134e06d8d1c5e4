#!/bin/sh
# `gouji check` over many files: lists, threads, progress, ^C. The program:
# $GOUJI, else build/gouji. Prints a line for each case.
set -u
gouji=${GOUJI:-${BUILD:-build}/gouji}
if [ ! -x "$gouji" ] || ! ls data/samples/*.txt >/dev/null 2>&1; then
    echo "skipped: no $gouji or no data/samples"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

verdict() { # name, status
    if [ "$2" = 0 ]; then
        echo "[       OK ] $1"
    else
        echo "[  FAILED  ] $1"
        sed 's/^/    err: /' "$work/err" | head -n 5
        failed=1
    fi
}

ls data/samples/*.txt >"$work/list"
tr '\n' '\0' <"$work/list" >"$work/list0"
"$gouji" check --format jsonl $(cat "$work/list") >"$work/want" 2>"$work/err"
"$gouji" check -j2 --format jsonl --files-from "$work/list" >"$work/out" 2>"$work/err"
[ -s "$work/want" ] && cmp -s "$work/want" "$work/out"
verdict files_from_a_file $?
"$gouji" check --format jsonl --files-from - <"$work/list0" >"$work/out" 2>"$work/err"
[ -s "$work/want" ] && cmp -s "$work/want" "$work/out"
verdict files_from_standard_input_nul $?
"$gouji" check --format jsonl -0 --files-from - <"$work/list0" >"$work/out" 2>"$work/err"
[ -s "$work/want" ] && cmp -s "$work/want" "$work/out"
verdict nul_by_option $?
"$gouji" --lang en check --files-from - </dev/null >"$work/out" 2>"$work/err"
[ $? = 2 ] && grep -q 'names no file' "$work/err"
verdict an_empty_list_is_no_success $?

for i in $(seq 400); do cat "$work/list"; done >"$work/many"
: >"$work/err"
for format in json sarif junit; do
    # A slow machine may not have begun so soon: then there is nothing to stop yet.
    for seconds in 0.4 2 8; do
        timeout --preserve-status -s INT $seconds "$gouji" --lang en check --format $format \
            --files-from "$work/many" >"$work/out" 2>"$work/err"
        status=$?
        [ -s "$work/err" ] && break
    done
    if [ $status -le 2 ]; then
        echo "skipped: the machine was done before it could be stopped"
        continue
    fi
    case $format in
    json) [ "$(tail -n 1 "$work/out")" = ']' ] ;;
    sarif) [ "$(tail -n 1 "$work/out")" = '}]}' ] ;;
    junit) [ "$(tail -n 1 "$work/out")" = '</testsuites>' ] ;;
    esac && [ $status = 130 ] && grep -q '^gouji: stopped: [0-9]* of' "$work/err"
    verdict stopped_output_is_whole_$format $?
done
[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'gouji-check-*' -newer "$work/list" 2>/dev/null)" ]
verdict no_temporary_file_stays $?

"$gouji" check --format csv --files-from "$work/many" >"$work/out" 2>"$work/err"
[ ! -s "$work/err" ] && [ -s "$work/out" ]
verdict no_progress_in_a_pipe $?
if script -qec true /dev/null >/dev/null 2>&1; then
    script -qec "'$gouji' --lang en check -j1 --format csv --files-from '$work/many' >/dev/null" \
        /dev/null >"$work/err" 2>&1 </dev/null
    grep -q '[0-9]/[0-9]* \[#* *\] *[0-9]*%  [0-9]*/s  [0-9]*:[0-9][0-9] left' "$work/err"
    verdict progress_on_a_terminal $?
else
    echo "skipped: no script(1) to make a terminal with"
fi
exit $failed
