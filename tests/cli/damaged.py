#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Damages a database in the ways in which files are damaged, and in those in which somebody would who means harm.

Whatever the file holds, a command ends in time, in one of two ways: it answers, or it says in one line with exit code 4
that the file can't be used. It never runs what the file's schema was made to say.

    damaged.py --tracker build/tracker [--pages N]
"""
import argparse
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import run_transcript

TIMEOUT_SECONDS = 60  # for what takes a hundredth of a second
WHOLE, DAMAGED = "whole.db", "damaged.db"
READS = [["due"], ["status", "--csv"], ["why", "neulovimy"], ["log"], ["export", "payments", "--csv"], ["bank", "lines"], ["letters"],
         ["remind"]]
WRITES = [["pay", "neulovimy", "1"], ["undo"], ["import", "payments", "statement.txt"]]
BOMB = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"

# What somebody could do with the sqlite3 shell; each is refused with exit code 4 by every command that opens the file.
TAMPERED = {
    "a trigger that pays": "CREATE TRIGGER evil AFTER INSERT ON payment BEGIN UPDATE payment SET amount = 1; END",
    "a trigger under SQLite's own name":
        "CREATE TRIGGER evil AFTER INSERT ON change BEGIN SELECT 1; END;"
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'sqlite_evil', type = 'index' WHERE name = 'evil'",
    "a trigger that never ends": f"CREATE TRIGGER evil AFTER INSERT ON change BEGIN INSERT INTO kind (name) {BOMB} i FROM n; END",
    "a table that is a view": f"DROP TABLE payment; CREATE VIEW payment AS {BOMB} 1 AS contract, i AS entry, 20000 AS date, "
                              "100 AS amount, '' AS reference, '' AS source, NULL AS line, 1 AS added, NULL AS retracted FROM n",
    "a generated column": "DROP TABLE credit; CREATE TABLE credit (contract INTEGER, entry INTEGER, date INTEGER, reference TEXT, "
                          "amount INTEGER GENERATED ALWAYS AS (length(zeroblob(900000000))), source TEXT, added INTEGER, "
                          "retracted INTEGER)",
    "a table without its checks": "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') "
                                  "WHERE name = 'payment'",
    "a trigger less": "DROP TRIGGER payment_stays",
    "a table less": "DROP TABLE delivery",
    "a virtual table": "DROP TABLE dismissal; CREATE VIRTUAL TABLE dismissal USING fts5(entry, line, reason, added, retracted)",
    "a schema that is none": "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE x(' WHERE name = 'change'",
    "another version": "PRAGMA user_version = 99",
    "another application": "PRAGMA application_id = 1",
}
# Values that the checks would not have let in; what the commands can't use of them, they refuse.
VALUES = {
    "cache": "UPDATE cache_row SET v1 = zeroblob(1000)", "other cache": "UPDATE cache_row SET v2 = 9223372036854775807 WHERE contract = 1",
    "cache of others": "UPDATE cache_contract SET contract = contract + 1000", "day of the cache": "UPDATE cache_contract SET since = -1",
    "text in the cache": "UPDATE cache_contract SET over = '1 x ' || over", "sum": "UPDATE cache_contract SET sum = contract",
    "day": "UPDATE payment SET date = 9999999999", "far day": "UPDATE charge SET due = -2147483648",
    "month": "UPDATE fulfilment SET period = 2147483647", "amount": "UPDATE payment SET amount = 9223372036854775807",
    "fee": "UPDATE contract_record SET fee = -1", "grace": "UPDATE contract_record SET grace = 2147483647",
    "pay day": "UPDATE contract_record SET pay_day = 0", "word": "UPDATE schedule_line SET owed_by = 'nobody'",
    "kind": "UPDATE fulfilment SET kind = 99999", "negative kind": "UPDATE kind SET id = -id",
    "name of a kind": "UPDATE kind SET name = char(27) || '[2J' || id", "code": "UPDATE client_record SET code = char(27) || client",
    "currency": "UPDATE contract_record SET currency = char(27) || '[m'", "owner": "UPDATE contract SET client = 777",
    "no client": "UPDATE client_record SET retracted = 2 WHERE retracted IS NULL",
    "entries": "UPDATE change SET entries = 9223372036854775807", "fewer entries": "UPDATE change SET entries = -5",
    "number": "UPDATE change SET number = 9223372036854775807 WHERE number = 2",
    "time": "UPDATE change SET time = -9223372036854775807", "undoing": "UPDATE change SET undoes = number",
    "calendar": "UPDATE holiday SET date = -2147483648 WHERE entry = 1",
}


class Practice:
    def __init__(self, tracker, folder):
        self.tracker = str(tracker)
        self.folder = folder
        self.environment = run_transcript.make_environment(tracker, pathlib.Path(__file__).resolve().parents[2],
                                                           folder.parent / "tools", folder)
        self.faults = []
        self.refused = self.answered = 0
        bank = pathlib.Path(self.environment["SOURCE"]) / "tests/data/bank/synthetic-client-fees-v1.03-utf8-bom.txt"
        shutil.copy(bank, folder / "statement.txt")
        for words in (["init", "--demo"], ["import", "payments", "statement.txt"], ["undo"],
                      ["import", "payments", "statement.txt"], ["pay", "neulovimy", "1", "--on", "2026-11-19"]):
            if self.run(WHOLE, words).returncode:
                sys.exit(f"{words} failed")

    def run(self, database, words):
        return subprocess.run([self.tracker, *words], cwd=self.folder, env={**self.environment, "TRACKER_DB": database},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)

    def damage(self, statements):
        shutil.copy(self.folder / WHOLE, self.folder / DAMAGED)
        connection = sqlite3.connect(self.folder / DAMAGED, isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        # Triggers that keep facts stand aside for the damage alone.
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").fetchall()
        plain = statements.startswith("UPDATE")
        for name, _ in triggers if plain else []:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(statements)
        for _, sql in triggers if plain else []:
            connection.execute(sql)
        connection.close()

    def ask(self, what, commands, must_refuse=False):
        """Each command on a copy of its own."""
        for words in commands:
            shutil.copy(self.folder / DAMAGED, self.folder / "asked.db")
            try:
                done = self.run("asked.db", words)
            except subprocess.TimeoutExpired:
                self.faults.append(f"{what}: '{words[0]}' takes longer than {TIMEOUT_SECONDS} s")
                continue
            line = done.stderr.startswith(b"tracker: ") and done.stderr.count(b"\n") == 1
            refusal = done.returncode == 4 and line and b"defect" not in done.stderr and not done.stdout
            other = done.returncode in ((0, 2, 3, 5) if not must_refuse else ()) and (not done.stderr or line)
            self.refused += refusal
            self.answered += other
            if not refusal and not other or b"\x1b" in done.stdout + done.stderr:
                self.faults.append(f"{what}: '{' '.join(words)}' exits with {done.returncode}: {done.stdout[-200:]!r} "
                                   f"{done.stderr[:300]!r}")


def damage_bytes(practice, pages):
    """Cut off, pages overwritten, pages swapped: what disks and transfers do."""
    whole = (practice.folder / WHOLE).read_bytes()
    source = random.Random(1)
    size = 4096
    damages = {f"cut off after {length} bytes": whole[:length]
               for length in (0, 1, 50, 100, 512, size, size * 3 + 7, len(whole) // 2, len(whole) - 1)}
    damages["all zero"] = bytes(len(whole))
    damages["text"] = b"not a database\n" * 1000
    for number in range(pages):
        page = source.randrange(len(whole) // size) * size
        other = source.randrange(len(whole) // size) * size
        noise = source.choice((source.randbytes(size), bytes(size), b"\xff" * size, whole[other:other + size]))
        damages[f"page {page // size} overwritten, number {number}"] = whole[:page] + noise + whole[page + size:]
    for what, damaged in damages.items():
        (practice.folder / DAMAGED).write_bytes(damaged)
        practice.ask(what, READS[:5] + WRITES[:2])


def main():
    parser = argparse.ArgumentParser(description="Damages a database; fails where a command does more than refuse it.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--pages", type=int, default=25, help="how many are overwritten, one at a time")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        for name in ("tools", "work"):
            (pathlib.Path(temporary) / name).mkdir()
        practice = Practice(arguments.tracker, pathlib.Path(temporary) / "work")
        for what, statements in TAMPERED.items():
            practice.damage(statements)
            practice.ask(what, READS[:2] + WRITES, must_refuse=True)
        for what, statements in VALUES.items():
            practice.damage(statements)
            practice.ask(f"a wrong {what}", READS + WRITES)
        damage_bytes(practice, arguments.pages)
    for fault in practice.faults:
        print(fault)
    print(f"refused {practice.refused} times, answered {practice.answered} times, {len(practice.faults)} faults")
    sys.exit(1 if practice.faults else 0)


if __name__ == "__main__":
    main()
