#!/bin/sh
# SPDX-License-Identifier: MIT
# What the program decides and shows of a database: asked of the version that wrote it, and of this one.
# The columns that schedules were given later are left out.
before_months() {
    awk 'NR == 1 { at = index($0, "  months") } at { $0 = substr($0, 1, at - 1); sub(/ +$/, "") } { print }'
}
for what in clients contracts terms schedule fulfilments payments charges credits extensions waivers suspensions \
    holidays obligations balances intervals; do
    echo "== export $what"
    if [ "$what" = schedule ]; then tracker export schedule | before_months; else tracker export "$what"; fi
done
for question in "due --days 60" "overdue" "status" "unplaced"; do
    echo "== $question"
    tracker $question --csv
done
for moment in "--on 2026-10-20" "--known 2 --on 2026-11-30"; do
    echo "== due $moment"
    tracker due --csv $moment
done
