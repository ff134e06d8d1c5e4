#!/bin/sh
# gouji --plain as a process: statuses, signals, where nothing may be left.
set -u
. tests/e2e/program.inc
report=$dir/a.txt
cp data/samples/09-*.txt "$report"

printf '1 confirmed\nquit\n' | "$gouji" --lang en --plain --reviewer zhang "$report" >"$dir/out" 2>"$dir/err"
[ $? -eq 0 ] && grep -q ': confirmed' "$dir/out" && [ -f "$report.zhang.verdict.json" ] &&
    [ ! -e "$report.zhang.verdict.json.lock" ]
say $? a_decision_by_a_pipe

printf '2 later\n' | "$gouji" --lang zh --plain --reviewer zhang "$report" >"$dir/out"
[ $? -eq 0 ] && grep -q '以后再看' "$dir/out"
say $? the_end_of_the_input_is_quit

mkfifo "$dir/commands"
"$gouji" --plain --reviewer zhang "$report" <"$dir/commands" >"$dir/out" &
pid=$!
exec 3>"$dir/commands"
echo '3 later' >&3
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$report.zhang.verdict.json.lock" ] && break; sleep 0.3; done
[ -e "$report.zhang.verdict.json.lock" ]
say $? a_lock_while_it_is_open
kill -TERM "$pid"
wait "$pid"
[ $? -eq 143 ] && [ ! -e "$report.zhang.verdict.json.lock" ] && grep -q later "$report.zhang.verdict.jsonl"
say $? a_signal_saves_and_unlocks
exec 3>&-

"$gouji" --plain "$dir/none" </dev/null >"$dir/out" 2>"$dir/err"
[ $? -eq 2 ] && [ -s "$dir/err" ]
say $? a_wrong_path_is_told
exit $status
