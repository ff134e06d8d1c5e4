#!/bin/sh
# Merges data/po/parts into data/po/zh_CN.po; with "check" says instead which
# messages of the source have no Chinese, status 1 if any.
set -eu
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xgettext --keyword=_ --keyword=N_ --from-code=UTF-8 -o "$scratch/all.pot" \
    $(ls src/*.c src/*/*.[ch] include/gouji/*/*.h)
if [ "${1-}" = check ]; then
    msgcmp --use-untranslated data/po/zh_CN.po "$scratch/all.pot" 2>&1 |
        grep -v -e 'is not used' -e 'definition is similar' || { echo "messages: all in Chinese"; exit 0; }
    exit 1
fi
{
    printf 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"MIME-Version: 1.0\\n"\n'
    printf '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    cat data/po/parts/*.po
} >"$scratch/all.po"
msguniq --use-first --sort-output --no-wrap -o data/po/zh_CN.po "$scratch/all.po"
