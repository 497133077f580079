# SPDX-License-Identifier: MIT
"""A practice to which hostile texts are offered: what it takes is remembered, what it refuses must leave no trace."""
import fcntl
import os
import pathlib
import pty
import shutil
import struct
import subprocess
import termios

import run_transcript
import safe_views

TERMINAL_COLUMNS = 80
TODAY = "2026-11-16"
MAILER = b"""#!/bin/sh
mkdir -p sent
cat > "sent/$2"
"""


class Practice:
    def __init__(self, tracker, folder):
        self.tracker = str(tracker)
        self.folder = folder
        self.faults = []
        self.runs = self.taken = self.refused = 0
        (folder.parent / "tools").mkdir()
        self.environment = {
            **run_transcript.make_environment(tracker, pathlib.Path(__file__).resolve().parents[2],
                                              folder.parent / "tools", folder),
            "TRACKER_NOW": TODAY + "T09:00:00Z"}
        (folder / "given").mkdir()
        (folder / "mailer.sh").write_bytes(MAILER)
        (folder / "mailer.sh").chmod(0o755)

    def file(self, name, *parts):
        """Writes a file to be given to the program; the path as the program is told it."""
        path = b"given/" + name
        with open(os.path.join(os.fsencode(self.folder), path), "wb") as file:
            file.write(b"".join(parts))
        return path

    def run(self, *words, **more):
        self.runs += 1
        return subprocess.run([self.tracker, *words], cwd=self.folder, env={**self.environment, **more},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=run_transcript.TIMEOUT_SECONDS,
                              check=False)

    def must(self, *words):
        done = self.run(*words)
        if done.returncode:
            raise SystemExit(f"{words} failed: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def on_terminal(self, *words):
        """What the program writes to a terminal of so many columns, in colours."""
        self.runs += 1
        ours, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, TERMINAL_COLUMNS, 0, 0))
        modes = termios.tcgetattr(its)
        modes[1] &= ~termios.OPOST  # line ends as they are
        termios.tcsetattr(its, termios.TCSANOW, modes)
        with subprocess.Popen([self.tracker, *words, "--color", "always"], cwd=self.folder, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=its, stderr=subprocess.DEVNULL):
            os.close(its)
            shown = b""
            while True:
                try:
                    block = os.read(ours, 65536)
                except OSError:  # how Linux says that the other end is closed
                    block = b""
                if not block:
                    break
                shown += block
        os.close(ours)
        return shown

    def check(self, what, check, *arguments, **options):
        """Notes what doesn't hold."""
        try:
            return check(*arguments, **options)
        except (safe_views.Fault, ValueError) as fault:
            self.faults.append(f"{what}: {fault}")
            return None

    def offer(self, what, *words, one_line=True):
        """Whether the program takes it. What it refuses is refused in a line, with exit code 2, and unrecorded."""
        database = self.folder / self.environment["TRACKER_DB"]
        before = database.read_bytes()
        try:
            done = self.run(*words)
        except ValueError:  # a NUL is in no command line
            return False
        said = f"{what}, given as {words[:2]}"
        lines = self.check(said, safe_views.check_message, done.stderr)
        if done.returncode == 0:
            self.taken += 1
            if done.stderr:
                self.faults.append(f"{said}: taken, with a complaint: {done.stderr[:200]!r}")
            self.check(said, safe_views.check_screen, done.stdout)
            return True
        self.refused += 1
        if done.returncode != 2 or done.stdout or (one_line and lines != 1):
            self.faults.append(f"{said}: refused with {done.returncode}, {lines} lines, {done.stdout[:80]!r}, "
                               f"{done.stderr[:200]!r}")
        if database.read_bytes() != before:
            self.faults.append(f"{said}: refused, and recorded")
        return False

    def copy(self, database):
        """Goes on with a copy, so that what follows adds nothing to what is here."""
        shutil.copy(self.folder / self.environment["TRACKER_DB"], self.folder / database)
        self.environment["TRACKER_DB"] = database
