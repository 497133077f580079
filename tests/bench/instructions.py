#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the instructions of `tracker due` at three sizes, and fails where they are more than a tenth above the figures kept.

Instructions don't depend on the machine's mood, so a regression fails; they do depend on the compiler and the libraries, so
the figures are those of Debian 12. Fewer by a tenth fails too: then `--keep` puts the new figures down.

    instructions.py --tracker build/release/tracker --generate build/test/tests/bench/bench_generate [--keep]
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

DAY = "2026-11-20"
SIZES = {"50 clients, 36 months": (50, 36), "1000 clients, 36 months": (1000, 36), "1000 clients, 120 months": (1000, 120)}
KEPT = pathlib.Path(__file__).with_suffix(".json")
MARGIN = 0.1


def run(command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                          env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "USER": "bench", "LANG": "C.UTF-8",
                               "TRACKER_NOW": f"{DAY}T09:00:00Z"}, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr}")
    return done


def make_practice(options, folder, clients, months):
    run([options.generate, folder, "--on", DAY, "--clients", clients, "--months", months, "--settled-but-tail"])
    database = folder / "practice.db"
    run([options.tracker, "init", "--db", database])
    for what in ("clients", "contracts", "schedule", "fulfilments", "payments"):
        if len((folder / f"{what}.csv").read_text().splitlines()) > 1:
            run([options.tracker, "import", what, folder / f"{what}.csv", "--db", database])
    return database


def count(command, **more):
    """How many instructions the command takes; stops the program where the command fails."""
    done = run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], **more)
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracker", required=True, type=pathlib.Path)
    parser.add_argument("--generate", required=True, type=pathlib.Path)
    parser.add_argument("--keep", action="store_true", help="put the figures down as those to hold")
    options = parser.parse_args()
    counted = {}
    for name, (clients, months) in SIZES.items():
        with tempfile.TemporaryDirectory(prefix="tracker-instructions-") as folder:
            database = make_practice(options, pathlib.Path(folder), clients, months)
            counted[name] = count([options.tracker, "due", "--db", database])
    if options.keep:
        KEPT.write_text(json.dumps(counted, indent=4) + "\n")
    kept = json.loads(KEPT.read_text())
    off = 0
    for name, instructions in counted.items():
        ratio = instructions / kept[name]
        off += abs(ratio - 1) > MARGIN
        print(f"{name}: {instructions:,} instructions, {ratio:.3f} of those kept")
    sys.exit(1 if off else 0)


if __name__ == "__main__":
    main()
