#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures tracker beside its yardsticks, in turn in one run, and prints one table for the README.

    cmake --workflow --preset bench && tests/bench/run.py build/bench

Yardsticks: an empty C++ program for starting up, remind for the morning's report, programs by hand, sqlite3's .import
for reading files. Absolute times say little about another machine; the ratios do. A ratio is the median over rounds of the
time divided by the yardstick's in the same round. Builds nothing, asserts nothing about time.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

DAY = "2026-11-20"


def run_once(command, environment):
    """Seconds from start to end, by the wall. No shell and no pipe: they cost more than an empty program."""
    to_nothing = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=to_nothing)
    _, status = os.waitpid(process, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"{' '.join(command)} failed")
    return seconds


def times_in_turn(contenders, rounds, environment, prepare=lambda name: None):
    """{name: seconds in each round}; one round before the first is not counted."""
    times = {name: [] for name in contenders}
    for _ in range(rounds + 1):
        for name, command in contenders.items():
            prepare(name)
            times[name].append(run_once(command, environment))
    return {name: taken[1:] for name, taken in times.items()}


def medians(yardstick, times):
    """{name: (median seconds, median ratio to the yardstick)}"""
    base = times[yardstick]
    return {
        name: (statistics.median(taken), statistics.median(t / b for t, b in zip(taken, base)))
        for name, taken in times.items()
    }


def in_turn(yardstick, contenders, rounds, environment, prepare=lambda name: None):
    return medians(yardstick, times_in_turn(contenders, rounds, environment, prepare))


def answer(command, environment):
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def make_environment(folder):
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "USER": "bench", "LANG": "C.UTF-8",
            "TRACKER_NOW": f"{DAY}T09:00:00Z"}


def built(build, name):
    program = str(build / name)
    return program if os.access(program, os.X_OK) else sys.exit(f"there is no '{program}': build with TRACKER_BENCH=ON")


def installed(name):
    return shutil.which(name) or sys.exit(f"install {name}")


