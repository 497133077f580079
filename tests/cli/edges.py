#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program as a plain user meets the file system: folders without rights, names that are too long, planted files.

Root may do everything, so that as root each command runs as another user. Whatever can't be read or made is refused in one
line that names it, with the exit code that belongs to it; never is a defect of the program spoken of, nothing hangs, and
the database and the files that were planted stay as they were.

    edges.py --tracker build/tracker
"""
import argparse
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile

import run_transcript

NOBODY = 65534
TIMEOUT_SECONDS = 300
LONG = "n" * 300  # no file system takes it
NOW = "2026-11-20T09:00:00Z"
MAKE = ("init", "-q", "--holidays", "none")


class Place:
    """A practice with a letter due, in a folder of the user that the commands run as."""

    def __init__(self, tracker, folder):
        self.tracker, self.folder = tracker, folder
        self.environment = {"PATH": "/usr/bin:/bin", "USER": "maria", "HOME": str(folder), "LANG": "C.UTF-8",
                            "TRACKER_NOW": NOW, "TRACKER_DB": "practice.db"}
        self.other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        self.wrong = self.cases = 0

    def run(self, *words, **options):
        return subprocess.run([str(self.tracker), *words], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=TIMEOUT_SECONDS, check=False, **{"env": self.environment, **self.other, **options})

    def answer(self, *words):
        done = self.run(*words)
        if done.returncode != 0:
            sys.exit(f"'{' '.join(words)}' failed with {done.returncode}: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def expect(self, what, found, wanted):
        self.cases += 1
        if found != wanted:
            self.wrong += 1
            print(f"{what}: {found}, expected {wanted}")

    def refused(self, codes, words, says="", **options):
        """The command is refused in one line."""
        done = self.run(*words, **options)
        complaint = done.stderr.decode(errors="replace")
        fine = (done.returncode in codes and complaint.startswith("tracker: ") and complaint.count("\n") == 1
                and "defect" not in complaint and "basic_" not in complaint and says in complaint)
        called = " ".join(word if len(word) < 80 else word[:20] + "..." for word in words)
        self.expect(called, fine or f"{done.returncode}: {complaint[:300]}", True)

    def set_up(self):
        self.answer(*MAKE)
        for name, value in (("sender", "buh@firm.example.org"), ("letters-from", "2026-11-01")):
            self.answer("setting", name, value)
        self.answer("client", "add", "romashka", "ООО «Ромашка»", "--email", "buh@romashka.ru")
        self.answer("contract", "add", "romashka", "1/26", "--starts", "2026-11-01", "--fee", "100")
        self.answer("backup", "copy.db")
        (self.folder / "closed").mkdir(mode=0)
        (self.folder / "unread").mkdir()
        (self.folder / "fixed").mkdir()
        (self.folder / "fixed/copy.db").write_bytes((self.folder / "copy.db").read_bytes())
        if self.other:
            for name in ("closed", "unread", "fixed", "fixed/copy.db"):
                os.chown(self.folder / name, NOBODY, NOBODY)
        (self.folder / "fixed").chmod(0o500)
        (self.folder / "unread").chmod(0o300)


def paths(place):
    """Every argument that names a file or a folder, where it can't be."""
    for path in ("closed/x", "closed/x/y", LONG, f"fixed/{LONG}", f"{LONG}/x", "/".join(["deep"] * 1200), "copy.db/x"):
        place.refused((4,), ("due", "--db", path))
        place.refused((4,), ("pay", "romashka", "1", "--db", path))
        place.refused((4,), (*MAKE, "--db", path))
        place.refused((4,), ("backup", path))
        place.refused((4,), ("backup", "--keep", "2", path))
        place.refused((4,), ("restore", path))
        place.refused((4,), ("restore", "copy.db", "--db", path))
        place.refused((4,), ("restore", "copy.db", "--dry-run", "--db", path))
        place.refused((2,), ("import", "clients", path))
        place.refused((2,), ("template", "edit", "reminder", "ru", path))
        place.refused((2,), ("remind", "--outbox", path))
    for path in ("fixed/new", "fixed/new/deeper"):
        place.refused((4,), (*MAKE, "--db", path))
        place.refused((4,), ("backup", path))
        place.refused((4,), ("backup", "--keep", "2", path))
        place.refused((4,), ("restore", "copy.db", "--db", path))
        place.refused((2,), ("remind", "--outbox", path))
    # A folder that can be written but not read: the copy is there, and which are old can't be seen.
    place.refused((6,), ("backup", "--keep", "2", "unread"), says="done, but then it failed: 'unread' can't be used")
    place.refused((2,), ("remind", "--outbox", "fixed"))
    place.refused((2,), ("remind", "--outbox", "closed"))
    place.refused((4,), ("pay", "romashka", "1", "--db", "fixed/copy.db"))
    place.refused((4,), ("restore", "copy.db", "--db", "fixed/copy.db"))


