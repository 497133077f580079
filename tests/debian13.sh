#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The README's two commands on a bare Debian 13: what is committed is put into a root that debootstrap makes in the
# folder, or that an earlier run has left there. Of the tests those are run that don't start the program thousands of
# times; with --tests the first command, which compiles the release, is left out. Needs root, debootstrap, and the
# mirror that this machine's apt uses, or $DEBIAN_MIRROR. The folder takes 2 GB and isn't deleted. Exit code 77: a
# Debian 13 can't be had here, and the last line says why.
set -euo pipefail
only_tests=
[ "${1:-}" != --tests ] || { only_tests=yes && shift; }
folder=$(realpath -m "${1:?usage: tests/debian13.sh [--tests] FOLDER}")
cd "$(dirname "$0")/.."
root=$folder/root

say() { printf 'debian13: %s\n' "$*" >&2; }
cant() { say "$*" && exit 77; } # such a machine isn't expected to have one
fail() { say "$*" && exit 1; }

# The n-th block of shell commands in the README.
readme_command() {
    awk -v n="$1" '/^```sh$/ { at++; inside = 1; next } /^```$/ { inside = 0 } inside && at == n' README.md
}

mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' 'Label: Debian' | sort -u |
        awk '/^https?:/ && !found { found = $1 } END { print found ? found : "http://deb.debian.org/debian" }'
}

has_release() { /usr/lib/apt/apt-helper download-file "$1/dists/$2/Release" "$folder/Release" >/dev/null 2>&1; }

# A container may forbid the devices that a root needs, and a file system their use.
has_devices() {
    rm -f "$folder/null" && mknod "$folder/null" c 1 3 2>/dev/null && { : >"$folder/null"; } 2>/dev/null
}

# Whatever it mounts and starts ends with it. Where a container forbids that, there is only the root, in which the tests
# that look at processes, terminals and descriptors can't be run.
alone=(unshare --mount --pid --fork --kill-child)
skipped=growth
if ! "${alone[@]}" true 2>/dev/null; then
    alone=()
    skipped='growth|letters|cli-edges|cli-everywhere|cli-trust'
fi

make_root() {
    local from=${DEBIAN_MIRROR:-$(mirror)} here
    here=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
    from=${from%/}
    command -v debootstrap >/dev/null || cant "debootstrap isn't installed: apt-get install debootstrap"
    has_devices || cant "no devices can be made in '$folder': this is a container that forbids it, or a file system"
    if ! has_release "$from" trixie; then
        has_release "$from" "$here" || fail "the mirror $from can't be reached: name another with DEBIAN_MIRROR"
        cant "the mirror $from has no Debian 13: name another with DEBIAN_MIRROR"
    fi
    say "made from $from"
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    "${alone[@]}" debootstrap --variant=minbase --include=ca-certificates trixie "$root" "$from" >"$folder/log" 2>&1 ||
        { tail -n 20 "$folder/log" >&2 && fail "debootstrap failed: see '$folder/log'"; }
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io" # a root that is lost is made anew
    touch "$folder/made"
}

inside() {
    "${alone[@]}" bash -euo pipefail -c '
        if [ $$ = 1 ]; then # in a namespace of its own
            mount -t proc proc "$1/proc"
            mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts"
            mount -t tmpfs tmpfs "$1/dev/shm"
        fi
        exec chroot "$@"' - "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} \
        ${CMAKE_BUILD_PARALLEL_LEVEL:+CMAKE_BUILD_PARALLEL_LEVEL="$CMAKE_BUILD_PARALLEL_LEVEL"} \
        bash -euo pipefail -c "cd /tracker && $1"
}

[ "$(id -u)" = 0 ] || fail "run this as root: it makes a root folder of a system"
[ -n "${http_proxy:-}" ] || eval "$(apt-config shell http_proxy Acquire::http::Proxy)"
export http_proxy
mkdir -p "$folder"
[ -e "$folder/made" ] || make_root
rm -rf "$root/tracker"
mkdir "$root/tracker"
git archive HEAD | tar -x -C "$root/tracker"

[ "${#alone[@]}" -gt 0 ] || say "no namespaces can be made here, so these aren't run: $skipped"
[ -n "$only_tests" ] || inside "$(readme_command 1)"
all='cmake --workflow --preset test'
short="cmake --preset test && cmake --build --preset test && ctest --preset test -LE many-starts -E '^($skipped)$'"
command=$(readme_command 2)
[[ $command = *"$all" ]] || fail "the README's second command doesn't end in '$all'"
inside "${command%"$all"}$short"