def written(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 10 else f"{seconds:.1f} s"


def print_table(*rows):
    """The first row is the heading; all columns but the first are figures."""
    head, *body = rows
    for row in (head, ("---", *["---:"] * (len(head) - 1)), *body):
        print("| " + " | ".join(row) + " |")


class Bench:
    def __init__(self, build, folder, options):
        self.tracker = built(build, "tracker")
        self.generate = built(build, "tests/bench/bench_generate")
        self.empty = built(build, "tests/bench/bench_empty")
        self.by_hand = built(build, "tests/bench/bench_by_hand")
        self.remind = installed("remind")
        self.sqlite = installed("sqlite3")
        self.folder = folder
        self.options = options
        self.environment = make_environment(folder)
        self.rows = []

    def practice(self, name, *more, clients=None, months=None):
        """The files of a practice and its database; what the generator says of it."""
        folder = self.folder / name
        folder.mkdir()
        made = json.loads(answer([self.generate, str(folder), "--on", DAY, "--clients",
                                  str(clients or self.options.clients), "--months", str(months or self.options.months), *more], self.environment))
        database = str(folder / "practice.db")
        self.write(database, "init")
        before = os.path.getsize(database)
        for what in ("clients", "contracts", "schedule"):
            file = folder / f"{what}.csv"
            if len(file.read_text().splitlines()) > 1:
                self.write(database, "import", what, str(file))
        shutil.copy(database, folder / "before-facts.db")
        for what in ("fulfilments", "payments"):
            self.write(database, "import", what, str(folder / f"{what}.csv"))
        made["bytes"] = (os.path.getsize(database) - before) / made["facts"]
        return folder, database, made

    def write(self, database, *words):
        answer([self.tracker, *words, "--db", database], self.environment)

    def report(self, section, yardstick, figures):
        self.rows.append((f"**{section}**", "", ""))
        for name, (seconds, ratio) in figures.items():
            self.rows.append((name, written(seconds), "1" if name == yardstick else f"{ratio:.2f}"))

    def starting(self):
        database = str(self.folder / "empty.db")
        self.write(database, "init")
        yardstick = "an empty C++ program"
        contenders = {
            yardstick: [self.empty],
            "`tracker due`, empty database": [self.tracker, "due", "--db", database],
            "`tracker due --csv`, empty database": [self.tracker, "due", "--csv", "--db", database],
        }
        self.report("Starting up", yardstick, in_turn(yardstick, contenders, self.options.starts, self.environment))

    def small_practice(self):
        """Start-up with facts: what an accountant of fifty clients has after three years."""
        yardstick = "an empty C++ program"
        _, database, _ = self.practice("small", "--settled-but-tail", clients=50, months=36)
        contenders = {yardstick: [self.empty], "`tracker due`, 50 clients, 36 months": [self.tracker, "due", "--db", database]}
        self.report("Starting up with facts", yardstick, in_turn(yardstick, contenders, self.options.starts, self.environment))

    def history(self):
        """The same questions with ten times the months."""
        _, short, _ = self.practice("short", "--settled-but-tail", clients=self.options.clients, months=36)
        _, long, made = self.practice("long", "--settled-but-tail", clients=self.options.clients, months=360)
        for words in (("due", "--csv"), ("overdue", "--csv"), ("status", "--csv"), ("remind", "--csv")):
            yardstick = f"`tracker {words[0]}`, 36 months"
            contenders = {
                yardstick: [self.tracker, *words, "--db", short],
                f"the same, 360 months ({made['facts']:,} facts)": [self.tracker, *words, "--db", long],
            }
            self.report("Ten times the history", yardstick, in_turn(yardstick, contenders, self.options.rounds, self.environment))

    def sizes(self, clients):
        """Beside programs that are written by hand for these practices alone, and know no pause."""
        folder, database, made = self.practice(f"sized-{clients}", "--settled-but-tail", clients=clients, months=36)
        by_hand = str(folder / "by_hand.db")
        answer([self.by_hand, "make", by_hand, str(folder), DAY], self.environment)
        title = f"{clients:,} clients, 36 months, {made['facts']:,} facts"
        past = "2025-11-20"
        for yardstick, mode, day, words in (
            ("reading only what is open", "open", DAY, ("due", "--csv")),
            ("one ordered pass", "pass", past, ("due", "--csv", "--on", past)),
            ("one INSERT", "insert", DAY, ("pay", "client-0001", "1")),
        ):
            contenders = {
                f"by hand, {yardstick}": [self.by_hand, mode, by_hand, day],
                f"`tracker {' '.join(words)}`": [self.tracker, *words, "--db", database],
            }
            self.report(title, f"by hand, {yardstick}",
                        in_turn(f"by hand, {yardstick}", contenders, self.options.rounds, self.environment))
        self.rows.append(("database, bytes a fact (by hand, without changes)",
                          f"{made['bytes']:.0f} ({os.path.getsize(by_hand) / made['facts']:.0f})", ""))

    def mornings(self, title, folder, database, made):
        def tracker(*words):
            return [self.tracker, *words, "--on", DAY, "--db", database]

        def remind(script):
            return [self.remind, str(folder / script), DAY]

        yardstick = "`remind`, all facts"
        contenders = {
            yardstick: remind("all.rem"),
            "`remind`, all facts as bare dates": remind("plain.rem"),
            "`remind`, open items only": remind("open.rem"),
            "`tracker due`": tracker("due"),
            "`tracker due --csv`": tracker("due", "--csv"),
            "`tracker overdue`": tracker("overdue"),
            "`tracker status`": tracker("status"),
        }
        figures = in_turn(yardstick, contenders, self.options.rounds, self.environment)
        listed = len(answer(tracker("due", "--csv"), self.environment).splitlines()) - 1
        reminded = sum(line.startswith("client-") for line in answer(remind("all.rem"), self.environment).splitlines())
        self.report(f"{title}: {made['facts']:,} facts; due lists {listed:,} items, remind {reminded:,}", yardstick, figures)

    def importing(self, folder, made):
        """Beside sqlite3's .import of the rows as they are stored, into tables with the same columns, checks,
        triggers and indexes. Only `retracted` is missing: .import can't leave a cell NULL."""
        database = str(folder / "import.db")
        bare = str(folder / "bare.db")
        stored = {"fulfilments": ("fulfilment", "contract, entry, period, kind, date, note, added"),
                  "payments": ("payment", "contract, entry, date, amount, reference, source, coalesce(line, 0), added")}
        self.make_bare(folder / "before-facts.db", folder / "bare-before.db")

        def prepare(_):
            shutil.copy(folder / "before-facts.db", database)
            shutil.copy(folder / "bare-before.db", bare)

        for what, (table, columns) in stored.items():
            file = str(folder / f"{what}.csv")
            rows = folder / f"{table}.csv"
            rows.write_text(answer([self.sqlite, "-csv", str(folder / "practice.db"),
                                    f"SELECT {columns} FROM {table} ORDER BY entry"], self.environment))
            yardstick = f"`sqlite3` `.import`, {made[what]:,} {what} into the same table"
            contenders = {
                yardstick: [self.sqlite, bare, ".mode csv", f".import {rows} {table}"],
                f"`tracker import {what}`": [self.tracker, "import", what, file, "--db", database],
            }
            figures = in_turn(yardstick, contenders, self.options.imports, self.environment, prepare)
            self.report(f"Importing {what}", yardstick, figures)
            for name, (seconds, _) in figures.items():
                self.rows.append((f"{name}, rows a second", f"{made[what] / seconds:,.0f}", ""))
        self.rows.append(("database, bytes a fact", f"{made['bytes']:.0f}", ""))

    def make_bare(self, before, bare):
        """The tables of schema.sql without `retracted`, with what facts refer to."""
        schema = (pathlib.Path(__file__).parents[2] / "schema.sql").read_text()
        schema = schema[:schema.index("-- For people")]
        for cut in ("    retracted INTEGER REFERENCES change CHECK (retracted > added),\n",
                    " AND held.retracted IS NULL", " WHERE retracted IS NULL"):
            schema = schema.replace(cut, "")
        tables = ("change", "kind", "client", "contract")
        filled = "".join(f"INSERT INTO {table} SELECT * FROM before.{table};" for table in tables)
        subprocess.run([self.sqlite, str(bare)], input=f"{schema} ATTACH '{before}' AS before; {filled}",
                       env=self.environment, check=True, text=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path, help="a build folder with TRACKER_BENCH=ON")
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--months", type=int, default=36)
    parser.add_argument("--rounds", type=int, default=9, help="of each morning's report")
    parser.add_argument("--starts", type=int, default=101, help="of each program's start")
    parser.add_argument("--imports", type=int, default=3, help="of each file; 0: none")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000], help="clients, for what is compared with programs by hand")
    parser.add_argument("--folder", type=pathlib.Path, help="where the practices are made (default: the system's /tmp)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-bench-", dir=options.folder) as folder:
        bench = Bench(options.build.resolve(), pathlib.Path(folder), options)
        bench.starting()
        bench.small_practice()
        bench.history()
        for clients in options.sizes:
            bench.sizes(clients)
        careless = bench.practice("careless")
        settled = bench.practice("settled", "--settled-but-tail")
        bench.mornings("One in twelve never done", *careless)
        bench.mornings("Settled but for the last two months", *settled)
        if options.imports:
            bench.importing(careless[0], careless[2])
        print_table(("what", "median", "ratio"), *bench.rows)


if __name__ == "__main__":
    main()
