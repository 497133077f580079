#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the instructions of commands at two sizes of what they work on, and fails where they grow faster than they should.

Instructions, not seconds: they are the same on a busy machine. What grows with the square is harmless at the sizes that a test
can afford, and stops a practice years later.

    growth.py --tracker build/test/tracker [--only WORD]
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

import growth_bank
import growth_ledger
from instructions import count, run

SKIPPED = 77


class Practices:
    """The folders of prepared databases, each made once: several scenarios ask about one."""

    def __init__(self, tracker, folder):
        self.tracker = tracker
        self.folder = folder
        self.made = {}

    def of(self, scenario, size):
        key = (scenario.prepare, size)
        if key not in self.made:
            folder = self.folder / f"made-{len(self.made)}"
            folder.mkdir()
            scenario.prepare(lambda arguments: run(self.command(arguments), cwd=folder), folder, size)
            self.made[key] = folder
        return self.made[key]

    def command(self, arguments):
        return [self.tracker, *arguments, "--db", "practice.db"]

    def work(self, scenario, size):
        """What the scenario's command works, on a copy: commands that write leave the next one what was prepared."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            shutil.copytree(self.of(scenario, size), folder, dirs_exist_ok=True)
            return count(self.command(scenario.command), cwd=folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracker", required=True, type=pathlib.Path)
    parser.add_argument("--only", default="", help="only the scenarios whose names hold this word")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        print("valgrind isn't here: nothing is counted")
        sys.exit(SKIPPED)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="tracker-growth-") as folder:
        practices = Practices(options.tracker.resolve(), pathlib.Path(folder))
        for scenario in growth_ledger.SCENARIOS + growth_bank.SCENARIOS:
            if options.only not in scenario.name:
                continue
            floor, less, more = (practices.work(scenario, size) for size in (1, *scenario.sizes))
            growth = (more - floor) / max(less - floor, 1)
            wrong += growth > scenario.most
            print(f"{scenario.name}: from {scenario.sizes[0]} to {scenario.sizes[1]} the work grows {growth:.1f} times"
                  f"{f', more than {scenario.most}' if growth > scenario.most else ''}"
                  f" ({(less - floor) / 1e6:,.1f} and {(more - floor) / 1e6:,.1f} million instructions)", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
