#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs the program under valgrind, on the demonstration practice: no byte is read that was not written, none outside of
# what was asked for, and none of it is lost. Nothing is suppressed.
#
#     memcheck.sh TRACKER     a Debug build that is linked dynamically: build/test/tests/faults/tracker_dynamic
set -euo pipefail
tracker=$(realpath "${1:?usage: memcheck.sh TRACKER}")
source=$(cd "$(dirname "$0")/../.." && pwd)
if ! command -v valgrind >/dev/null; then
    echo "SKIPPED: valgrind isn't here, so nothing was checked: apt-get install valgrind" >&2
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder LANG=C.UTF-8 TZ=UTC USER=maria TRACKER_DB=practice.db TRACKER_NOW=2026-11-20T09:00:00Z

# A command under valgrind, which must exit with the code that is expected of it.
checked() {
    local expected=$1 code=0
    shift
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
        --log-file=valgrind.log "$tracker" "$@" >said 2>&1 || code=$?
    if [ $code -ne "$expected" ] || [ -s valgrind.log ]; then
        echo "'tracker $*' exited with $code, not $expected" >&2
        head -n 60 valgrind.log >&2
        tail -n 5 said >&2
        exit 1
    fi
    runs=$((runs + 1))
}

runs=0
"$tracker" init --demo >/dev/null
"$tracker" setting sender buh@firm.example.org >/dev/null
"$tracker" setting letters-from 2026-11-01 >/dev/null
"$tracker" client edit gorod --email buh@gorod.example.org >/dev/null
checked 0 due
checked 0 status --json
checked 0 why neulovimy
checked 0 pay neulovimy 3000 --ref 'пп 18'
checked 2 pay neulovimy 3000,123
checked 3 pay nobody 3000
for file in "$source"/tests/data/bank/synthetic-*; do
    checked 0 import payments "$file"
done
checked 0 unplaced
checked 0 remind
checked 0 remind --outbox letters
checked 0 export obligations --csv
checked 0 export payments --excel
checked 0 template check
checked 0 undo
checked 0 log
checked 0 check
checked 0 log --verify
checked 0 backup copy.db
checked 0 pay neulovimy 1
checked 0 restore copy.db
checked 2 frobnicate
checked 4 due --db nowhere.db
head -c 30000 practice.db >cut.db
checked 4 due --db cut.db
echo "valgrind found nothing in $runs commands"
