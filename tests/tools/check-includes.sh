#!/bin/sh
# Floors may include only themselves and those below; ncurses belongs to term
# alone, and nobody else writes text to the terminal with it.
set -u
cd "$(dirname "$0")/../.."
floors="base text report check store review ui pane term app cli"
status=0

rank() {
    n=0
    for floor in $floors; do
        n=$((n + 1))
        [ "$floor" = "$1" ] && echo $n && return
    done
    echo 0
}

for floor in $floors; do
    own=$(rank "$floor")
    for file in src/"$floor"/*.[ch] include/gouji/"$floor"/*.h; do
        [ -f "$file" ] || continue
        for used in $(sed -n 's|^#include "gouji/\([a-z]*\)/.*|\1|p' "$file" | sort -u); do
            if [ "$(rank "$used")" -gt "$own" ]; then
                echo "$file: floor $floor must not include floor $used"
                status=1
            fi
        done
        if [ "$floor" != term ] && grep -nE '#include <(n?curses|term)' "$file"; then
            echo "$file: only floor term may include ncurses"
            status=1
        fi
    done
done
# store knows bytes, not reports; the store floor sits below review but must not see check.
if grep -nE '#include "gouji/(text|report|check)/' src/store/*.c include/gouji/store/*.h; then
    echo "store must not know reports"
    status=1
fi
lines=$(wc -l < src/main.c)
[ "$lines" -le 100 ] || { echo "src/main.c: $lines lines, at most 100"; status=1; }
[ $status = 0 ] && echo "include directions: right"
exit $status
