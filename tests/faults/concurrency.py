#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Many processes write to and read one database at a time: each change is there whole or not at all, and once.

Writers pay, record work done, import files of several payments and undo what they did; readers ask. A command may fail in
one way only: the database is in use by another process. At the end, what exited with 0 is on record exactly once, what
failed isn't, the changes are numbered without gaps, and SQLite's own check finds nothing.

    concurrency.py --tracker build/tracker [--seconds 60] [--writers 8] [--readers 8]
"""
import argparse
import collections
import csv
import io
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import run_transcript  # noqa: E402: it lies beside the transcripts
from concurrent_users import FIRST_YEAR, Reader, Writer  # noqa: E402: as all imports of our own

DATABASE = "practice.db"
IN_USE = b"is in use by another process"


class Practice:
    def __init__(self, tracker, folder, writers):
        self.tracker = str(tracker)
        self.folder = folder
        self.environment = run_transcript.make_environment(tracker, pathlib.Path(__file__).resolve().parents[2],
                                                           folder.parent / "tools", folder)
        self.environment["TRACKER_DB"] = DATABASE
        self.faults = []
        self.count = collections.Counter()
        self.lock = threading.Lock()
        self.must("init")
        for number in range(writers):
            self.must("client", "add", f"w{number}", f"Client {number}")
            self.must("contract", "add", f"w{number}", f"{number}/26", "--starts", f"{FIRST_YEAR}-01-01", "--fee", "6000")
        self.changes_before = 1 + 2 * writers

    def run(self, *words, user="maria"):
        return subprocess.run([self.tracker, *words], cwd=self.folder, env={**self.environment, "USER": user},
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)

    def must(self, *words):
        """Asks until the database is free."""
        while True:
            done = self.run(*words)
            if done.returncode == 0:
                return done.stdout.decode()
            if IN_USE not in done.stderr:
                sys.exit(f"{words} failed with {done.returncode}: {done.stderr.decode(errors='replace')}")

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.must(*words, "--csv"))))

    def fault(self, what):
        with self.lock:
            self.faults.append(what)

    def tell(self, what):
        with self.lock:
            self.count[what] += 1

    def tried(self, what, *words, user="maria"):
        """The command's answer, or nothing if the database was in use; anything else is a fault."""
        done = self.run(*words, user=user)
        if done.returncode == 0:
            self.tell(what)
            return done.stdout.decode()
        if done.returncode == 4 and IN_USE in done.stderr and done.stderr.count(b"\n") == 1:
            self.tell("time-outs of " + what)
        else:
            self.fault(f"{words} exited with {done.returncode}: {done.stderr[:300]!r}")
        return None


def faults_at_the_end(practice, writers):
    log = practice.rows("log")
    if [int(row["number"]) for row in log] != list(range(1, len(log) + 1)):
        yield "the changes are numbered with gaps"
    made = collections.Counter(row["user"].partition(" (uid ")[0] for row in log[practice.changes_before:])
    recorded = collections.defaultdict(list)
    for row in practice.rows("export", "payments"):
        recorded[row["client"]].append(row["reference"])
    done = collections.defaultdict(list)
    for row in practice.rows("export", "fulfilments"):
        done[row["client"]].append((row["kind"], row["period"]))
    for writer in writers:
        if made[writer.user] != writer.changes:
            yield f"{writer.user} was told of {writer.changes} changes, the log has {made[writer.user]}"
        if sorted(recorded[writer.client]) != sorted(writer.payments):
            yield f"the payments of {writer.client} differ from what was said: {len(recorded[writer.client])} on record, " \
                  f"{len(writer.payments)} said"
        if sorted(done[writer.client]) != sorted(writer.done):
            yield f"the work done for {writer.client} differs from what was said"
    connection = sqlite3.connect(f"file:{practice.folder / DATABASE}?mode=ro", uri=True)
    check = connection.execute("PRAGMA integrity_check").fetchall()
    if check != [("ok",)]:
        yield f"the integrity check says {check[0][0]}"
    connection.close()


def play(tracker, folder, arguments):
    practice = Practice(tracker, folder, arguments.writers)
    writers = [Writer(practice, number) for number in range(arguments.writers)]
    everyone = writers + [Reader(practice, number) for number in range(arguments.readers)]
    until = time.monotonic() + arguments.seconds
    threads = [threading.Thread(target=one.run, args=(until,)) for one in everyone]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    practice.faults += faults_at_the_end(practice, writers)
    count = practice.count
    changes = {what: count[what] for what in ("pay", "done", "import", "undo")}
    late = sum(number for what, number in count.items() if what.startswith("time-outs"))
    print(f"{arguments.writers} writers and {arguments.readers} readers in {arguments.seconds} s: {sum(changes.values())} changes "
          f"({', '.join(f'{number} {what}' for what, number in changes.items())}), {count['reads']} reads, {late} time-outs "
          f"({count['time-outs of reads']} of them reads), {len(practice.faults)} faults")
    if not changes["import"] or not count["reads"]:
        practice.faults.append("nothing was written or read, which proves nothing")
    return practice.faults


def main():
    parser = argparse.ArgumentParser(description="Writes to and reads one database from many processes at a time.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=8)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        for name in ("tools", "work"):
            (pathlib.Path(temporary) / name).mkdir()
        faults = play(arguments.tracker, pathlib.Path(temporary) / "work", arguments)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
