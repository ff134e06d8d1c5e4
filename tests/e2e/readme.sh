#!/bin/sh
# README's key table must say what data/keys binds: every bound key stands in a
# row with its command.
set -u
missing=$(awk '$1 == "bind" { print $3, $4 }' data/keys | sort -u | while read -r key action; do
    grep -F -- "\`:$action\`" README.md | grep -qF -- "\`$key\`" || echo "$key $action"
done)
if [ -z "$missing" ]; then
    echo "[       OK ] readme_names_every_key"
else
    echo "[  FAILED  ] readme_names_every_key"
    echo "$missing"
    exit 1
fi
