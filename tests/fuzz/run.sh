#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs each fuzz target, or those that are named, for so many seconds; what it learns stays in build/fuzz-work, where the
# next run goes on from it. Fails where a property is broken, and says which input breaks it.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [onec|camt|bank_csv|csv|map|arguments|template|mail|database|cache ...]}
shift
[ $# -gt 0 ] || set -- onec camt bank_csv csv map arguments template mail database cache
work=build/fuzz-work
tests=tests/fuzz

# The words of a dictionary in UTF-8 and, for the formats that banks still write in it, in windows-1251, with the
# escapes that libFuzzer wants for letters beyond ASCII.
write_dictionary() {
    { cat "$1" && iconv -f UTF-8 -t WINDOWS-1251 "$1"; } | perl -pe 's/([\x80-\xFF])/sprintf "\\x%02X", ord $1/ge'
}

# Twice as fast; a finding that is run by itself says where its memory came from.
export ASAN_OPTIONS=malloc_context_size=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

failed=0
printf '%-9s %12s %9s %9s %9s\n' target executions 'a second' edges corpus
for target; do
    mkdir -p "$work/$target/corpus" "$work/$target/findings"
    find "$work/$target/findings" -type f -delete
    dictionary=()
    if [ -f "$tests/$target.dict" ]; then
        write_dictionary "$tests/$target.dict" >"$work/$target/words.dict"
        dictionary=("-dict=$work/$target/words.dict")
    fi
    log=$work/$target/log
    if ! build/sanitize/tests/fuzz/fuzz_"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=65536 -print_final_stats=1 "${dictionary[@]}" -artifact_prefix="$work/$target/findings/" \
        "$work/$target/corpus" "$tests/corpus/$target" >"$log" 2>&1; then
        failed=1
        sed -n '/^broken:\|runtime error:\|ERROR:\|^terminate called/,$p' "$log" | head -n 40 >&2
        echo "fuzz_$target broke on: $(find "$work/$target/findings" -type f | tr '\n' ' ')(log: $log)" >&2
        continue
    fi
    awk -v target="$target" '
        $1 ~ /^#/ { for (i = 2; i < NF; i++) { if ($i == "cov:") edges = $(i + 1); if ($i == "corp:") corpus = $(i + 1) } }
        $1 == "stat::number_of_executed_units:" { runs = $2 }
        $1 == "stat::average_exec_per_sec:" { speed = $2 }
        END { sub("/.*", "", corpus); printf "%-9s %12d %9d %9d %9d\n", target, runs, speed, edges, corpus }' "$log"
done
exit $failed
