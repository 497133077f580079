# SPDX-License-Identifier: MIT
"""Who uses the database at the same time as others: writers that know what they were told, readers that mistrust it."""
import collections
import csv
import io
import random
import time

PAYMENTS_OF_A_FILE = 7
FIRST_YEAR = 2010  # from then on, there are periods enough to be done
KINDS = ("statement", "documents", "salary", "advance")


class Writer:
    """Writes to a client of its own; knows what must be on record of it."""

    def __init__(self, practice, number):
        self.practice = practice
        self.user = self.client = f"w{number}"
        self.source = random.Random(number)
        self.steps = 0
        self.changes = 0
        self.payments = set()
        self.done = set()
        self.undoable = []

    def write(self, what, *words):
        if self.practice.tried(what, *words, user=self.user) is None:
            return False
        self.changes += 1
        return True

    def pay(self):
        reference = f"{self.client}-{self.steps}"
        if self.write("pay", "pay", self.client, "10", "--ref", reference):
            self.payments.add(reference)
            self.undoable.append(reference)

    def do(self):
        period, kind = divmod(self.steps, len(KINDS))
        words = (KINDS[kind], f"{FIRST_YEAR + period // 12}-{1 + period % 12:02}")
        if self.write("done", "done", self.client, *words):
            self.done.add(words)

    def take_file(self):
        tag = f"{self.client}-file-{self.steps}"
        rows = [f"{self.client},2026-11-01,5,{tag}-{n},{tag}" for n in range(PAYMENTS_OF_A_FILE)]
        (self.practice.folder / f"{tag}.csv").write_text("\n".join(["client,date,amount,reference,source", *rows, ""]))
        if self.write("import", "import", "payments", f"{tag}.csv"):
            self.payments.update(f"{tag}-{n}" for n in range(PAYMENTS_OF_A_FILE))

    def undo(self):
        if not self.undoable:
            return
        reference = self.undoable[-1]
        number, = [row["number"] for row in self.practice.rows("log") if row["command"].endswith(f"--ref {reference}")]
        if self.write("undo", "undo", number):
            self.payments.remove(self.undoable.pop())

    def run(self, until):
        while time.monotonic() < until and not self.practice.faults:
            self.steps += 1
            self.source.choices((self.pay, self.do, self.take_file, self.undo), (6, 3, 3, 1))[0]()


class Reader:
    def __init__(self, practice, number):
        self.practice = practice
        self.source = random.Random(-1 - number)
        self.seen = set()  # tags of files that were there: they stay
        self.last = 0

    def see_payments(self):
        answer = self.practice.tried("reads", "export", "payments", "--csv")
        if answer is None:
            return
        tags = collections.Counter(row["source"] for row in csv.DictReader(io.StringIO(answer)) if row["source"])
        parts = {tag: count for tag, count in tags.items() if count != PAYMENTS_OF_A_FILE}
        if parts or not self.seen <= tags.keys():
            self.practice.fault(f"a part of a change is seen: {parts}, {self.seen - tags.keys()} gone")
        self.seen = set(tags)

    def see_log(self):
        answer = self.practice.tried("reads", "log", "--csv")
        if answer is None:
            return
        numbers = [int(row["number"]) for row in csv.DictReader(io.StringIO(answer))]
        if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < self.last:
            self.practice.fault(f"the log has a gap, or went back from {self.last} to {len(numbers)}")
        self.last = len(numbers)

    def run(self, until):
        while time.monotonic() < until and not self.practice.faults:
            look = self.source.choice((self.see_payments, self.see_log, None, None))
            if look:
                look()
            else:
                self.practice.tried("reads", self.source.choice(("due", "status")))
