#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sweep can fail: of a disk that lies about its syncs it says that what was done is not on record.

    sweep_test.py --tracker build/tracker --faulty build/tests/faults/faulty_tracker
"""
import os
import pathlib
import re
import subprocess
import sys

SWEEP = pathlib.Path(__file__).resolve().parent / "sweep.py"

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
