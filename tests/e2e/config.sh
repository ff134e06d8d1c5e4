#!/bin/sh
# --check-config and --dump-config: faults by file and line, and a dump that is
# itself a configuration.
set -u
. tests/e2e/program.inc

printf 'set theme light\nbind findings w confirmed\nunbind findings c\nreason misread 换行\n' >"$dir/good"
printf '# a remark\nset nosuch 1\nset lines wide\nbind nowhere x down\nreason maybe x\nset esc-delay 5\nset theme nosuch\ngarbage\n' >"$dir/bad"

"$gouji" --check-config --config "$dir/good" >"$dir/out" 2>"$dir/err"
[ $? -eq 0 ] && [ ! -s "$dir/out" ] && [ ! -s "$dir/err" ]
say $? a_good_configuration_is_passed_in_silence

"$gouji" --lang en --check-config --config "$dir/bad" 2>"$dir/err"
[ $? -eq 1 ] && [ "$(cut -d: -f1,2 "$dir/err" | tr '\n' ' ')" = \
    "$dir/bad:2 $dir/bad:3 $dir/bad:4 $dir/bad:5 $dir/bad:6 $dir/bad:7 $dir/bad:8 " ] && grep -q "set, bind, unbind, reason or template" "$dir/err"
say $? each_fault_has_its_line

"$gouji" --check-config --config "$dir/none" 2>"$dir/err"
[ $? -eq 1 ] && grep -q "$dir/none" "$dir/err"
say $? a_named_file_must_be_there

"$gouji" --dump-config --config "$dir/good" >"$dir/dump" && grep -qx 'set theme light' "$dir/dump" &&
    grep -qx 'bind findings w confirmed' "$dir/dump" && grep -qx 'unbind findings c' "$dir/dump" &&
    [ "$(grep -c '^bind' "$dir/dump")" -eq 1 ]
say $? a_dump_holds_what_differs
"$gouji" --check-config --config "$dir/dump" && "$gouji" --dump-config --config "$dir/dump" | cmp -s - "$dir/dump"
say $? a_dump_is_a_configuration

# The names and lines of others are shown, they do not act.
evil=$(printf 'e\033]0;p\007\342\200\256x')
cp "$dir/bad" "$dir/$evil"
printf 'set \033]0;p\007 1\n' >>"$dir/$evil"
"$gouji" --check-config --config "$dir/$evil" 2>"$dir/err"
"$gouji" rules --check "$dir/$evil" >>"$dir/err" 2>&1
grep -q 'e^\[\]0;p^G<U+202E>x' "$dir/err" && ! grep -q "$(printf '\033\|\007\|\342\200\256')" "$dir/err"
say $? names_and_lines_of_others_are_only_shown

# An office's folder for rules may be empty; what lies in it counts.
mkdir -p "$dir/conf/gouji/rules"
XDG_CONFIG_HOME=$dir/conf "$gouji" rules >/dev/null 2>"$dir/err" && [ ! -s "$dir/err" ]
say $? an_empty_folder_of_rules_adds_none
echo '{"off": [{"id": "T9-99", "reason": "r", "date": "2026-01-31"}]}' >"$dir/conf/gouji/rules/a.json"
XDG_CONFIG_HOME=$dir/conf "$gouji" rules >/dev/null 2>"$dir/err"
[ $? -eq 2 ] && grep -q T9-99 "$dir/err"
say $? a_folder_of_rules_is_read

# What the disk had no room for was not printed.
if [ -c /dev/full ]; then
    printf 'dump\n' >"$dir/keys"
    for what in --dump-config "--fresh --script $dir/keys data/samples"; do
        "$gouji" --lang en $what >/dev/full 2>"$dir/err"
        [ $? -eq 2 ] && grep -q "cannot write the output" "$dir/err"
        say $? "a_full_disk_is_told_by${what%% *}"
    done
fi
exit $status
