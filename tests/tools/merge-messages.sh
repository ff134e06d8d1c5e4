#!/bin/sh
# Merges data/po/parts into data/po/zh_CN.po; with "check" says instead which
# messages of the source have no Chinese, status 1 if any.
set -eu
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xgettext --no-wrap --keyword=_ --keyword=N_ --from-code=UTF-8 -o "$scratch/all.pot" \
    $(ls src/*.c src/*/*.[ch] include/gouji/*/*.h)
if [ "${1-}" = check ]; then
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
    exit 0
fi
{
    printf 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"MIME-Version: 1.0\\n"\n'
    printf '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    cat data/po/parts/*.po
} >"$scratch/all.po"
msguniq --use-first --sort-output --no-wrap -o data/po/zh_CN.po "$scratch/all.po"
