#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Asks the programs that people use instead for what `tracker due` or `tracker status` says, of the same facts.

    peers.py BUILD [--clients N] [--months H]      BUILD: a build folder with TRACKER_BENCH=ON

Debian's ledger and hledger (what each client owes; payments only), taskwarrior (what is due; it is handed the
obligations as tasks), and the question written in SQL for sqlite3, over the tables of by_hand.cpp. Those that aren't
installed are left out. Ratios are medians over rounds, in turn in one run, to `tracker due --csv`.
"""
import argparse
import csv
import datetime
import json
import pathlib
import shutil
import sys
import tempfile

import run as bench

QUESTION = """
WITH RECURSIVE month(p) AS (SELECT min(first) FROM contract UNION ALL SELECT p + 1 FROM month WHERE p < {last}),
kinds(kind, "offset", day) AS (VALUES (0, 1, 1), (1, 1, 5), (2, 1, 5), (3, 0, 20), (4, 0, 10)),
paid_by AS (SELECT contract, sum(amount) AS money FROM paid GROUP BY contract),
item AS (SELECT id, client, kind, p, date(printf('%04d-%02d-%02d', (p + "offset") / 12, (p + "offset") % 12 + 1, day)) AS due
         FROM contract, month, kinds WHERE p >= first)
SELECT item.client, item.kind, p, due FROM item
    LEFT JOIN done ON done.contract = item.id AND done.period = p AND done.kind = item.kind
    LEFT JOIN paid_by ON paid_by.contract = item.id JOIN contract ON contract.id = item.id
WHERE due <= date('{day}', '+7 days') AND done.contract IS NULL
    AND (item.kind <> 4 OR (p - first + 1) * fee > coalesce(money, 0))
ORDER BY due, item.client;
"""


def rows(file):
    with file.open(newline="") as text:
        yield from csv.DictReader(text)


def write_journal(folder, months):
    """Each fee as it falls due, each payment as it came."""
    with (folder / "practice.journal").open("w") as journal:
        for contract in rows(folder / "contracts.csv"):
            starts = datetime.date.fromisoformat(contract["starts"])
            for month in range(months):
                year, index = divmod(starts.year * 12 + starts.month - 1 + month, 12)
                journal.write(f"{year}-{index + 1:02}-10 fee\n    receivable:{contract['client']}  {contract['fee']} RUB\n    income\n\n")
        for payment in rows(folder / "payments.csv"):
            journal.write(f"{payment['date']} payment\n    bank  {payment['amount']} RUB\n    receivable:{payment['client']}\n\n")
    return folder / "practice.journal"


def write_tasks(folder):
    """What was done as completed tasks, what is open as pending ones."""
    tasks = []
    for done in rows(folder / "fulfilments.csv"):
        day = done["date"].replace("-", "") + "T000000Z"
        tasks.append({"description": f"{done['client']} {done['kind']} {done['period']}", "status": "completed", "entry": day, "end": day})
    for line in (folder / "open.rem").read_text().splitlines():
        words = line.split()
        day = words[1].replace("-", "") + "T000000Z"
        tasks.append({"description": " ".join(words[words.index("MSG") + 1:]), "status": "pending", "entry": day, "due": day})
    (folder / "tasks.json").write_text(json.dumps(tasks))
    return folder / "tasks.json"


def contenders(found, folder, database, months):
    yardstick = "`tracker due --csv`"
    all_of_them = {yardstick: [found.tracker, "due", "--csv", "--db", database]}
    by_hand = str(folder / "by_hand.db")
    bench.answer([found.by_hand, "make", by_hand, str(folder), bench.DAY], found.environment)
    all_of_them["the question in SQL, `sqlite3`"] = [found.sqlite, by_hand, QUESTION.format(day=bench.DAY, last=int(bench.DAY[:4]) * 12 + int(bench.DAY[5:7]))]
    for name in ("ledger", "hledger"):
        if program := shutil.which(name):
            journal = write_journal(folder, months)
            all_of_them[f"`{name} balance`, payments only"] = [program, "-f", str(journal), "balance", "receivable"]
    if program := shutil.which("task"):
        task = [program, f"rc.data.location={folder / 'tasks'}", "rc.confirmation=off", "rc.verbose=nothing", "rc.hooks=off", "rc.gc=off"]
        (folder / "tasks").mkdir()
        bench.answer([*task, "import", str(write_tasks(folder))], found.environment)
        all_of_them["`task export`, with a filter"] = [*task, "due.before:2026-11-28", "status:pending", "export"]
    return yardstick, all_of_them


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--months", type=int, default=36)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-peers-") as folder:
        found = bench.Bench(options.build.resolve(), pathlib.Path(folder), options)
        found.environment["TASKRC"] = "/dev/null"
        place, database, made = found.practice("practice", "--settled-but-tail")
        yardstick, all_of_them = contenders(found, place, database, options.months)
        found.report(f"{options.clients:,} clients, {options.months} months, {made['facts']:,} facts", yardstick,
                     bench.in_turn(yardstick, all_of_them, options.rounds, found.environment))
        bench.print_table(("what", "median", "ratio"), *found.rows)


if __name__ == "__main__":
    sys.exit(main())
