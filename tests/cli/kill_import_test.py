#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The test of kill_import.py: a program that records a part of an import must fail, or the other proves nothing."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

KILL_IMPORT = pathlib.Path(__file__).with_name("kill_import.py")
TRACKER = f"""#!{sys.executable} -IS
# Stands for the program: an import writes rows that are more than SQLite keeps in memory, slowly.
import os, sqlite3, sys, time
database = sqlite3.connect(os.environ["TRACKER_DB"], isolation_level=None)
database.executescript("PRAGMA cache_size = 10; PRAGMA synchronous = OFF")
database.execute("CREATE TABLE IF NOT EXISTS line (file TEXT, number INTEGER, raw TEXT)")
if sys.argv[1:3] == ["import", "payments"]:
    for part in range(%(commits)d):
        database.execute("BEGIN")
        for number in range(%(rows)d):
            database.execute("INSERT INTO line VALUES (?, ?, ?)", (sys.argv[3], number, "x" * 1000))
            time.sleep(0.001)
        database.execute("COMMIT")
elif sys.argv[1] == "export":
    print(database.execute("SELECT file, count(*) FROM line GROUP BY file").fetchall())
"""


class KillImport(unittest.TestCase):
    def play(self, commits, rows, kills):
        with tempfile.TemporaryDirectory() as folder:
            tracker = pathlib.Path(folder) / "tracker"
            tracker.write_text(TRACKER % {"commits": commits, "rows": rows}, encoding="utf-8")
            tracker.chmod(0o755)
            command = [sys.executable, KILL_IMPORT, "--tracker", tracker, "--lines", "10", "--kills", str(kills)]
            return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_one_transaction(self):
        done = self.play(commits=1, rows=300, kills=4)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_two_transactions(self):
        done = self.play(commits=2, rows=150, kills=4)
        self.assertEqual(done.returncode, 1)
        self.assertIn("a part was recorded", done.stderr)

    def test_nothing_written_before_the_end(self):
        done = self.play(commits=1, rows=1, kills=1)
        self.assertEqual(done.returncode, 1)
        self.assertIn("no kill found the file half written", done.stderr)


if __name__ == "__main__":
    unittest.main()
