#!/bin/sh
# The tutorial from its first box to its last, in both languages, on copies only.
set -u
. tests/e2e/program.inc
before=$(ls -l data/samples | cksum)

# Each box is dumped, then done what it asks for.
cat >"$dir/keys" <<'KEYS'
dump
<Enter>
dump
<Tab>
dump
}
dump
gf
=
q
dump
?
q
dump
gg
c
<C-u>
text:zhang
<Enter>
dump
u
dump
<C-r>
dump
)
e
1
<Enter>
dump
a
text:seen
<C-s>
dump
gt
dump
<Down>
<Enter>
q
dump
gd
/
text:申请
<Enter>
dump
:
text:opinion
<Enter>
q
dump
gf
C
3
<Enter>
dump
q
dump
KEYS
for lang in en zh; do
    "$gouji" --lang "$lang" tutor --script "$dir/keys" >"$dir/out" 2>"$dir/err"
    [ $? -eq 0 ] && [ "$(grep -cE '(Tutorial|教程) [0-9]+/17' "$dir/out")" -eq 17 ] &&
        [ "$(grep -oE '(Tutorial|教程) [0-9]+/17' "$dir/out" | grep -oE '[0-9]+/' | tr -d '\n')" = \
            1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/ ]
    say $? "goes_through_in_$lang"
    ! grep -q '{[a-z]' "$dir/out" # every key's name was found
    say $? "names_all_keys_in_$lang"
    # On a small screen, too: whole boxes, and the way on is always to be seen.
    "$gouji" --lang "$lang" tutor --size 60x20 --script "$dir/keys" >"$dir/out" 2>"$dir/err"
    [ $? -eq 0 ] &&
        [ "$(grep -oE '(Tutorial|教程) [0-9]+/17' "$dir/out" | grep -oE '[0-9]+/' | tr -d '\n')" = \
            1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/ ] &&
        ! sed -n '/17 ──/,/^==/p' "$dir/out" | grep -v '/8\|10 \|/10' | grep -q '~$'
    say $? "goes_through_on_a_small_screen_in_$lang"
done
[ -d "$dir/state/gouji/tutorial-1" ] && [ -d "$dir/state/gouji/tutorial-4" ] &&
    [ "$(ls -l data/samples | cksum)" = "$before" ]
say $? works_on_copies_each_time_new

printf 'bind findings W confirmed\nunbind findings c\nunbind findings <F2>\n' >"$dir/remapped"
printf ':\ntext:tutorial\n<Enter>\n:\ntext:tutorial next\n<Enter>\n:\ntext:tutorial\n<Enter>\n:\ntext:tutorial\n<Enter>\n:\ntext:tutorial\n<Enter>\ndump\n:\ntext:tutorial previous\n<Enter>\ndump\n:\ntext:tutorial end\n<Enter>\ndump\n' >"$dir/keys"
"$gouji" --lang en tutor --config "$dir/remapped" --script "$dir/keys" >"$dir/out" 2>"$dir/err"
grep -q 'W confirmed' "$dir/out" && grep -q 'Tutorial 5/17' "$dir/out" &&
    [ "$(grep -c 'Tutorial' "$dir/out")" -eq 2 ]
say $? names_keys_as_they_are_bound

mkdir "$dir/full" && echo mine >"$dir/full/mine"
"$gouji" --lang en tutor "$dir/full" >"$dir/out" 2>"$dir/err" </dev/null
[ $? -eq 2 ] && grep -q 'new or empty' "$dir/err" && [ "$(cat "$dir/full/mine")" = mine ]
say $? refuses_a_folder_that_holds_something

evil=$(printf 'e\033[31mx')
printf 'dump\n' >"$dir/keys"
"$gouji" --lang en tutor --script "$dir/keys" "$dir/$evil" >"$dir/out" 2>"$dir/err"
grep -q 'e^\[\[31mx' "$dir/err" && ! grep -q "$(printf '\033')" "$dir/err"
say $? names_a_folder_without_obeying_it
exit $status
