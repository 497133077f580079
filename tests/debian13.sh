#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The README's two commands on a bare Debian 13: what is committed is put into a root that debootstrap makes in the
# folder, or that an earlier run has left there. Of the tests those are run that don't start the program thousands of
# times. Needs root and Debian's mirror ($DEBIAN_MIRROR). The folder takes 2 GB and isn't deleted.
set -euo pipefail
folder=$(realpath -m "${1:?usage: tests/debian13.sh FOLDER}")
cd "$(dirname "$0")/.."
root=$folder/root

# The n-th block of shell commands in the README.
readme_command() {
    awk -v n="$1" '/^```sh$/ { at++; inside = 1; next } /^```$/ { inside = 0 } inside && at == n' README.md
}

# Its mounts and whatever it has started end with it.
inside() {
    unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" \
        bash -euo pipefail -c 'mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts"; exec chroot "$@"' - \
        "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive \
        ${CMAKE_BUILD_PARALLEL_LEVEL:+CMAKE_BUILD_PARALLEL_LEVEL="$CMAKE_BUILD_PARALLEL_LEVEL"} \
        bash -euo pipefail -c "cd /tracker && $1"
}

if ! [ -e "$folder/made" ]; then
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase trixie "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$folder/log"
    touch "$folder/made"
fi
rm -rf "$root/tracker"
mkdir "$root/tracker"
git archive HEAD | tar -x -C "$root/tracker"

inside "$(readme_command 1)"
all='cmake --workflow --preset test'
short='cmake --preset test && cmake --build --preset test && ctest --preset test -LE many-starts'
command=$(readme_command 2)
[[ $command = *"$all" ]] || { echo "the README's second command doesn't end in '$all'" >&2; exit 1; }
inside "${command%"$all"}$short"
