#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Disturbs each command that writes at each change that it makes to the disk, and looks whether it kept its word.

The disk is full, or broken, or a write stops half way, or the power goes: before each change in turn, and after the
last one. What was written and not synced is then lost, kept or torn by chance. And the program is killed at each system
call that writes, and each call by which it uses a file fails. Afterwards, by the undisturbed program:

    - it either was done, with exit code 0, or gave exit code 4 and one line that says what is wrong; 6 where it was done
      and could not be told;
    - the database is whole, and no other file is left;
    - its rows are all those before the command or all those after it, and those after it if it said that it was done;
    - where they are those before, the command can be run again, and ends as it would have undisturbed;
    - no letter is handed to the mail command twice.

    sweep.py --tracker build/tracker --faulty build/tests/faults/faulty_tracker
    sweep.py ... --only pay --point power:11:0     one disturbance, as it is printed where a command was wrong
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import shutil
import sys
import tempfile
import threading

from practice import Case, run_transcript
from scenarios import MAIL_COMMAND, SCENARIOS
from verdict import Point, Verdict, Wrong

# What the program can say of a whole database, if it is one that can.
CHECKS = ("check",), ("log", "--head")
OUTCOMES = "absorbed", "failed", "recorded", "wrong"
ALWAYS = 4  # the last changes are tried whatever the stride: there a command is done
MOST_SHOWN = 12


def every(count, stride, first):
    """Numbers from 1 on, beginning where it differs from kind to kind; and the last ones."""
    return sorted({*range(1 + first % stride, count + 1, stride), *range(max(1, count - ALWAYS + 1), count + 1)})


def points(case, stride, seed):
    operations = case.operations
    for number, kind in enumerate(("enospc", "eio", "short")):
        for at in every(len(operations), stride, number):
            if kind != "short" or operations[at - 1].startswith("write "):
                yield Point(kind, at)
    for number, fixed in enumerate((0, 1, None, None)):
        for at in every(len(operations) + 1, stride, number):
            yield Point("power", at, 2 + seed * 1_000_003 + at * 2 + number % 2 if fixed is None else fixed)
    for number, (call, count) in enumerate(sorted(case.calls.items())):
        for at in every(count, stride, number):
            yield Point("kill-" + call, at)
    for number, (call, count) in enumerate(sorted(case.fallible.items())):
        for at in every(count, stride, number):
            yield Point("fail-" + call, at)


class Sweep:
    def __init__(self, case, folder, checks):
        self.case, self.folder = case, folder
        self.verdict = Verdict(case, checks)

    def disturb(self, point):
        """What became of it, and what was wrong."""
        practice = self.case.fresh(self.folder / threading.current_thread().name)
        words = self.case.scenario.words
        if point.call:
            happens = "signal=KILL" if point.kills else "error=EIO"
            run = practice.run(*words, before=("strace", "-o", "/dev/null", "-e", f"trace={point.call}", "-e",
                                               f"inject={point.call}:{happens}:when={point.at}"))
        else:
            run = practice.run(*words, program=self.case.faulty, more={"TRACKER_FAULT": str(point)})
        try:
            return self.verdict.judge(practice, point, run), ""
        except Wrong as wrong:
            return "wrong", str(wrong)


def show(rows):
    """A table, with a total."""
    total = collections.Counter()
    print(f"{'command':14} {'disturbance':12} {'points':>7} " + " ".join(f"{outcome:>8}" for outcome in OUTCOMES))
    for (command, kind), found in rows.items():
        print(f"{command:14} {kind:12} {found.total():7} " + " ".join(f"{found[outcome]:8}" for outcome in OUTCOMES))
        total += found
    print(f"{'total':27} {total.total():7} " + " ".join(f"{total[outcome]:8}" for outcome in OUTCOMES))


def sweep(arguments, tools, folder, checks):
    rows = collections.defaultdict(collections.Counter)
    shown = 0
    for scenario in SCENARIOS:
        if arguments.only not in (None, scenario.name):
            continue
        place = folder / scenario.name
        place.mkdir()
        (place / "tools").symlink_to(tools)
        case = Case(scenario, arguments.tracker, arguments.faulty, place, arguments.strace)
        one = Sweep(case, place, checks)
        todo = [arguments.point] if arguments.point else list(points(case, arguments.stride, arguments.seed))
        with concurrent.futures.ThreadPoolExecutor(arguments.workers) as pool:
            for point, (outcome, wrong) in zip(todo, pool.map(one.disturb, todo)):
                kind = point.kind
                if kind == "power":
                    kind += f" {('none', 'all')[point.seed]}" if point.seed < 2 else " some"
                rows[scenario.name, kind.split("-")[0] if point.call else kind][outcome] += 1
                if wrong and (shown := shown + 1) <= MOST_SHOWN:
                    print(f"WRONG: --only {scenario.name} --point {point}: {wrong}", flush=True)
        if arguments.point and not arguments.point.call and case.operations[arguments.point.at - 1:]:
            print(f"the change was: {case.operations[arguments.point.at - 1]}")
    show(rows)
    return sum(found["wrong"] for found in rows.values())


def read_point(text):
    kind, at, *seed = text.split(":")
    return Point(kind, int(at), int(seed[0]) if seed else 0)


def can_trace():
    """strace may be missing, or forbidden."""
    run = shutil.which("strace") and os.system("strace -o /dev/null true 2> /dev/null") == 0
    if not run:
        print("NOT TRIED: killing at each system call, since strace doesn't work here", flush=True)
    return bool(run)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    resolved = {"required": True, "type": lambda text: pathlib.Path(text).resolve()}
    parser.add_argument("--tracker", help="the program", **resolved)
    parser.add_argument("--faulty", help="faulty_tracker", **resolved)
    parser.add_argument("--stride", type=int, default=1, help="try only each so-manieth point")
    parser.add_argument("--seed", type=int, default=1, help="of what is lost by chance with the power")
    parser.add_argument("--only", choices=[scenario.name for scenario in SCENARIOS], help="one command")
    parser.add_argument("--point", type=read_point, metavar="KIND:N:SEED", help="one disturbance; needs --only")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    os.nice(10)
    arguments.strace = can_trace()
    with tempfile.TemporaryDirectory(prefix="tracker-") as tools, \
            tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as folder:
        mail = pathlib.Path(tools) / "mail"  # apart: a folder in memory may be one from which nothing can be run
        mail.write_text(MAIL_COMMAND)
        mail.chmod(0o755)
        checks = CHECKS if os.system(f"{arguments.tracker} help check > /dev/null 2>&1") == 0 else ()
        wrong = sweep(arguments, pathlib.Path(tools), pathlib.Path(folder), checks)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
