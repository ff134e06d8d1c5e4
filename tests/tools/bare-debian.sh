#!/bin/sh
# Shows that a bare Debian with only git, make and gcc is enough: makes one with
# debootstrap, clones HEAD into it, and in it runs `make test` and `make run`.
#   tests/tools/bare-debian.sh [DIRECTORY]
# Needs root, debootstrap and about 2 GB; takes some minutes. The mirror and the
# way to it are those of this machine's own apt. DIRECTORY, if given, is kept as
# the unpacked base system for the next time; all else is removed at the end.
set -eu

say() { printf '== %s\n' "$*"; }
die() {
    printf 'bare-debian: %s\n' "$*" >&2
    exit 2
}

[ "$(id -u)" = 0 ] || die "needs root: debootstrap and chroot do"
command -v debootstrap >/dev/null || die "needs debootstrap: apt-get install debootstrap"

# Mounts are made in a mount namespace of our own: even after a kill none stays.
if [ "${BARE_DEBIAN_INSIDE-}" != yes ]; then
    BARE_DEBIAN_INSIDE=yes exec unshare --mount --propagation private "$0" "$@"
fi

source_dir=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
suite=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
sources=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian')
mirror=$(printf '%s\n' "$sources" | awk '{ print $1; exit }')
[ -n "$suite" ] && [ -n "$mirror" ] || die "cannot tell suite and mirror from this machine's apt"

work=$(mktemp -d "${TMPDIR:-/tmp}/bare-debian.XXXXXX")
root=$work/root
clean_up() {
    umount -R -l "$root/dev" "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP
base=${1-$work/base}

if [ ! -e "$base/etc/debian_version" ]; then
    say "making a minimal Debian ($suite) with git, make and gcc"
    debootstrap --variant=minbase --include=git,make,gcc "$suite" "$base" "$mirror" \
        >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; die "debootstrap failed"; }
fi
cp -a "$base" "$root"
printf '%s\n' "$sources" | sort -u | awk -v suite="$suite" -v keys="$(
    ls /usr/share/keyrings/debian-archive-keyring.gpg 2>/dev/null)" '{
        release = $1 ~ /security/ ? suite "-security" : $2 ~ /updates/ ? suite "-updates" : suite
        print "deb" (keys == "" ? "" : " [signed-by=" keys "]"), $1, release, $3 }' |
    sort -u >"$root/etc/apt/sources.list"
apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/99host" || true
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
git clone -q --no-local "$source_dir" "$root/gouji"

inside() {
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm \
        "http_proxy=${http_proxy-}" "https_proxy=${https_proxy-}" /bin/sh -c "cd /gouji && $1"
}

say "there, of what gouji needs"
inside '.ci/deps check test || true'

say "make test"
inside 'make test' || die "make test failed"

say "make run, in a terminal of 100x30, left with q"
inside "(sleep 20; printf q; sleep 3; printf q; sleep 3) |
    timeout 120 script -qec 'stty cols 100 rows 30; make run' /tmp/screen >/dev/null" ||
    die "make run did not end as it should"
# Moves of the cursor become line ends: not the screen, but what it said.
sed -e 's/\x1b\[[0-9;]*[HfdG]/\n/g' -e 's/\x1b[[(][0-9;?>]*[A-Za-z]//g' "$root/tmp/screen" |
    tr -d '\r\017' | grep -v '^ *$' | tail -n 40
for report in "$source_dir"/data/samples/*; do
    grep -aq "$(basename "$report" | cut -c 1-8)" "$root/tmp/screen" && shown=yes
done
[ "${shown-}" = yes ] || die "no sample stands on the screen of make run"
say "passed: make test and make run work on a bare Debian"
