# SPDX-License-Identifier: MIT
"""One command prepared: the folder it starts from, the states it may leave, and what it does to the disk on the way."""
import collections
import hashlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
from typing import NamedTuple

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import run_transcript  # noqa: E402

import scenarios

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SYSTEM_CALLS = "write,pwrite64,pwritev,fsync,fdatasync,ftruncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,link," \
               "linkat,mkdir,openat"
# All by which a command uses files, other programs and its descriptors, whether they write or not.
FALLIBLE_CALLS = SYSTEM_CALLS + ",open,read,pread64,readv,lseek,stat,lstat,fstat,newfstatat,statx,access,faccessat," \
    "faccessat2,fcntl,flock,fchmod,statfs,fstatfs,readlink,readlinkat,getcwd,getdents64,close,dup,syncfs,pipe2,poll,wait4," \
    "socketpair,utimensat,renameat"
TIMEOUT_SECONDS = 300


class Run(NamedTuple):
    code: int
    said: bytes
    complaint: bytes


def files_in(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def digest(thing):
    return hashlib.sha256(repr(thing).encode()).hexdigest()


class Rows:
    """All rows of all tables, and the schema."""

    def __init__(self, path):
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            self.faults = [str(row) for check in ("integrity_check", "foreign_key_check")
                           for row in connection.execute(f"PRAGMA {check}") if row != ("ok",)]
            self.tables, self.columns = {}, {}
            self.about = [connection.execute(f"PRAGMA {what}").fetchall() for what in ("application_id", "user_version")]
            self.about += sorted(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"), key=repr)
            for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
                found = connection.execute(f'SELECT * FROM "{table}"')
                self.columns[table] = [column[0] for column in found.description]
                self.tables[table] = sorted(found, key=repr)
        finally:
            connection.close()

    def state(self):
        return digest((self.about, sorted(self.tables.items())))

    def last_change(self):
        return max((row[0] for row in self.tables["change"]), default=0)

    def up_to(self, change):
        """The state when that change was the last: rows are only ever added, and taken back by setting one column."""
        tables = {}
        for table, rows in self.tables.items():
            columns = self.columns[table]
            added = columns.index("number" if table == "change" else "added") if "added" in columns or table == "change" \
                else None
            kept = [list(row) for row in rows if added is None or row[added] <= change]
            if "retracted" in columns:
                at = columns.index("retracted")
                for row in kept:
                    row[at] = None if row[at] is None or row[at] > change else row[at]
            tables[table] = sorted(map(tuple, kept), key=repr)
        return digest((self.about, sorted(tables.items())))


class Practice:
    """A folder in which the program works."""

    def __init__(self, tracker, folder, tools, judged=scenarios.DATABASE):
        self.tracker, self.folder, self.tools, self.judged = str(tracker), folder, tools, judged
        self.database = folder / judged
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(tools),
            "XDG_CONFIG_HOME": str(folder / "config"), "LANG": "C.UTF-8", "TZ": "UTC",
            "USER": "maria", "TRACKER_DB": scenarios.DATABASE, "TRACKER_NOW": "2026-11-20T09:00:00Z",
            **{name: value for name, value in os.environ.items() if name.endswith(("SAN_OPTIONS", "FAULT_NOSYNC"))}}

    def run(self, *words, program=None, more=None, before=()):
        """`before` are words before the program, `more` is environment."""
        done = subprocess.run([*before, program or self.tracker, *words], cwd=self.folder,
                              env={**self.environment, **(more or {})}, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=TIMEOUT_SECONDS, check=False)
        return Run(done.returncode, done.stdout, done.stderr)

    def answer(self, *words):
        done = self.run(*words)
        if done.code != 0:
            sys.exit(f"'{' '.join(words)}' failed with {done.code}: {done.complaint.decode(errors='replace')}")
        return done.said

    def letters(self):
        path = self.folder / scenarios.LETTERS
        return collections.Counter(path.read_text().split()) if path.exists() else collections.Counter()


class Case:
    """A scenario, run undisturbed: by the program, by the faulty program and under strace."""

    def __init__(self, scenario, tracker, faulty, folder, strace):
        self.scenario, self.faulty = scenario, str(faulty)
        self.tools = folder / "tools"
        self.start = Practice(tracker, folder / "start", self.tools, scenario.judged)
        self.start.folder.mkdir()
        scenario.prepare(self.start)
        self.before = self.state(self.start)
        done = self.fresh(folder / "after")
        self.said = done.answer(*scenario.words)
        self.after = self.state(done)
        if self.after == self.before:
            sys.exit(f"{scenario.name} records nothing: there is nothing to be disturbed")
        self.files = files_in(self.start.folder) | files_in(done.folder)
        self.letters = done.letters()
        if scenario.letters and len(self.letters) < 3:
            sys.exit(f"{scenario.name} is to write to several clients, it wrote to {dict(self.letters)}")
        self.states = {self.before, self.after} | (self.between(done) if scenario.letters else set())
        self.operations = self.count_operations(folder / "counted")
        self.calls = self.count_calls(folder / "traced", SYSTEM_CALLS) if strace else {}
        self.fallible = self.count_calls(folder / "traced", FALLIBLE_CALLS) if strace else {}

    def fresh(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.start.folder, folder)
        confirmed = folder / "config/tracker/mail-commands"  # each for one file
        if confirmed.exists():
            confirmed.write_text(confirmed.read_text().replace(f"{self.start.folder}/", f"{folder}/"))
        return Practice(self.start.tracker, folder, self.tools, self.scenario.judged)

    @staticmethod
    def state(practice):
        return Rows(practice.database).state() if practice.database.exists() else "no database"

    def between(self, done):
        rows = Rows(done.database)
        return {rows.up_to(change) for change in range(Rows(self.start.database).last_change(), rows.last_change() + 1)}

    def count_operations(self, folder):
        """What changes the disk, in order. The faulty program must do what the program does if nothing fails."""
        practice = self.fresh(folder)
        trace = self.tools / "operations"
        done = practice.run(*self.scenario.words, program=self.faulty, more={"TRACKER_FAULT_COUNT": str(trace)})
        if done != Run(0, self.said, b"") or self.state(practice) != self.after:
            sys.exit(f"{self.scenario.name}: the faulty program does something else than the program does, and nothing "
                     f"has failed: {done}")
        return trace.read_text().splitlines()

    def count_calls(self, folder, calls):
        """How many of each of these system calls; the mail command's aren't followed."""
        practice = self.fresh(folder)
        trace = self.tools / "calls"
        done = practice.run(*self.scenario.words, before=("strace", "-o", str(trace), "-e", f"trace={calls}"))
        if done.code != 0:
            sys.exit(f"{self.scenario.name} fails under strace: {done.complaint.decode(errors='replace')}")
        return collections.Counter(line.split("(")[0] for line in trace.read_text().splitlines() if "(" in line)
