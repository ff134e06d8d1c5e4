#!/bin/sh
# planted.sh [TEST...]: do the tests of faults find bugs? For each a bug is planted in a copy of the
# tree, and the test must fail with it within TIME seconds (default 300).
set -u
work=$(mktemp -d "${TMPDIR:-/tmp}/gouji-planted.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree"
cp -Rp Makefile .ci data include src tests themes "$work/tree/"
export BUILD="$work/build"
[ -n "${OBJECTS-}" ] && cp -Rp "$OBJECTS" "$BUILD"
cd "$work/tree" || exit 2
status=0
only=$*

# try TEST FILE FROM TO WHAT: the bug is that in FILE stands TO instead of FROM.
try() {
    case " $only " in "  " | *" $1 "*) ;; *) return ;; esac
    cp "$2" "$work/whole"
    quoted=$(printf '%s' "$3" | sed 's/[][*.^$/]/\\&/g')
    sed -i "s/$quoted/$(printf '%s' "$4" | sed 's/[&/]/\\&/g')/" "$2"
    found=NO
    if cmp -s "$2" "$work/whole"; then
        found="cannot be planted"
    elif ! make all "$BUILD/tests/$1" >"$work/log" 2>&1; then
        tail "$work/log" >&2
        found="does not build"
    else
        timeout "${TIME:-300}" "$BUILD/tests/$1" >"$work/log" 2>&1
        case $? in 0) ;; 124) found="no end in ${TIME:-300} s" ;; *) found=yes ;; esac
    fi
    [ "$found" = yes ] || status=1
    printf '%-18s %-28s %-52s %s\n' "$1" "$2" "$5" "$found"
    cp -p "$work/whole" "$2"
    touch "$2"
}

printf '%-18s %-28s %-52s %s\n' test 'bug in' 'which is' found
try fault/test_calls src/store/save.c 'if (fsync(fd))' 'if (fsync(fd) > 0)' 'a failed sync is not said'
try fault/test_calls src/store/save.c 'if (status && !in_place(save))' 'if (status && (!in_place(save) || status))' \
    'a rename whose answer was lost is not seen'
try fault/test_kill src/store/save.c 'int status = renameat(' \
    'unlinkat(save->folder, save->name, 0); int status = renameat(' 'a moment without the file'
try fault/test_kill src/store/journal.c 'if (journal->nbytes < info.st_size &&' \
    'if (journal->nbytes > info.st_size &&' 'a torn line is not cut before the next'
try fault/test_power src/store/journal.c 'if (fdatasync(journal->fd))' 'if (journal->fd < 0)' \
    'an act is confirmed before it is synced'
try fault/test_power src/store/save.c 'if (fsync(fd))' 'if (fd < 0)' \
    'renamed before it is synced'
try fault/test_memory src/base/json.c '    cJSON_Delete(item);' '    (void)item;' \
    'what finds no room in a document leaks'
try fault/test_memory src/review/correction.c 'if (cell && !now)' 'if (cell && !cell)' \
    'without memory a reading looks outdated'
try unit/test_damage src/review/verdict_read.c '*holds = strcmp(stored, hex) == 0' \
    '*holds = *hex != 0' 'the checksum is not looked at'
try unit/test_damage src/store/journal.c 'memcmp(p + nkey, head, 64) == 0' 'p[nkey] == *head' \
    'of the chain only the first digit is compared'
try unit/test_races src/store/lock.c 'if (fcntl(fd, F_OFD_SETLK, &range) == 0)' \
    'if (fcntl(fd, F_OFD_SETLK, &range) != 99)' \
    'nobody is kept out'
try unit/test_races src/review/meanwhile.c 'is_as_read(review->places.verdict, &review->disk.file.stamp))' \
    'true)' 'a file saved meanwhile is not read'
try unit/test_meddling src/review/meanwhile.c '(lost || !journal_is_ours(review->journal))' 'lost' \
    'a journal that was removed is written on'
try unit/test_meddling src/review/meanwhile.c 'review->parted = true;' 'review->parted = false;' \
    'what the journal lost is not saved'
try unit/test_meddling src/store/journal.c 'ours.st_mtim.tv_nsec == journal->mtime.tv_nsec' 'true' \
    'a journal edited in place is written on'
try unit/test_hostile src/text/sanitise.c 'UC_CATEGORY_MASK_Co |' '' \
    'private use is plain text'
exit $status
