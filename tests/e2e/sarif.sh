#!/bin/sh
# `gouji check --format sarif` against OASIS's schema of SARIF 2.1.0. The schema:
# $GOUJI_SARIF_SCHEMA, else the one an npm package ships (fetched into the build
# folder once; it is others' text and is not kept here). The validator: Python's
# jsonschema. Skips with a word when one is missing.
set -u
build=${BUILD:-build}
gouji=${GOUJI:-$build/gouji}
package=@microsoft/jest-sarif@1.0.0-beta.0
schema=${GOUJI_SARIF_SCHEMA:-$build/sarif-schema-2.1.0.json}
if [ ! -x "$gouji" ] || ! ls data/samples/*.txt >/dev/null 2>&1; then
    echo "skipped: no $gouji or no data/samples"
    exit 0
fi
if ! python3 -c 'import jsonschema' 2>/dev/null; then
    echo "skipped: no python3 with jsonschema (Debian package python3-jsonschema)"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ ! -e "$schema" ] && command -v npm >/dev/null; then
    (cd "$work" && timeout 60 npm pack --silent "$package" >/dev/null 2>&1 && tar xzf ./*.tgz) &&
        cp "$work"/package/lib/schemas/sarif-2.1.0-*.json "$schema" 2>/dev/null
fi
if [ ! -e "$schema" ]; then
    echo "skipped: no schema of SARIF 2.1.0 (\$GOUJI_SARIF_SCHEMA, or npm's $package)"
    exit 0
fi
failed=0
: >"$work/err"

# What starts the program; nothing for the shell itself.
start=
# The program asks for a signal that waits when it has begun: after the first file.
cat >"$work/interrupted" <<'END'
#!/usr/bin/env python3
import os, signal, sys
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGINT)
os.execv(sys.argv[1], sys.argv[1:])
END
chmod +x "$work/interrupted"

# name, status wanted, arguments
validate() {
    name=$1 status=$2
    shift 2
    $start "$gouji" check --format sarif "$@" >"$work/log.sarif" 2>/dev/null
    [ $? = "$status" ] && python3 - "$schema" "$work/log.sarif" <<'END' >"$work/err" 2>&1
import json, sys
import jsonschema
schema, log = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
kind = jsonschema.validators.validator_for(schema)
faults = list(kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(log))
for fault in faults[:5]:
    print("/".join(map(str, fault.absolute_path)), fault.message[:200])
sys.exit(bool(faults))
END
    if [ $? = 0 ]; then
        echo "[       OK ] $name"
    else
        echo "[  FAILED  ] $name"
        sed 's/^/    /' "$work/err"
        failed=1
    fi
}

printf 'no report\n' >"$work/=odd name%.txt"
validate samples 1 data/samples
validate in_english 1 --lang en data/samples/*.txt
validate nothing_found 0 data/samples/01-*.txt
validate no_report 2 "$work/=odd name%.txt" "$work/missing" data/samples/09-*.txt
validate only_trouble 2 "$work/missing"
start="$work/interrupted"
validate interrupted 130 -j 1 data/samples/*.txt
if grep -q '"executionSuccessful":false,"exitSignalName":"SIGINT"' "$work/log.sarif"; then
    echo "[       OK ] interrupted_is_no_success"
else
    echo "[  FAILED  ] interrupted_is_no_success"
    failed=1
fi
exit $failed
