#!/bin/sh
# The command line as a user meets it: exit statuses, where messages go, full
# disks, readers that leave early, terminals. The program: $GOUJI, else
# build/gouji. Prints a line for each case.
set -u
gouji=${GOUJI:-${BUILD:-build}/gouji}
if [ ! -x "$gouji" ]; then
    echo "skipped: no $gouji"
    exit 0
fi
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
unset GOUJI_REVIEWER
failed=0

verdict() { # name, true or false
    if [ "$2" = 0 ]; then
        echo "[       OK ] $1"
    else
        echo "[  FAILED  ] $1"
        sed 's/^/    out: /' "$work/out" | head -n 5
        sed 's/^/    err: /' "$work/err" | head -n 5
        failed=1
    fi
}

# name, wanted status, wanted pattern in stderr ("" none), arguments
expect() {
    name=$1 status=$2 pattern=$3
    shift 3
    "$gouji" --lang en "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    good=0
    [ "$got" = "$status" ] || good=1
    if [ -n "$pattern" ]; then
        grep -q -- "$pattern" "$work/err" || good=1
        grep -v '^gouji: ' "$work/err" | grep -q . && good=1
    fi
    verdict "$name" $good
}

set -- data/samples/*.txt
sample=$1
[ -e "$sample" ] || sample=
printf '%%PDF-1.7\n' >"$work/a.pdf"
: >"$work/empty.txt"
mkdir "$work/none"
mkfifo "$work/fifo"

expect help_is_no_error 0 "" --help
grep -q 'gouji check' "$work/out"
verdict help_names_the_commands $?
expect version_is_no_error 0 "" --version
expect no_argument 2 'name the report'
expect unknown_option 2 'no option --oops' --oops
expect missing_file 2 'No such file' check "$work/missing"
expect screen_without_terminal 2 'gouji: ' "$work/missing"
expect pdf_names_the_command 2 'pdftotext' check "$work/a.pdf"
expect empty_file 2 'empty.txt' check "$work/empty.txt"
expect folder_without_reports 2 'none' check "$work/none"
expect fifo_does_not_hang 2 'fifo' check "$work/fifo"
expect show_of_no_report 2 'a.pdf' show "$work/a.pdf"
expect opinion_of_no_report 2 'a.pdf' opinion "$work/a.pdf"
expect rules_are_listed 0 "" rules

if [ -z "$sample" ]; then
    echo "skipped: no samples in data/samples"
    exit $failed
fi
printf '机关\r\n无此镇\r\n' >"$work/list.csv"
expect ledger_names_who_is_missing 0 "" ledger --expected "$work/list.csv" data/samples
grep -q '无此镇  *not reported' "$work/out"
verdict ledger_row_of_the_missing $?
expect ledger_without_its_list 2 'no.list' ledger --expected "$work/no.list" data/samples
expect ledger_of_a_folder_without_reports 2 'none' ledger "$work/none"
expect rollup_needs_the_whole 2 'whole' rollup "$sample"
expect rollup_of_itself 2 'own report' rollup --whole "$sample" "$sample"
expect rollup_without_parts 2 'none' rollup --whole "$sample" "$work/none"
expect compare_of_a_version_with_itself 0 "" compare data/samples/01-shuanghuai-zhen-2021.txt data/samples/01-shuanghuai-zhen-2021.txt
# What an office has switched off is told wherever checks are counted or compared.
mkdir -p "$work/config/gouji/rules"
echo '{"off": [{"id": "T3-02", "reason": "counted at the county", "date": "2026-01-31"}]}' \
    >"$work/config/gouji/rules/zz.json"
of_an_office() { XDG_CONFIG_HOME=$work/config "$gouji" --lang en "$@" 2>/dev/null; }
for kind in "ledger" "ledger --format json" "check --format csv"; do
    of_an_office $kind data/samples 2>/dev/null | grep -q 'counted at the county'
    verdict "switched_off_is_told_by_${kind%% *}" $?
done
of_an_office compare data/samples/01-shuanghuai-zhen-2021.txt data/samples/01-shuanghuai-zhen-2021.txt |
    grep -q 'counted at the county'
verdict switched_off_is_told_by_compare $?
expect compare_needs_two 2 'name the report' compare
expect compare_of_two_years 2 'of 2021, the other of 2020' compare data/samples/07-yunxiu-zhen-2020.txt data/samples/08-yunxiu-zhen-2021.txt
expect others_still_run 2 'No such file' check --format jsonl "$work/missing" "$sample"
[ "$(grep -c '^{"path"' "$work/out")" = 2 ]
verdict one_object_each $?
[ ! -w /dev/full ] || {
    "$gouji" --lang en show "$sample" >/dev/full 2>"$work/err"
    [ $? = 2 ] && grep -q 'cannot write the output' "$work/err"
    verdict full_disk_is_told $?
    expect log_on_a_full_disk 2 'the log could not be written' rules -v /dev/full
}
"$gouji" check --format jsonl data/samples data/samples data/samples 2>"$work/err" | head -c 10 >"$work/out"
[ ! -s "$work/err" ]
verdict reader_may_leave $?
LC_ALL=C "$gouji" show --ascii "$sample" >"$work/out" 2>"$work/err"
[ $? = 0 ] && grep -q '^+--' "$work/out" && ! grep -q '│' "$work/out"
verdict ascii_lines_on_demand $?

# A file name with an escape sequence must not reach the terminal as such.
hostile=$(printf '%s/a\033[31m.txt' "$work")
: >"$hostile"
expect hostile_name_is_shown 2 'a^\[\[31m.txt' check "$hostile"

# A bracket holds characters, not bytes, whatever the caller's locale.
in_utf8() { LC_ALL=C.UTF-8 "$@"; }
for one in data/samples/*.txt; do "$gouji" show --lang en "$one"; done 2>"$work/err" |
    in_utf8 grep -v '^[│┌├└]' | in_utf8 sed 's/“[^”]*”//g' | in_utf8 grep '[，。；：（）、]' >"$work/out"
[ ! -s "$work/out" ]
verdict english_tables_have_english_heads $?

# Last year's report among the others, on either side, and given apart.
year_of() { grep -o '20[0-9][0-9]年' "$1" | head -n 1 | tr -dc 0-9; }
after=$(for one in data/samples/*.txt; do
    agency=$("$gouji" check --lang en "$one" 2>/dev/null | sed -n '2s/;.*//p')
    for other in data/samples/*.txt; do
        [ "$("$gouji" check --lang en "$other" 2>/dev/null | sed -n '2s/;.*//p')" = "$agency" ] &&
            [ "$(year_of "$other")" = $(($(year_of "$one") + 1)) ] && echo "$one $other"
    done