def few_descriptors(place):
    """With few of them a command does what it is asked, or is refused."""
    for number in range(4, 12):
        limit = f'ulimit -n {number}; exec "$0" "$@"'
        for words in (("due",), ("pay", "romashka", "1"), ("backup", f"few-{number}.db"), ("import", "clients", "clients.csv"),
                      ("remind", "--outbox", f"few-{number}"), ("restore", "--dry-run", "copy.db"),
                      (*MAKE, "--db", f"few-{number}-new.db")):
            done = subprocess.run(["sh", "-c", limit, str(place.tracker), *words], cwd=place.folder, env=place.environment,
                                  capture_output=True, check=False, **place.other)
            complaint = done.stderr.decode(errors="replace")
            fine = (done.returncode == 0 and not complaint) or (
                done.returncode in (2, 4) and complaint.startswith("tracker: ") and "defect" not in complaint)
            if words[0] == "import" and number == 5:
                fine = "'clients.csv' can't be read: Too many open files" in complaint
            place.expect(f"{number} descriptors, {' '.join(words)}", fine or f"{done.returncode}: {complaint}", True)


def outbox(place):
    """Letters are files of their own, whatever lies there under their names."""
    letter = place.answer("remind", "--outbox", "letters").decode().strip()
    first = (place.folder / letter).read_bytes()
    elsewhere = place.folder / "elsewhere"
    for plant in (lambda path: path.symlink_to(elsewhere), os.mkfifo, lambda path: path.write_bytes(b"planted")):
        elsewhere.write_bytes(b"somebody's")
        path = place.folder / letter
        path.unlink()
        plant(path)
        place.answer("remind", "--outbox", "letters")
        about = path.lstat()
        place.expect("the letter's mode", oct(about.st_mode), oct(stat.S_IFREG | 0o600))
        place.expect("the letter", path.read_bytes(), first)
        place.expect("the file elsewhere", elsewhere.read_bytes(), b"somebody's")
    place.expect("beside the letter", sorted(os.listdir(place.folder / "letters")), [pathlib.Path(letter).name])
    path.unlink()
    path.mkdir()
    place.refused((2,), ("remind", "--outbox", "letters"), says="can't be written")
    place.expect("left", sorted(os.listdir(place.folder / "letters")), [path.name])
    path.rmdir()
    previous = os.umask(0o777)
    place.answer("remind", "--outbox", "letters")
    os.umask(previous)
    place.expect("the mode under any umask", oct(path.stat().st_mode & 0o777), "0o600")


def planted_beside(place):
    """What is planted under the name that a letter is written by first: the number is the process's, as a shell tells it."""
    letter = place.answer("remind", "--outbox", "planted").decode().strip()
    elsewhere = place.folder / "elsewhere"
    elsewhere.write_bytes(b"somebody's")
    for plant in ('ln -s "$PWD/elsewhere"', "mkfifo"):
        script = f'{plant} "{letter}.$$.part"; exec "$0" remind --outbox planted'
        done = subprocess.run(["sh", "-c", script, str(place.tracker)], cwd=place.folder, env=place.environment,
                              capture_output=True, timeout=TIMEOUT_SECONDS, check=False, **place.other)
        place.expect(f"with {plant}", (done.returncode, done.stderr), (0, b""))
        place.expect("the file elsewhere", elsewhere.read_bytes(), b"somebody's")
        place.expect("left", os.listdir(place.folder / "planted"), [pathlib.Path(letter).name])


def main():
    parser = argparse.ArgumentParser(description="Runs commands on files that can't be read or made.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    arguments = parser.parse_args()
    # The program may lie where nobody else may look; a folder in memory may be one from which nothing can be run.
    with tempfile.TemporaryDirectory(prefix="tracker-") as tools, \
            tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        os.chmod(tools, 0o755)
        place = Place(pathlib.Path(shutil.copy(arguments.tracker, tools)), pathlib.Path(temporary))
        if place.other:
            os.chown(temporary, NOBODY, NOBODY)
        place.set_up()
        (place.folder / "clients.csv").write_text("code,name\nkedr,Кедр\n", encoding="utf-8")
        before = (place.folder / "practice.db").read_bytes()
        paths(place)
        place.expect("the database is as it was", (place.folder / "practice.db").read_bytes() == before, True)
        outbox(place)
        planted_beside(place)
        few_descriptors(place)
        for name in ("closed", "fixed", "unread"):
            (place.folder / name).chmod(0o700)
    print(f"{place.cases - place.wrong} of {place.cases} cases went as they should")
    sys.exit(place.wrong > 0)


if __name__ == "__main__":
    main()
