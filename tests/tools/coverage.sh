#!/bin/sh
# After a run of the tests with MODE=coverage: branches taken of each floor, and
# each branch never taken, with what kind of reason it has, in uncovered.txt.
set -eu
cd "$(dirname "$0")/../.."
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
out=$BUILD/uncovered.txt
top=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
: >"$out"
printf '%-8s %8s %8s %7s\n' floor branches taken percent
for floor in base text report check store review; do
    for source in src/"$floor"/*.c; do
        object=$BUILD/${source%.c}
        [ -f "$object.gcda" ] || continue
        (cd "$scratch" && gcov -b -c -o "$object.o" "$top/$source" >/dev/null 2>&1) || true
        file=$scratch/$(basename "$source").gcov
        [ -f "$file" ] && awk -v source="$source" -v floor="$floor" '
            # Lines of the source: "count: number: text"; branches stand below theirs.
            /^ *[0-9#=-][^:]*: *[0-9]+:/ {
                split($0, part, ":"); number = part[2] + 0
                never = part[1] ~ /[#=]/
                text = substr($0, length(part[1]) + length(part[2]) + 3)
            }
            /^branch/ {
                all++
                if ($0 ~ /taken [1-9]/) taken++
                else print source ":" number ": " reason(text) ": " text >"/dev/stderr"
            }
            function reason(t) {
                if (t ~ /nomem|failed|alloc|starved|arena_|vec_room|_new\(|strdup|str_detach|asprintf/ ||
                    t ~ /!(copy|json|body|made|set|off)|(json_(add|put)|cJSON_(Add|Create|Dup|Set)|append\()/)
                    return "memory short"
                if (t ~ /errno|err_set|status|err\)|fd < 0|read_|write|sync|close|hash_hex|getrandom/)
                    return "system or error path"
                if (t ~ /assert|default:/) return "cannot be"
                return never ? "line never run" : "one side of a condition"
            }
            END { print floor, all + 0, taken + 0 }' "$file" 2>>"$out"
        rm -f "$file"
    done
done | awk '{ all[$1] += $2; taken[$1] += $3 }
    END { split("base text report check store review", floors, " ")
          for (i = 1; i <= 6; i++) { f = floors[i]
              printf "%-8s %8d %8d %6.1f%%\n", f, all[f], taken[f], all[f] ? 100 * taken[f] / all[f] : 0 } }'
echo "never taken, by reason:"
awk -F': ' '{ n[$2]++ } END { for (r in n) printf "%8d %s\n", n[r], r }' "$out" | sort -rn
echo "each of them: $out"
