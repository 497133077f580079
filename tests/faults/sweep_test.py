#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sweep can fail: of a disk that lies about its syncs it says that what was done is not on record.

And the disk that fails is the practice's alone: what the program only reads elsewhere is never rewritten. That is looked
at first, with a file of this test's own.

    sweep_test.py --tracker build/tracker --faulty build/tests/faults/faulty_tracker
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SWEEP = pathlib.Path(__file__).resolve().parent / "sweep.py"



def leaves_others_alone(tracker, faulty):
    with tempfile.TemporaryDirectory(prefix="tracker-") as temporary:
        folder, outside = pathlib.Path(temporary) / "practice", pathlib.Path(temporary) / "clients.csv"
        folder.mkdir()
        outside.write_text("code,name\nkedr,Kedr\n", encoding="utf-8")
        environment = {"PATH": "/usr/bin:/bin", "HOME": temporary, "TRACKER_DB": "practice.db"}
        subprocess.run([tracker, "init", "-q"], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        before = outside.stat()
        # Not the first change to the disk: the change begins before the file is opened.
        lost = subprocess.run([faulty, "import", "clients", "../clients.csv"], cwd=folder, check=False,
                              env={**environment, "TRACKER_FAULT": "power:8:0"})
        after = outside.stat()
        if lost.returncode != 137:
            sys.exit(f"the power didn't go: exit code {lost.returncode}")
        if (before.st_mtime_ns, before.st_size, before.st_ino) != (after.st_mtime_ns, after.st_size, after.st_ino):
            sys.exit("a loss of power rewrote a file outside of the practice")


parser = argparse.ArgumentParser()
parser.add_argument("--tracker", type=os.path.abspath)
parser.add_argument("--faulty", type=os.path.abspath)
programs = parser.parse_args()
leaves_others_alone(programs.tracker, programs.faulty)

done = subprocess.run([sys.executable, SWEEP, *sys.argv[1:], "--only", "pay", "--stride", "3"], capture_output=True,
                      text=True, check=False, env={**os.environ, "TRACKER_FAULT_NOSYNC": "1"})
print(done.stdout, done.stderr, sep="")
if done.returncode != 1:
    sys.exit(f"the sweep gave exit code {done.returncode}")
found = re.search(r"WRONG: --only pay --point (power:\d+:0): it was done, and is not on record", done.stdout)
if not found:
    sys.exit("the sweep didn't say that what was done is not on record")
honest = subprocess.run([sys.executable, SWEEP, *sys.argv[1:], "--only", "pay", "--point", found[1]], check=False)
sys.exit(f"{found[1]} is wrong on an honest disk too" if honest.returncode else 0)
