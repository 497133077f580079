#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Asks each question twice: of a database, and of a copy whose cache was deleted. The answers must be the same.

A practice lives through a year: after each command that writes, the morning's questions are asked for that day, for
days to come and for days gone by. Each command must leave a cache that is of use, or the test proves nothing.

    cache.py --tracker build/tracker
"""
import argparse
import datetime
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

QUESTIONS = [["due", "--days", "40", "--csv"], ["overdue", "--csv"], ["status", "--csv"], ["remind", "--csv"]]
DAYS_FROM_NOW = (-200, -1, 0, 1, 9, 45)

# What happens on which day; facts for the past and for the future among them.
YEAR = [
    ("2026-11-20", "pay neulovimy 3000"), ("2026-11-23", "pay neulovimy 3000"),
    ("2026-11-24", "done neulovimy statement 2026-10 --on 2026-11-24"), ("2026-11-24", "undo"),
    ("2026-11-25", "waive neulovimy documents 2026-10 --reason lost"),
    ("2026-11-26", "pay vesna 100000"), ("2026-11-27", "extend gorod payment 2026-12 --until 2026-12-28 --reason asked"),
    ("2026-12-01", "remind --send --to-test-addresses"), ("2026-12-11", "pay gorod 1 --on 2026-10-01"), ("2026-12-12", "undo"),
    ("2026-12-14", "pay vesna -90000 --on 2027-02-01"), ("2026-12-15", "charge elochka 900 --due 2027-01-20 --for archive"),
    ("2026-12-17", "remind --send --to-test-addresses"), ("2026-12-18", "told neulovimy called --by phone --about suspension"),
    ("2026-12-20", "pay neulovimy 6000 --on 2026-12-19"), ("2026-12-21", "remind --send --to-test-addresses"),
    ("2027-01-12", "contract amend kometa --from 2027-01 --fee 15000 --grace 9"),
    ("2027-01-13", "schedule set northwind documents --from 2027-02 --owed-by client --offset 1 --day 15 --convention none"),
    ("2027-01-20", "suspend vesna --from 2027-01-25 --until 2027-02-05 --reason asked"),
    ("2027-02-02", "done vesna salary 2026-12 --on 2027-02-02"), ("2027-03-01", "credit elochka 5000 --for error"),
    ("2027-03-15", "contract end lotos --on 2027-03-31 --reason parted"), ("2027-03-16", "import holidays holidays.csv"),
    ("2027-06-10", "pay neulovimy 60000"), ("2027-06-20", "remind --send --to-test-addresses"), ("2027-09-10", "credit neulovimy 1 --for rounding"), ("2027-09-10", "undo"),
]
HOLIDAYS = "date,kind,name\n2027-03-29,holiday,a bridge\n2027-06-15,holiday,another\n"


class Practice:
    def __init__(self, tracker, folder):
        self.tracker = tracker
        self.folder = pathlib.Path(folder)
        self.day = "2026-11-20"
        (self.folder / "holidays.csv").write_text(HOLIDAYS)
        mail = self.folder / "mail"
        mail.write_text("#!/bin/sh\ncat > /dev/null\n")
        mail.chmod(0o700)

    def run(self, words, database="practice.db", check=True):
        done = subprocess.run([self.tracker, *words, "--db", database], cwd=self.folder, capture_output=True, text=True, check=False,
                              env={"TRACKER_NOW": f"{self.day}T09:00:00Z", "USER": "maria", "PATH": "/usr/bin:/bin",
                                   "HOME": str(self.folder)})
        if check and done.returncode not in (0, 1):
            sys.exit(f"on {self.day}: tracker {' '.join(words)}: {done.stderr}{done.stdout}")
        return done.stdout

    def without_cache(self):
        """A copy without it; how much there was."""
        shutil.copy(self.folder / "practice.db", self.folder / "bare.db")
        with sqlite3.connect(self.folder / "bare.db") as database:
            return database.execute("DELETE FROM cache_contract").rowcount

    def compare(self, after):
        if self.without_cache() == 0:
            sys.exit(f"after '{after}' there is no cache")
        asked = 0
        for days in DAYS_FROM_NOW:
            on = str(datetime.date.fromisoformat(self.day) + datetime.timedelta(days))
            for question in QUESTIONS:
                words = [*question, "--on", on]
                held, bare = self.run(words), self.run(words, "bare.db")
                if held != bare:
                    sys.exit(f"after '{after}' on {self.day}, {' '.join(words)} says with the cache:\n{held}and without:\n{bare}")
                asked += 1
        return asked


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracker", required=True, type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-cache-") as folder:
        practice = Practice(options.tracker.resolve(), folder)
        practice.run(["init", "--demo"])
        practice.run(["setting", "sender", "firm@example.org"])
        practice.run(["setting", "mail-command", str(pathlib.Path(folder) / "mail")])
        asked = 0
        for day, command in YEAR:
            practice.day = day
            practice.run(command.split())
            asked += practice.compare(command)
            if practice.run(["check", "--all", "--quiet"]):
                sys.exit(f"after '{command}' on {day}: {practice.run(['check', '--all'])}")
        print(f"{asked} questions answered alike with the cache and without it")


if __name__ == "__main__":
    main()
