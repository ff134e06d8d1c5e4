#!/bin/sh
# Says which messages of the source have no Chinese in data/po/zh_CN.po, an empty
# or a doubtful one; status 1 if any.
set -eu
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xgettext --no-wrap --keyword=_ --keyword=N_ --from-code=UTF-8 -o "$scratch/all.pot" \
    $(ls src/*.c src/*/*.[ch] include/gouji/*/*.h)
# msgcmp gives lines of the .pot: that line is the message
msgcmp --use-untranslated data/po/zh_CN.po "$scratch/all.pot" 2>&1 |
    sed -n 's/^.*all\.pot:\([0-9]*\): this message is used.*/\1/p' |
    while read -r line; do sed -n "$((line - 1)),${line}s/^msgid/no Chinese for:/p" "$scratch/all.pot"; done >"$scratch/faults"
msgattrib --no-wrap --untranslated data/po/zh_CN.po | sed -n '/^msgid ""$/d; s/^msgid/empty Chinese for:/p' >>"$scratch/faults"
msgattrib --no-wrap --only-fuzzy data/po/zh_CN.po | sed -n '/^msgid ""$/d; s/^msgid/doubtful Chinese for:/p' >>"$scratch/faults"
if [ -s "$scratch/faults" ]; then
    cat "$scratch/faults"
    exit 1
fi
echo "messages: all in Chinese"