done | head -n 1)
if [ -n "$after" ]; then
    before=${after% *} after=${after#* }
    for order in "$before $after" "$after $before" "--prior $before $after"; do
        "$gouji" check --lang en $order >"$work/out" 2>"$work/err"
        grep -q 'E XY-01/tot' "$work/out" && [ ! -s "$work/err" ]
        verdict two_years_are_checked_together $?
    done
    "$gouji" check --lang en "$after" >"$work/out" 2>"$work/err"
    ! grep -q 'XY-01' "$work/out"
    verdict one_year_alone_says_nothing_of_two $?
    expect prior_of_another_year 0 'year before' check --prior "$after" "$before"
    expect compare_prior_of_another_year 1 'year before' compare --prior "$after" "$before" "$before"
    expect opinion_prior_of_another_year 0 'year before' opinion --prior "$after" "$before"
    sed 's/^[^ ]*人民政府$/远山乡人民政府/' "$before" >"$work/stranger.txt"
    expect prior_of_another_agency 1 "another agency's" check --prior "$work/stranger.txt" "$after"
fi
if [ -n "$after" ]; then
    mkdir "$work/years"
    cp "$before" "$work/years/z-before.txt"
    cp "$after" "$work/years/after.txt"
    printf '<End>\ndump\n<Home>\n<Enter>\ngf\nc\n' >"$work/keys"
    XDG_STATE_HOME=$work "$gouji" --lang en --fresh --reviewer z --script "$work/keys" \
        "$work/years" >"$work/out" 2>"$work/err"
    printf '<Enter>\ngf' >"$work/keys"
    XDG_STATE_HOME=$work "$gouji" --lang en --fresh --readonly --script "$work/keys" --dump \
        "$work/years/after.txt" 2>&1 | grep -q '^== end'
    verdict last_screen_is_printed $?
    expect opinion_knows_last_year 0 '' opinion "$work/years/after.txt"
    grep -q 'XY-01' "$work/out" && [ ! -s "$work/err" ]
    verdict opinion_lists_what_two_years_show $?
    mv "$work/years/z-before.txt" "$work/before.txt"
    expect opinion_misses_last_year 0 'name it with --prior' opinion "$work/years/after.txt"
    expect opinion_is_given_last_year 0 '' opinion --prior "$work/before.txt" "$work/years/after.txt"
    grep -q 'XY-01' "$work/out" && [ ! -s "$work/err" ]
    verdict opinion_takes_the_given_one $?
fi
expect prior_that_is_missing 2 'missing' check --prior "$work/missing" "$sample"

# A name stands once in front of its reason, in every language.
for lang in en zh; do
    "$gouji" check --lang $lang "$work/empty.txt" >"$work/out" 2>"$work/err"
    [ "$(grep -o 'empty.txt' "$work/err" | wc -l)" = 1 ]
    verdict name_stands_once_$lang $?
done
expect empty_file_is_called_empty 2 'is empty' check "$work/empty.txt"
truncate -s 101M "$work/big.txt"
expect big_file_says_what_to_do 2 'only the report' check "$work/big.txt"
[ "$(grep -o 'big.txt' "$work/err" | wc -l)" = 1 ]
verdict big_file_is_named_once $?
: >"$work/a.txt"
expect advice_overwrites_nothing 2 'a-2.txt' check "$work/a.pdf"

mkdir "$work/folder"
cp "$sample" "$work/folder/r.txt"
echo '{"a": 1}' >"$work/folder/other.json"
echo 'a note' >"$work/folder/note.txt"
expect folder_skips_with_a_word "$("$gouji" check "$sample" >/dev/null 2>&1; echo $?)" 'skipped' \
    check "$work/folder"
mkdir "$work/notes"
cp "$work/folder/note.txt" "$work/notes"
expect folder_without_a_report_is_no_success 2 'no report was found; name' check "$work/notes"
"$gouji" opinion -o "$work/none/op.md" "$sample" >"$work/out" 2>"$work/err"
[ $? = 0 ] && [ -s "$work/none/op.md" ]
verdict opinion_into_a_file $?
"$gouji" opinion -o "$work/nowhere/op.md" "$sample" >"$work/out" 2>"$work/err"
[ $? = 2 ] && grep -q 'nowhere' "$work/err"
verdict opinion_into_no_folder $?
exit $failed
