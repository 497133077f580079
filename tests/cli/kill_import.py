#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kills imports of a long bank statement: all of it is recorded, or nothing.

The moments are spread over the whole length of an import; one more is when its first commit is seen. After each kill
the program must answer, and what it exports, its log and every row of every table must be as before the import, or as
after an undisturbed one if the kill came too late. SIGKILL leaves the kernel running, so this says nothing about a loss
of power. It proves something only if a kill found the file half written, and fails if none did.

    kill_import.py --tracker build/tracker
"""
import argparse
import collections
import functools
import hashlib
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import run_transcript

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
import statement  # noqa: E402: it lies beside the benchmark that it was made for

CLIENTS = 50
PRACTICE, BEFORE, REFERENCE = "practice.db", "before.db", "reference.db"
EARLIER_LINES = 40  # a statement that is on record already, so that there is something to be kept
STATEMENT = "statement.txt"


class Practice:
    """A database with clients, contracts and a few payments, and the long statement that is to come."""

    def __init__(self, tracker, folder, lines):
        self.tracker = str(tracker)
        self.folder = folder
        self.environment = run_transcript.make_environment(tracker, pathlib.Path(__file__).resolve().parents[2],
                                                           folder.parent / "tools", folder)
        statement.generate("1c", EARLIER_LINES, CLIENTS, 2, folder)
        (folder / STATEMENT).rename(folder / "earlier.txt")
        self.answer(PRACTICE, "init")
        for what, file in (("clients", "clients.csv"), ("contracts", "contracts.csv"), ("payments", "earlier.txt")):
            self.answer(PRACTICE, "import", what, file)
        statement.generate("1c", lines, CLIENTS, 1, folder)

    def start(self, database, *words, **streams):
        # The database is named by the environment: the log holds each command as it was given.
        return subprocess.Popen([self.tracker, *words], cwd=self.folder, env={**self.environment, "TRACKER_DB": database},
                                **streams)

    def answer(self, database, *words):
        process = self.start(database, *words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said, complaint = process.communicate()
        if process.returncode != 0:
            sys.exit(f"'{' '.join(words)}' failed with {process.returncode}: {complaint.decode(errors='replace')}")
        return said

    def state(self, database):
        """All that can be known of a database. The program asks first: it has to mend what a kill left."""
        state = {" ".join(words): self.answer(database, *words)
                 for words in (("export", "payments", "--csv"), ("log", "--csv"), ("unplaced", "--csv"))}
        connection = sqlite3.connect(f"file:{self.folder / database}?mode=ro", uri=True)
        try:
            check = connection.execute("PRAGMA integrity_check").fetchall()
            if check != [("ok",)]:
                sys.exit(f"the integrity check says {check[0][0]}")
            rows = hashlib.sha256()
            for line in connection.iterdump():
                rows.update(line.encode())
            state["all rows"] = rows.digest()
        finally:
            connection.close()
        return state

    def kill(self, moment):
        """Kills an import when moment(process) returns or throws TimeoutExpired; whether it had touched the file."""
        file = self.folder / PRACTICE
        before = file.read_bytes()
        process = self.start(PRACTICE, "import", "payments", STATEMENT, stdout=subprocess.DEVNULL)
        try:
            moment(process)
        except subprocess.TimeoutExpired:
            pass
        process.kill()
        if process.wait() not in (0, -signal.SIGKILL):
            sys.exit(f"the import failed with {process.returncode}")
        return file.read_bytes() != before

    def first_commit(self, process):
        """Returns when the journal is gone, or is another one, which is what a commit does with it."""
        journal = self.folder / (PRACTICE + "-journal")
        first = None
        while process.poll() is None:
            try:
                now = os.stat(journal).st_ino
            except FileNotFoundError:
                now = None
            if first not in (None, now):
                return
            first = first or now


def differences(state, before, after):
    return ", ".join(f"'{part}' is {'after' if state[part] == after[part] else 'neither'}"
                     for part in state if state[part] != before[part])


def kill_at(practice, before, after, moment, called):
    """What was found on record after a kill; the database is as before again."""
    touched = practice.kill(moment)
    state = practice.state(PRACTICE)
    if state == before:
        return "half written" if touched else "nothing"
    if state != after:
        sys.exit(f"killed {called}, a part was recorded; compared with before, {differences(state, before, after)}")
    shutil.copy(practice.folder / BEFORE, practice.folder / PRACTICE)
    return "all of it"


def kill_often(practice, before, after, seconds, kills):
    found = collections.Counter([kill_at(practice, before, after, practice.first_commit, "at its first commit")])
    for slower in (1, 2, 4):  # than what was measured, on a machine that is busy with other things
        for number in range(1, kills + 1):
            moment = seconds * slower * number / kills
            wait = functools.partial(subprocess.Popen.wait, timeout=moment)
            found[kill_at(practice, before, after, wait, f"after {moment:.3f} s")] += 1
        if found["half written"]:
            return found
    sys.exit(f"no kill found the file half written, which proves nothing: {dict(found)}")


def play(tracker, folder, lines, kills):
    practice = Practice(tracker, folder, lines)
    for copy in (BEFORE, REFERENCE):
        shutil.copy(folder / PRACTICE, folder / copy)
    before = practice.state(PRACTICE)
    begin = time.perf_counter()
    practice.answer(REFERENCE, "import", "payments", STATEMENT)
    seconds = time.perf_counter() - begin
    after = practice.state(REFERENCE)
    if after == before:
        sys.exit("the import records nothing: there is nothing to be killed")
    found = kill_often(practice, before, after, seconds, kills)
    practice.answer(PRACTICE, "import", "payments", STATEMENT)
    if practice.state(PRACTICE) != after:
        sys.exit("after the kills the import records something else than it does without them")
    print(f"an import of {lines} lines and {seconds:.2f} s was killed {found.total()} times; found on record, once the "
          f"program had mended what was left: nothing {found['nothing'] + found['half written']} times (the file was half "
          f"written in {found['half written']} of them), all of it {found['all of it']} times")


def main():
    parser = argparse.ArgumentParser(description="Kills imports; fails if a part of one is ever recorded.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--lines", type=int, default=6000, help="of the statement")
    parser.add_argument("--kills", type=int, default=12)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        for name in ("tools", "work"):
            (pathlib.Path(temporary) / name).mkdir()
        play(arguments.tracker, pathlib.Path(temporary) / "work", arguments.lines, arguments.kills)


if __name__ == "__main__":
    main()
