#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Backups are made and restored while others write to the database and read it, and some are killed.

Writers pay, each payment under a reference of its own; readers ask, and mistrust what they see; one or two make backups
and restore them. Writers and restorers are killed at random moments. A command may fail in one way only: it was told
that others are at it. At the end,

    - every payment that was acknowledged is in the database or in a file that a restore kept, and in none twice;
    - the database and all that was kept are whole, by SQLite's check and by the program's own;
    - nothing else is left beside them once the next restore has cleared up.

    restores.py --tracker build/tracker [--seconds 60] [--writers 6] [--readers 2] [--restorers 2]
"""
import argparse
import collections
import itertools
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import run_transcript  # noqa: E402: it lies beside the transcripts

DATABASE = "practice.db"
KEPT = DATABASE + ".before-restore-"
OTHERS = b"is in use by another process", b"another process is making", b"is being written to all the time"
KILLED_ONE_IN = 3
LONGEST_LIFE = 0.02  # seconds after which a process that is to be killed is


class Practice:
    def __init__(self, tracker, folder, clients):
        self.tracker, self.folder = str(tracker), folder
        self.environment = run_transcript.make_environment(tracker, pathlib.Path(__file__).resolve().parents[2],
                                                           folder.parent / "tools", folder)
        self.environment["TRACKER_DB"] = DATABASE
        del self.environment["TRACKER_NOW"]  # restores of one second would share a name
        self.faults, self.count, self.lock = [], collections.Counter(), threading.Lock()
        self.acknowledged = set()
        for words in (("init",), *((("client", "add", f"c{n}", f"Client {n}")) for n in range(clients)),
                      *((("contract", "add", f"c{n}", f"{n}/26", "--starts", "2026-01-01", "--fee", "6000"))
                        for n in range(clients)), ("backup", "first.db")):
            done = self.run(*words)
            if done.returncode:
                sys.exit(f"{words}: {done.stderr.decode()}")
        self.backups = ["first.db"]

    def start(self, *words):
        return subprocess.Popen([self.tracker, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words):
        return subprocess.run([self.tracker, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)

    def tell(self, what):
        with self.lock:
            self.count[what] += 1

    def fault(self, what):
        with self.lock:
            self.faults.append(what)

    def tried(self, what, *words):
        """The answer, or nothing if others were at it."""
        done = self.run(*words)
        if done.returncode == 0 and not done.stderr:
            self.tell(what)
            return done.stdout.decode()
        if done.returncode == 4 and any(one in done.stderr for one in OTHERS) and done.stderr.count(b"\n") == 1:
            self.tell("waited in vain to " + what)
        elif not words == ("check",) or done.stderr or any(not line.startswith(b"leftover: ")
                                                           for line in done.stdout.splitlines()):
            self.fault(f"{words} exited with {done.returncode}: {(done.stdout[-300:], done.stderr[:300])!r}")
        return None

    def kill(self, what, after, *words):
        """Starts a command and kills it, wherever it is by then."""
        process = self.start(*words)
        time.sleep(after)
        process.kill()
        process.communicate()
        self.tell("killed " + what)


class User:
    def __init__(self, practice, number):
        self.practice, self.number, self.source = practice, number, random.Random(number)

    def run(self, until):
        for step in itertools.count():
            if time.monotonic() >= until or self.practice.faults:
                return
            self.step(step)

    def killed(self):
        return self.source.randrange(KILLED_ONE_IN) == 0


class Writer(User):
    def step(self, step):
        reference = f"{self.number}-{step}"
        words = ("pay", f"c{self.number}", "10", "--ref", reference)
        if self.killed():
            self.practice.kill("pay", self.source.uniform(0, LONGEST_LIFE), *words)
        elif self.practice.tried("pay", *words) is not None:
            with self.practice.lock:
                self.practice.acknowledged.add(reference)


class Reader(User):
    def step(self, _step):
        self.practice.tried("reads", *self.source.choice((("due",), ("status",), ("log", "--verify"), ("check",))))


class Restorer(User):
    def step(self, step):
        if self.source.randrange(3) == 0:
            name = f"backup-{self.number}-{step}.db"
            if self.practice.tried("backup", "backup", name) is not None:
                with self.practice.lock:
                    self.practice.backups.append(name)
            return
        words = ("restore", self.source.choice(self.practice.backups[-9:]))
        if self.killed():
            self.practice.kill("restore", self.source.uniform(0, LONGEST_LIFE), *words)
        else:
            self.practice.tried("restore", *words)


def references(path, fault):
    """Of the payments that a database holds; what is wrong with it is told."""
    connection = sqlite3.connect(path)  # may write: what a killed process left is rolled back
    try:
        for check in ("integrity_check", "foreign_key_check"):
            wrong = [row for row in connection.execute(f"PRAGMA {check}") if row != ("ok",)]
            if wrong:
                fault(f"{path.name}: {check} says {wrong[0]}")
        found = collections.Counter(row[0] for row in connection.execute(
            "SELECT reference FROM payment WHERE retracted IS NULL"))
    finally:
        connection.close()
    twice = [reference for reference, times in found.items() if times > 1]
    if twice:
        fault(f"{path.name}: {twice[0]} is there twice")
    return found.keys()


def judge(practice):
    restored = practice.run("restore", "first.db")  # clears up what the killed ones left
    if restored.returncode:
        practice.fault(f"the last restore says {restored.stderr!r}")
    databases = [practice.folder / DATABASE, *sorted(practice.folder.glob(KEPT + "*"))]
    found = set()
    for path in databases:
        if re.search(r"\.part(-journal)?$|-journal$", path.name):
            practice.fault(f"{path.name} is left")
            continue
        found |= references(path, practice.fault)
        for words in (("log", "--verify"), ("check",)):
            checked = practice.run(*words, "--db", path.name)
            if checked.returncode or checked.stderr:
                practice.fault(f"{path.name}: {words} says {checked.stdout + checked.stderr!r}")
    lost = practice.acknowledged - found
    if lost:
        practice.fault(f"{len(lost)} of {len(practice.acknowledged)} acknowledged payments are nowhere: {min(lost)}")
    return len(databases) - 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--folder", help="where to work; default: memory, if there is a folder in it")
    for name, value in (("seconds", 60), ("writers", 6), ("readers", 2), ("restorers", 2)):
        parser.add_argument("--" + name, type=int, default=value)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-", dir=arguments.folder or run_transcript.memory_folder()) as temporary:
        for name in ("tools", "work"):
            (pathlib.Path(temporary) / name).mkdir()
        practice = Practice(arguments.tracker, pathlib.Path(temporary) / "work", arguments.writers)
        kinds = ((Writer, arguments.writers), (Reader, arguments.readers), (Restorer, arguments.restorers))
        users = [kind(practice, number) for kind, count in kinds for number in range(count)]
        until = time.monotonic() + arguments.seconds
        threads = [threading.Thread(target=user.run, args=(until,)) for user in users]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kept = judge(practice)
    print(f"{arguments.seconds} s: " + ", ".join(f"{number} {what}" for what, number in sorted(practice.count.items())) +
          f"; {len(practice.acknowledged)} payments acknowledged, {kept} databases kept, {len(practice.faults)} faults")
    for fault in practice.faults:
        print(fault)
    if not practice.count["restore"] or not practice.acknowledged:
        sys.exit("nothing was restored or written, which proves nothing")
    sys.exit(1 if practice.faults else 0)


if __name__ == "__main__":
    main()
