# SPDX-License-Identifier: MIT
"""Whether a disturbed command kept its word: what it said, what is on record, and whether it can be run again."""
import threading
from typing import NamedTuple

from practice import Rows, digest, files_in
from scenarios import COPY, DATABASE

KILLED = (137, -9)
UNTOLD = 6  # what was done can't be said
# What a stopped program leaves: a journal, files half made, copies of a database that then was led on.
LEFT = ("config/tracker/mail-commands.part", *(database + tail for database in (DATABASE, COPY)
        for tail in ("-journal", ".part", ".restored", ".version-", ".before-restore-")))


class Point(NamedTuple):
    """A disturbance: `at` is the number of the change to the disk, or of the call `kind` is named for."""
    kind: str
    at: int
    seed: int = 0

    def __str__(self):
        return f"{self.kind}:{self.at}:{self.seed}"

    @property
    def call(self):
        """The system call at which it happens, if it is one that strace disturbs."""
        return self.kind.partition("-")[2]

    @property
    def kills(self):
        return self.kind == "power" or self.kind.startswith("kill-")


class Wrong(Exception):
    """The command didn't keep its word."""


class Verdict:
    """Judges runs of one case. What was found out about a file's bytes holds for the same bytes."""

    def __init__(self, case, checks):
        self.case, self.checks = case, checks
        self.known, self.again, self.lock = {}, {}, threading.Lock()

    def judge(self, practice, point, run):
        """In one word what became of it, or raises Wrong."""
        self.judge_answer(point, run)
        # A letter that could not be handed over is on record as such, which the undisturbed run has not.
        letter_fails = self.case.scenario.letters and point.call and not point.kills
        bytes_now, state = self.judge_record(practice, point.kills or self.is_removal(point), letter_fails)
        at_end = point.kind == "power" and point.at > len(self.case.operations)
        if (run.code in (0, UNTOLD) or at_end) and state != self.case.after:
            raise Wrong(f"it was done, and is not on record: the state is {self.name(state)}")
        if at_end and run.said != self.case.said:
            raise Wrong(f"it answered something else than undisturbed: {run.said}")
        if b"nothing was recorded" in run.complaint and state != self.case.before:
            raise Wrong(f"it says that nothing was recorded, the state is {self.name(state)}")
        if self.case.scenario.letters:
            self.send_again(practice)
        elif state == self.case.before:
            self.run_again(practice, bytes_now)
        if run.code == 0:
            return "absorbed"
        return "recorded" if state == self.case.after else "failed"

    def is_removal(self, point):
        """Whether it is the removal of a file that fails: then that file is left."""
        if point.call:
            return point.call.startswith("unlink")
        return point.at <= len(self.case.operations) and self.case.operations[point.at - 1].startswith("remove ")

    def judge_answer(self, point, run):
        if point.kills:
            if run.code not in KILLED and not (run.code == 0 and point.kind != "power"):
                raise Wrong(f"killed, it gave exit code {run.code}: {run.complaint}")
            return
        # A call that fails may be one that reads the arguments' files, or finds the time zone: code 2.
        fails = {4, UNTOLD, *((2,) if point.call else ())}
        if run.code not in (0, *fails, *self.case.scenario.exit_codes):
            raise Wrong(f"exit code {run.code}: {run.complaint}")
        lines = run.complaint.decode(errors="replace").splitlines()
        if run.code in fails and (len(lines) != 1 or not lines[0].startswith("tracker: ")):
            raise Wrong(f"it complains in {len(lines)} lines: {run.complaint}")
        if run.code not in fails and lines:
            raise Wrong(f"exit code {run.code}, and it complains: {run.complaint}")

    def judge_record(self, practice, may_leave=False, any_state=False):
        """The state, once the program has mended what the disturbance left."""
        if practice.database.exists():
            mended = practice.run("log", "--csv", "--db", practice.judged)
            if mended.code != 0 or mended.complaint:
                raise Wrong(f"afterwards the program answers with {mended.code}: {mended.complaint}")
        strangers = files_in(practice.folder) - self.case.files
        if may_leave:  # what the next command that writes takes over: a journal without content, a database half made
            strangers = {file for file in strangers if not file.startswith(LEFT)}
        if strangers:
            raise Wrong(f"it left files: {', '.join(sorted(strangers))}")
        if not practice.database.exists():
            if self.case.before != "no database":
                raise Wrong("the database is gone")
            return None, "no database"
        bytes_now = digest(practice.database.read_bytes())
        with self.lock:
            found = self.known.get(bytes_now)
        if not found:
            rows = Rows(practice.database)
            faults = rows.faults
            for words in self.checks:
                checked = practice.run(*words, "--db", practice.judged)
                said = b"".join(line for line in checked.said.splitlines(True) if not line.startswith(b"leftover: "))
                if checked.code != 0 and said + checked.complaint:
                    faults.append(f"'{' '.join(words)}' says {checked.code}: {said + checked.complaint}")
            found = rows.state(), faults
            with self.lock:
                self.known[bytes_now] = found
        state, faults = found
        if faults:
            raise Wrong("; ".join(faults))
        if state not in self.case.states and not any_state:
            raise Wrong("the state is neither that before nor that after")
        return bytes_now, state

    def run_again(self, practice, bytes_now):
        with self.lock:
            if bytes_now in self.again:
                return
        run = practice.run(*self.case.scenario.words)
        if run.code != 0 or run.said != self.case.said:
            raise Wrong(f"run again it says {run.code}: {run.said + run.complaint}")
        _, state = self.judge_record(practice)
        if state != self.case.after:
            raise Wrong(f"run again it leaves the state {self.name(state)}")
        with self.lock:
            self.again[bytes_now] = True

    def send_again(self, practice):
        """A letter is handed over once; one that may have been is in doubt, and isn't handed over again."""
        again = practice.run(*self.case.scenario.words)
        listed = practice.run("letters", "--csv")
        if again.code not in (0, 5) or listed.code != 0:
            raise Wrong(f"run again it says {again.code}: {again.said + again.complaint}")
        doubtful = sum(line.count(b",in doubt,") for line in listed.said.splitlines())
        handed = practice.letters()
        twice = [recipient for recipient, times in handed.items() if times > self.case.letters[recipient]]
        if twice:
            raise Wrong(f"handed over twice: {', '.join(twice)}")
        missing = sum((self.case.letters - handed).values())
        if missing > doubtful:
            raise Wrong(f"{missing} letters were never handed over, and {doubtful} are in doubt")

    def name(self, state):
        return {self.case.before: "that before", self.case.after: "that after"}.get(state, "one between")
