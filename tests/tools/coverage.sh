#!/bin/sh
# After a run of the tests with MODE=coverage: of each floor how many sides of its conditions were
# taken, and each side never taken, with the kind of reason it has, in uncovered.txt. The rules by
# which a reason is given stand in uncovered.awk.
set -eu
cd "$(dirname "$0")/../.."
out=$BUILD/uncovered.txt
find "$BUILD/profile" -name '*.profraw' >"$BUILD/profiles"
llvm-profdata merge -sparse -f "$BUILD/profiles" -o "$BUILD/tests.profdata"
: >"$out"
printf '%-8s %8s %8s %7s\n' floor sides taken percent
for floor in base text report check store review; do
    for source in src/"$floor"/*.c; do
        llvm-cov show -show-branches=count "-instr-profile=$BUILD/tests.profdata" \
            "$BUILD/${source%.c}.o" "$source" | awk -v source="$source" -v floor="$floor" \
            -v out="$out" -f tests/tools/uncovered.awk
    done
done | awk '{ all[$1] += $2; taken[$1] += $3 }
    END { split("base text report check store review", floors, " ")
          for (i = 1; i <= 6; i++) { f = floors[i]
              printf "%-8s %8d %8d %6.1f%%\n", f, all[f], taken[f], all[f] ? 100 * taken[f] / all[f] : 0 } }'
echo "never taken, by floor and reason:"
awk '{ split($1, part, "/"); floor = part[2]; reason = $0
       sub(/^[^ ]* /, "", reason); sub(/: .*/, "", reason); n[floor " " reason]++ }
     END { for (r in n) printf "%8d %s\n", n[r], r }' "$out" | sort -k2,2 -k1,1rn
echo "each of them: $out"
