#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sends a practice's letters day by day for ten months, as cron would, and compares each with a model of rule R10.

All facts are recorded first, with their own dates, so that the state of each day is fixed. The model is written from the
rule (letters_model.py) and says for each day which contracts get a letter, what about, which items it lists and whether
it warns. Compared is what the mail command was given and what is on record. The runs, each from a fresh copy of the
database:

    daily     twice a day, in the first and the last minute of the firm's day: each letter on its day and once
    gaps      days are left out at random: what is still true is caught up by the next run, once
    own days  the same with another reminder day and other offsets, on every day of the week
    late      payments are recorded some days after they came, some of them first for the wrong day, and undone; the bank's
              statements come late: notices are held back, and what was said wrongly is withdrawn

Then two runs at once send each letter once, and runs that are killed leave at most one letter in doubt each, which goes
out again only when a person says that it didn't go.

    letters_year.py --tracker build/tracker
"""
import argparse
import collections
import csv
import datetime
import email
import email.policy
import io
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import run_transcript
from letters_model import DAY, Days, Model, State, day_of, last_day, period

FIRST, LAST = datetime.date(2026, 10, 1), datetime.date(2027, 7, 31)
HOLIDAY = datetime.date(2027, 1, 17), datetime.date(2027, 2, 26)  # of the runs with gaps
MARK = "@@"
MOST_SHOWN = 20  # differences

# What a letter is about, readable by a program: after the text that people read.
MARKS = """
{{#items}}
@@ item {{due}}{{#amount}} {{amount}}{{/amount}}
{{/items}}
{{#blocked}}
@@ blocked {{due}}
{{/blocked}}
"""
MARK_OF_WARNING = """
{{#warning}}
@@ warning {{warning.pauses_on}} {{warning.amount}}
{{/warning}}
"""

KEEPER = """#!/bin/sh
# Stands for sendmail: keeps the message; the day, the recipient and the process are the file's name.
exec cat > "%(box)s/$TRACKER_NOW $2 $$"
"""
SLOW_KEEPER = """#!/bin/sh
cat > "%(box)s/$TRACKER_NOW $2 $$"
exec sleep %(seconds)s
"""


def months(first, last):
    """The first days of the months."""
    while first <= last:
        yield first
        first = (first + 31 * DAY).replace(day=1)


class Facts:
    """The files that are imported."""

    COLUMNS = {
        "clients": "code,name,email,language",
        "contracts": "client,contract,signed,starts,ends,currency,fee,pay_day,grace,resume,clause",
        "terms": "client,contract,from,fee,grace,resume",
        "schedule": "client,contract,kind,from,owed_by,offset,day,convention,months,inputs,lead",
        "charges": "client,contract,date,due,amount,currency,text",
        "extensions": "client,contract,kind,period,date,until,reason",
        "waivers": "client,contract,kind,period,date,reason",
        "suspensions": "client,contract,date,from,until,reason",
        "payments": "client,contract,date,amount,currency,reference,source",
        "credits": "client,contract,date,amount,currency,reference,source",
        "fulfilments": "client,contract,kind,period,date,note",
    }

    def __init__(self):
        self.rows = {what: [] for what in self.COLUMNS}
        self.references = 0

    def add(self, what, *values):
        self.rows[what].append([str(value) for value in values])

    def pay(self, client, contract, day, amount, what="payments"):
        self.references += 1
        self.add(what, client, contract, day, amount, "RUB", f"no {self.references}", "")

    def write(self, folder):
        for what, rows in self.rows.items():
            with open(folder / f"{what}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(self.COLUMNS[what].split(","))
                writer.writerows(rows)


class Practice:
    """Clients with different fates; the fee is 1000 a month and due on the 10th unless said otherwise."""

    def __init__(self, seed):
        self.facts = Facts()
        self.random = random.Random(seed)
        self.contracts = {}  # (client, number): as letters_model.Model wants them
        self.fates()

    def client(self, code, starts="2026-08-01", ends="", fee=1000, grace=5, resume=0, number="1/26"):
        if not any(row[0] == code for row in self.facts.rows["clients"]):
            # Every name is known to the test; the languages share the marks.
            self.facts.add("clients", code, f"ООО «{code.capitalize()}»", f"{code}@example.org",
                           "en" if len(code) % 2 else "ru")
        self.facts.add("contracts", code, number, starts, starts, ends, "RUB", fee, 10, grace, resume, "п. 4.2")
        self.contracts[code, number] = {"starts": day_of(starts), "ends": day_of(ends) if ends else None,
                                        "grace": [("", grace)]}
        return code, number

    def periods(self, contract, last=LAST):
        about = self.contracts[contract]
        return months(about["starts"].replace(day=1), min(last, about["ends"] or last))

    def papers(self, contract, late=lambda month: 0, statements_until="9999-12"):
        """Statements and documents of each month, some days after their due date; None: never."""
        for month in self.periods(contract):
            for kind, due in (("statement", last_day(month) + DAY), ("documents", last_day(month) + 5 * DAY)):
                days = late(month)
                there = due >= self.contracts[contract]["starts"] and (kind, period(month)) <= ("statement", statements_until)
                if days is not None and there:
                    self.facts.add("fulfilments", *contract, kind, period(month), due + days * DAY, "")

    def money(self, contract, days, fee=1000):
        """Payments of each month: pairs of the day, counted from the 1st, and the part of the fee."""
        for month in self.periods(contract):
            for day, part in days(month) if callable(days) else days:
                self.facts.pay(*contract, month + (day - 1) * DAY, int(fee * part))

    def fates(self):
        chance = self.random
        exact = self.client("exact")
        self.papers(exact)
        self.money(exact, [(8, 1)])
        grace = self.client("grace")
        self.papers(grace, lambda month: -1)
        self.money(grace, lambda month: [(10 + month.month % 6, 1)])
        after = self.client("after")
        self.papers(after)
        self.money(after, lambda month: [(16 + month.month % 9, 1)])
        self.papers(self.client("never"), lambda month: 1)
        half = self.client("half")
        self.papers(half)
        self.money(half, lambda month: [(9, 0.5), (25, 0.5)] if month.month % 3 else [(9, 0.5)])
        self.papers_late()
        middle = self.client("middle", starts="2026-10-15", resume=2)
        self.papers(middle)
        self.money(middle, lambda month: [(14 + month.month, 1)])
        ends = self.client("ends", ends="2027-03-31")
        self.papers(ends, lambda month: 2 if month < datetime.date(2027, 3, 1) else 40)
        self.money(ends, lambda month: [(20, 1)] if month < datetime.date(2027, 2, 1) else [])
        leaves = self.client("leaves", ends="2027-05-18")  # in the middle of a suspension, and pays after it
        self.papers(leaves)
        self.money(leaves, lambda month: [(10, 1)] if month < datetime.date(2027, 5, 1) else [(28, 1)])
        self.one_offs()
        self.by_hand()
        self.amended()
        self.returns(chance)
        for number in range(3):
            self.by_chance(f"chance{number}", chance)

    def papers_late(self):
        """Documents late, with extensions before and after the first reminders, and waivers."""
        late = self.client("late")
        self.papers(late, lambda month: month.month * 2)
        self.money(late, [(1, 1)])
        extend = lambda kind, of, day, until: self.facts.add("extensions", *late, kind, of, day, until, "asked for it")
        extend("documents", "2026-10", "2026-11-02", "2026-11-12")  # before any reminder
        extend("documents", "2026-11", "2026-12-07", "2026-12-14")  # after it was told of, when overdue
        extend("documents", "2027-01", "2027-02-04", "2027-02-06")  # on the day that it was told of
        extend("statement", "2027-05", "2027-06-03", "2027-06-09")
        self.facts.add("waivers", *late, "documents", "2027-02", "2027-03-07", "lost")
        self.facts.add("waivers", *late, "statement", "2027-03", "2027-04-01", "none")

    def one_offs(self):
        """Charges of the day and of later days, two on one day, and refunds that leave old charges unpaid again."""
        extra = self.client("extra")
        self.papers(extra)
        self.money(extra, [(10, 1)])
        for day, due, amount in (("2026-11-01", "2026-11-20", 300), ("2026-12-03", "2026-12-20", 100),
                                 ("2026-12-04", "2026-12-20", 200), ("2027-02-15", "2027-02-15", 500),
                                 ("2027-04-01", "2027-04-03", 400), ("2027-06-11", "2027-06-12", 100)):
            self.facts.add("charges", *extra, day, due, amount, "RUB", f"extra work until {due}, {amount}")
        for day, amount in (("2026-11-22", 300), ("2027-01-04", 300), ("2027-02-27", 500), ("2027-04-07", 400)):
            self.facts.pay(*extra, day, amount)
        self.facts.pay(*extra, "2027-05-20", -1000)  # pauses service that very day
        self.facts.pay(*extra, "2027-05-29", 1000)
        self.facts.pay(*extra, "2027-06-12", -500)  # the fee of June is within its grace
        self.facts.pay(*extra, "2027-06-25", 700, "credits")

    def by_hand(self):
        """Manual suspensions apart from those for non-payment, touching, around and after them."""
        hand = self.client("hand")
        self.papers(hand)
        self.money(hand, lambda month: [(22, 1)] if month.month in (11, 1, 3, 5) else [(9, 1)])
        for since, until in (("2026-10-05", "2026-10-12"), ("2026-11-22", "2026-11-27"), ("2027-01-10", "2027-01-18"),
                             ("2027-03-12", "2027-03-30"), ("2027-05-18", "2027-05-20"), ("2027-06-01", "2027-06-03")):
            self.facts.add("suspensions", *hand, since, since, until, "asked by the client")

    def amended(self):
        """Two contracts of one client: terms change, lines move with days off, are added and dropped."""
        one = self.client("double", number="1/26")
        two = self.client("double", number="2/26", starts="2026-11-01", fee=2000, resume=1)
        self.facts.add("terms", *one, "2027-01", 1500, 10, 1)
        self.contracts[one]["grace"].append(("2027-01", 10))
        self.facts.add("schedule", *one, "documents", "2026-12", "client", 1, 6, "following", "", "", "")
        self.facts.add("schedule", *one, "payment", "2027-02", "client", 0, 28, "following", "", "", "")
        self.facts.add("schedule", *two, "payroll-register", "2026-11", "client", 0, 31, "preceding", "", "", "")
        self.facts.add("schedule", *two, "statement", "2027-02", "", "", "", "", "", "", "")
        self.papers(two, lambda month: None if month.month == 5 else 3, statements_until="2027-01")
        self.money(one, lambda month: [(18, 1 if month.year < 2027 else 1.5)])
        self.money(two, lambda month: [(30, 1)] if month.month % 4 == 0 else [(9, 1)], fee=2000)

    def returns(self, chance):
        """Work that needs papers: they come in time, late or never, before and after they would have been told of."""
        contract = self.client("returns", resume=1)
        self.papers(contract, lambda month: chance.choice([None, -2, 0, 0, 12, 18, 22, 24, 40]))
        self.money(contract, lambda month: [(10, 1)] if month.month % 4 else [(27, 1)])
        vat, register = "documents statement", "documents"
        self.facts.add("schedule", *contract, "vat-return", "2026-08", "us", 1, 25, "following", "3 6 9 12", vat, 5)
        self.facts.add("schedule", *contract, "register", "2026-10", "us", 1, 20, "preceding", "", register, 0)
        self.contracts[contract]["needs"] = {"vat-return": (vat.split(), 3), "register": ([register], 1)}
        for kind, of, day in (("register", "2026-12", "2027-01-22"), ("vat-return", "2026-12", "2027-01-20"),
                              ("register", "2027-02", "2027-03-12"), ("register", "2027-05", "2027-07-01")):
            self.facts.add("fulfilments", *contract, kind, of, day, "")
        self.facts.add("extensions", *contract, "register", "2027-03", "2027-04-12", "2027-05-05", "agreed")
        self.facts.add("waivers", *contract, "documents", "2027-01", "2027-02-12", "none")

    def by_chance(self, code, chance):
        grace, resume = chance.choice([0, 2, 5]), chance.choice([0, 0, 1, 3])
        contract = self.client(code, starts=f"2026-{chance.randint(8, 11):02}-{chance.randint(1, 28):02}", grace=grace,
                               resume=resume)
        self.papers(contract, lambda month: chance.choice([None, -3, 0, 0, 1, 2, 4, 9, 35]))
        self.money(contract, lambda month: [(chance.randint(1, 31), chance.choice([0.5, 1, 1, 1, 2, -0.5]))
                                            for _ in range(chance.randint(0, 2))])
        for month in self.periods(contract):
            due = month + chance.randint(0, 27) * DAY
            issued = due - chance.randint(0, 9) * DAY
            if chance.random() < 0.3 and issued >= self.contracts[contract]["starts"]:
                self.facts.add("charges", *contract, issued, due, chance.choice([100, 700]), "RUB", f"work until {due}")


class Program:
    """The program in a folder with a database, and a box into which the mail command puts the messages."""

    def __init__(self, tracker, folder, tools):
        self.tracker, self.folder, self.tools = str(tracker), folder, tools
        self.box = folder / "box"
        self.box.mkdir(exist_ok=True)
        self.environment = {**os.environ, "TRACKER_DB": str(folder / "practice.db"), "HOME": str(folder), "TZ": "UTC",
                            "XDG_CONFIG_HOME": str(folder / "config"), "LANG": "C.UTF-8"}

    def start(self, now, *words):
        return subprocess.Popen([self.tracker, *words], cwd=self.folder, env={**self.environment, "TRACKER_NOW": now},
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                encoding="utf-8")

    def answer(self, now, *words):
        process = self.start(now, *words)
        said, complaint = process.communicate()
        if process.returncode != 0:
            sys.exit(f"at {now} '{' '.join(words)}' failed with {process.returncode}: {said}{complaint}")
        return said

    def rows(self, now, *words):
        return list(csv.DictReader(io.StringIO(self.answer(now, *words, "--csv"), newline="")))

    def remind(self, now):
        return self.answer(now, "remind", "--send", "--to-test-addresses")

    def mail_command(self, script, **values):
        """Scripts lie apart: a folder in memory may be one from which nothing can be run."""
        path = self.tools / f"mailer-{len(list(self.tools.iterdir()))}"
        path.write_text(script % {"box": self.box, **values}, encoding="utf-8")
        path.chmod(0o755)
        self.answer(noon(FIRST), "setting", "mail-command", f"'{path}'")

    def received(self):
        """(now, recipient, message) of each, in no order."""
        messages = []
        for path in self.box.iterdir():
            now, recipient, _ = path.name.split(" ")
            messages.append((now, recipient, email.message_from_bytes(path.read_bytes(), policy=email.policy.default)))
        return messages


def noon(day):
    return f"{day}T09:00:00Z"


def first_minute(day):
    """Of the firm's day, in Moscow."""
    return f"{day - DAY}T21:00:00Z"


def last_minute(day):
    return f"{day}T20:59:59Z"


def moscow_day(now):
    return (datetime.datetime.fromisoformat(now.rstrip("Z")) + datetime.timedelta(hours=3)).date()


def set_up(tracker, folder, tools, practice, without=()):
    program = Program(tracker, folder, tools)
    before = noon(FIRST - DAY)
    program.answer(before, "init")
    practice.facts.write(folder)
    for what, rows in practice.facts.rows.items():
        if rows and what not in without:
            program.answer(before, "import", what, f"{what}.csv")
    for name, value in (("sender", "buh@firm.example.org"), ("firm-name", "ИП Бухгалтерова"), ("letters-from", str(FIRST))):
        program.answer(before, "setting", name, value)
    for sort in ("reminder", "suspension", "part-payment", "reinstatement", "withdrawal"):
        marks = MARKS if sort in ("suspension", "part-payment") else MARKS + MARK_OF_WARNING
        for language in ("ru", "en"):
            text = program.answer(before, "template", "show", sort, language)
            (folder / "text").write_text(text + marks, encoding="utf-8")
            program.answer(before, "template", "edit", sort, language, "text")
    program.mail_command(KEEPER)
    return program


def copied(program, name):
    folder = program.folder / name
    folder.mkdir()
    shutil.copy(program.folder / "practice.db", folder / "practice.db")
    copy = Program(program.tracker, folder, program.tools)
    copy.mail_command(KEEPER)
    return copy


def state_of(program, day):
    on = ("--on", str(day))
    to = period(last_day(day) + DAY)  # what is for a later month isn't due within the longest offset
    return State(program.rows(noon(day), "export", "obligations", "--from", "2026-01", "--to", to, *on),
                 program.rows(noon(day), "export", "intervals", *on))


def states_of(program, last):
    return {day: state_of(program, day) for day in all_days(last)}


MONTHS = {name: number for number, names in enumerate(
    ("january января", "february февраля", "march марта", "april апреля", "may мая", "june июня", "july июля",
     "august августа", "september сентября", "october октября", "november ноября", "december декабря"), 1)
    for name in names.split()}


def read_day(text):
    """'2026-11-05', '05.11.2026' or '5 November 2026'."""
    if match := re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text):
        return datetime.date(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d+) (\w+) (\d{4})", text):
        return datetime.date(int(match[3]), MONTHS[match[2].lower()], int(match[1]))
    return day_of(text)


def read_amount(text):
    """'6 000,00 руб.' and 'RUB 6,000.00' as the exports have it; empty for what isn't money."""
    digits = re.sub(r"\D", "", text)
    return f"{digits[:-2]}.{digits[-2:]}" if digits else ""


def marked(message):
    """The items, the warning and the due dates of the blocked work that a message marks."""
    items, warning, blocked = [], None, []
    for line in message.get_content().splitlines():
        if not line.startswith(MARK):
            continue
        match = re.fullmatch(rf"{MARK} (item|warning|blocked) (\d\d\.\d\d\.\d{{4}}|\d+ [^\W\d]+ \d{{4}}|\d{{4}}-\d\d-\d\d)(.*)", line)
        if not match:
            sys.exit(f"a mark that can't be read: {line}")
        if match[1] == "item":
            items.append((read_day(match[2]), read_amount(match[3])))
        elif match[1] == "blocked":
            blocked.append(read_day(match[2]))
        else:
            warning = read_day(match[2])
    return sorted(items), warning, sorted(blocked)


class Differences:
    def __init__(self, called):
        self.called, self.lines = called, []

    def add(self, line):
        self.lines.append(line)

    def show(self):
        for line in self.lines[:MOST_SHOWN]:
            print(f"{self.called}: {line}")
        if len(self.lines) > MOST_SHOWN:
            print(f"{self.called}: and {len(self.lines) - MOST_SHOWN} more differences")
        return not self.lines


def without_entries(about):
    """What a letter is about, sorted; a charge's number is the program's own."""
    return sorted(re.sub(r" #\d+", "", matter) for matter in about.split("; "))


def compare(expected, recorded, received, differences):
    """`expected`: {(day, contract): Expected}; the others are what the program lists and what the mail command was given."""
    on_record = collections.defaultdict(list)
    mail = collections.defaultdict(list)
    for row in recorded:
        on_record[day_of(row["date"]), (row["client"], row["contract"])].append(row)
        if (row["state"], row["tries"]) != ("sent", "1"):
            differences.add(f"{row['date']} {row['client']}: letter {row['letter']} is {row['state']} after {row['tries']} tries")
        if row["recipient"] != f"{row['client']}@example.org":
            differences.add(f"{row['date']} {row['client']}: letter {row['letter']} went to {row['recipient']}")
    # A contract's letters are told apart by the subject in the mailbox of a client with two contracts.
    for now, recipient, message in received:
        mail[moscow_day(now), recipient].append(message)
    for key in sorted(expected.keys() | on_record.keys()):
        day, contract = key
        called = f"{day} {day:%a} {' '.join(contract)}"
        rows = on_record.get(key, [])
        wanted = expected.get(key)
        if wanted is None:
            for row in rows:
                differences.add(f"{called}: nothing was due, sent was [{row['about']}]")
            continue
        if not rows:
            differences.add(f"{called}: nothing was sent, due was [{'; '.join(wanted.matters)}]")
            continue
        if len(rows) > 1:
            differences.add(f"{called}: {len(rows)} letters on one day: {[row['about'] for row in rows]}")
        compare_letter(called, wanted, rows[0], mail[day, rows[0]["recipient"]], differences)
    subjects = collections.Counter((day, recipient) for (day, recipient), found in mail.items() for _ in found)
    listed = collections.Counter((day_of(row["date"]), row["recipient"]) for row in recorded)
    for key in sorted(subjects.keys() | listed.keys()):
        if subjects[key] != listed[key]:
            differences.add(f"{key[0]}: {key[1]} received {subjects[key]} letters, {listed[key]} are on record")
    identities = collections.Counter(message["message-id"] for _, _, message in received)
    for identity, times in identities.items():
        if times > 1:
            differences.add(f"{times} messages are called {identity}")
    once = collections.Counter((row["client"], row["contract"], matter) for row in recorded
                               for matter in row["about"].split("; ") if "#" in matter or matter.startswith("monthly"))
    for key, times in once.items():
        if times > 1:
            differences.add(f"{' '.join(key)}: told {times} times")


def compare_letter(called, wanted, row, messages, differences):
    about = without_entries(row["about"])
    if about != wanted.matters:
        missing = list((collections.Counter(wanted.matters) - collections.Counter(about)).elements())
        more = list((collections.Counter(about) - collections.Counter(wanted.matters)).elements())
        differences.add(f"{called}: missing {missing}, not due {more}, of [{row['about']}]")
    messages = [message for message in messages if message["subject"] == row["subject"]]
    if not messages:
        differences.add(f"{called}: no message of this subject was received: {row['subject']}")
        return
    items, warning, blocked = marked(messages[0])
    if items != wanted.items:
        words = lambda listed: [f"{due} {amount}".strip() for due, amount in listed]
        differences.add(f"{called}: lists {words(items)}, owed are {words(wanted.items)}, of [{row['about']}]")
    if blocked != wanted.blocked:
        differences.add(f"{called}: names blocked work due {blocked}, is {wanted.blocked}, of [{row['about']}]")
    if warning != wanted.warning:
        differences.add(f"{called}: warns of {warning}, R9 of {wanted.warning}, of [{row['about']}]")


def notified_days(program, day, recorded, differences):
    """The export of the suspensions says when the client was told: the day of the notice on record."""
    told = {(row["client"], row["contract"], matter.split(" ")[1]): row["date"] for row in recorded
            for matter in row["about"].split("; ") if matter.startswith("suspension ")}
    for row in program.rows(noon(day), "export", "intervals", "--on", str(day)):
        if row["reason"] == "no-payment":
            notified = told.pop((row["client"], row["contract"], row["from"]), "")
            if row["notified_on"] != notified:
                differences.add(f"{row['client']}: the suspension from {row['from']} was notified on {notified or 'no day'}, "
                                f"the export says {row['notified_on'] or 'none'}")
    for (client, _, since), day_told in told.items():
        differences.add(f"{client}: told on {day_told} of a suspension from {since} that isn't there")


def play(program, model, days, times, called, happens=None):
    """Runs on the days, each after what happens on it; whether all was as the model says."""
    differences = Differences(called)
    expected = {}
    for day in days:
        if happens:
            happens(day)
        due = model.run(day)
        expected.update(((day, contract), letter) for contract, letter in due.items())
        for number, moment in enumerate(times):
            said = program.remind(moment(day))
            count = 0 if number else len(due)
            if said.split("\n")[0] != f"sent {count} letter{'' if count == 1 else 's'}":
                differences.add(f"{moment(day)}: {count} letters are to be sent, it says {said.strip()!r}")
    recorded = program.rows(noon(days[-1]), "export", "letters")
    if recorded != program.rows(noon(days[-1]), "letters"):
        differences.add("'letters' and 'export letters' differ")
    compare(expected, recorded, program.received(), differences)
    if not happens:
        notified_days(program, days[-1], recorded, differences)
    kinds = collections.Counter(matter.split(" ")[0] for letter in expected.values() for matter in letter.matters)
    if differences.show():
        print(f"{called}: {len(expected)} letters on {len(days)} days: "
              + ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())))
    wanted = ["monthly", "suspension", "part-payment", "reinstatement", "charge", "statement", "documents", "payment",
              "blocked"]
    for kind in wanted + (["withdrawal"] if happens else []):
        if not kinds[kind] and len(days) > 100:
            sys.exit(f"{called}: no letter was about '{kind}': this proves too little")
    return not differences.lines


def all_days(last):
    return [FIRST + number * DAY for number in range((last - FIRST).days + 1)]


def with_gaps(days, chance):
    """Single days are missing, now and then a few weeks, and a holiday in which one suspension ends and another passes."""
    kept, skip = [], 0
    for day in days:
        if HOLIDAY[0] <= day <= HOLIDAY[1]:
            continue
        if day == HOLIDAY[0] - DAY:
            skip = 0
            kept.append(day)
            continue
        if skip == 0 and chance.random() < 0.25:
            skip = chance.choice([1, 1, 1, 1, 2, 2, 2, 3, 5, 12, 40])
        if skip:
            skip -= 1
        else:
            kept.append(day)
    return kept


def two_at_once(program, day):
    """Two runs start together; between them they send each letter once."""
    differences = Differences("two at once")
    due = [row["recipient"] for row in program.rows(noon(day), "remind")]
    program.mail_command(SLOW_KEEPER, seconds=0.2)
    runs = [program.start(noon(day), "remind", "--send", "--to-test-addresses") for _ in range(2)]
    said = [run.communicate() for run in runs]
    for run, (words, complaint) in zip(runs, said):
        if run.returncode != 0:
            differences.add(f"a run ended with {run.returncode}: {words}{complaint}")
    sent = [int(match[1]) for words, _ in said if (match := re.match(r"sent (\d+) letter", words))]
    received = collections.Counter(recipient for _, recipient, _ in program.received())
    if received != collections.Counter(due):
        differences.add(f"due were {sorted(due)}, received {sorted(received.elements())}")
    if sum(sent) != len(due):
        differences.add(f"due were {len(due)}, the runs say that they sent {sent}")
    states = collections.Counter(row["state"] for row in program.rows(noon(day), "letters"))
    if states != {"sent": len(due)}:
        differences.add(f"on record: {dict(states)}")
    if differences.show():
        print(f"two at once: {len(due)} letters, {sent[0]} by one run and {sent[1]} by the other")
    return not differences.lines


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"waited in vain: {what}")
        time.sleep(0.01)


def doubtful(program, day):
    return [row for row in program.rows(noon(day), "letters") if row["state"] == "in doubt"]


def killed_while_sending(program, day, number):
    """SIGKILL while the mail command has the letter of that number: that one is in doubt, and nothing goes out twice."""
    differences = Differences(f"killed at letter {number}")
    due = collections.Counter(row["recipient"] for row in program.rows(noon(day), "remind"))
    program.mail_command(SLOW_KEEPER, seconds=0.5)
    run = program.start(noon(day), "remind", "--send", "--to-test-addresses")
    wait_for(lambda: sum(path.stat().st_size > 0 for path in program.box.iterdir()) >= number, f"letter {number}")
    time.sleep(0.1)  # the message is read, and the command sleeps
    run.kill()
    run.communicate()
    if run.returncode != -signal.SIGKILL:
        sys.exit(f"the run had ended with {run.returncode} before it was killed")
    doubts = doubtful(program, day)
    if len(doubts) != 1:
        differences.add(f"{len(doubts)} letters are in doubt after the kill: {[row['recipient'] for row in doubts]}")
        differences.show()
        return False
    states = collections.Counter(row["state"] for row in program.rows(noon(day), "letters"))
    if states != {"in doubt": 1, **({"sent": number - 1} if number > 1 else {})}:
        differences.add(f"after the kill at letter {number}, on record: {dict(states)}")
    program.mail_command(KEEPER)
    for _ in range(2):
        program.remind(noon(day))
    received = collections.Counter(recipient for _, recipient, _ in program.received())
    if received != due:
        differences.add(f"due were {due}, received after the kill and two more runs {received}")
    if doubtful(program, day) != doubts:
        differences.add("the doubt is gone by itself")
    program.answer(noon(day), "letters", "settle", doubts[0]["letter"], "unsent")
    for _ in range(2):
        program.remind(noon(day))
    received.update([doubts[0]["recipient"]])
    again = collections.Counter(recipient for _, recipient, _ in program.received())
    if again != received:
        differences.add(f"after 'letters settle {doubts[0]['letter']} unsent' expected {received}, received {again}")
    states = collections.Counter(row["state"] for row in program.rows(noon(day), "letters"))
    if states != {"unsent": 1, "sent": due.total()}:
        differences.add(f"in the end, on record: {dict(states)}")
    if differences.show():
        print(f"killed at letter {number} of {due.total()}: one in doubt, out again once it was settled")
    return not differences.lines


def killed_anywhere(program, day, moments):
    """SIGKILL after a time, again and again: each leaves at most one letter in doubt, and none goes out twice."""
    differences = Differences("killed anywhere")
    due = collections.Counter(row["recipient"] for row in program.rows(noon(day), "remind"))
    program.mail_command(SLOW_KEEPER, seconds=0.02)
    kills = 0
    for number, seconds in enumerate(moments):
        run = program.start(noon(day), "remind", "--send", "--to-test-addresses")
        try:
            run.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            kills += 1
        run.kill()
        run.communicate()
        doubts = doubtful(program, day)
        if len(doubts) > kills:
            differences.add(f"after {number + 1} kills {len(doubts)} letters are in doubt")
    program.remind(noon(day))
    time.sleep(0.1)  # a mail command that outlived its run
    doubts = collections.Counter(row["recipient"] for row in doubtful(program, day))
    received = collections.Counter(recipient for _, recipient, _ in program.received())
    for recipient, times in due.items():
        if received[recipient] > times:
            differences.add(f"{recipient} received {received[recipient]} letters, {times} due")
        if received[recipient] + doubts[recipient] < times:
            differences.add(f"{recipient} received {received[recipient]} of {times} letters, in doubt {doubts[recipient]}")
    if received - due:
        differences.add(f"not due: {dict(received - due)}")
    if differences.show():
        print(f"killed anywhere: {kills} kills, {doubts.total()} of {due.total()} letters in doubt, none twice")
    return not differences.lines


STATEMENT = """1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
ДатаСоздания={made:%d.%m.%Y}
ДатаНачала={first:%d.%m.%Y}
ДатаКонца={last:%d.%m.%Y}
РасчСчет=40702810900000000777
СекцияРасчСчет
ДатаНачала={first:%d.%m.%Y}
ДатаКонца={last:%d.%m.%Y}
РасчСчет=40702810900000000777
НачальныйОстаток=0.00
ВсегоПоступило=0.00
ВсегоСписано=0.00
КонечныйОстаток=0.00
КонецРасчСчет
КонецФайла
"""


class LateRecords:
    """Payments that are recorded some days after they came, now and then for the wrong client first; statements that
    end some days before they are imported. Knows what is on record, and asks the program for states as they are known."""

    def __init__(self, program, practice, chance):
        self.program, self.chance, self.rows = program, chance, practice.facts.rows["payments"]
        self.by_day, self.wrong, self.known = collections.defaultdict(list), {}, None
        contracts = sorted(practice.contracts)
        for row in self.rows:
            came = day_of(row[2])
            if chance.random() < 0.1 and came >= FIRST:
                self.by_day[came].append([*chance.choice(contracts), *row[2:5], f"wrong {row[5]}", row[6]])
            self.by_day[max(FIRST, came + chance.choice([0, 0, 1, 2, 4, 8]) * DAY)].append(row)
        self.recorded = collections.defaultdict(list)
        self.cache = {}

    def __call__(self, day):
        """What is recorded on a day."""
        for row in self.by_day[day]:
            self.cache.clear()
            if row[5] in self.wrong:
                contract, change, entry = self.wrong.pop(row[5])
                self.program.answer(noon(day), "undo", change)
                self.recorded[contract].remove(entry)
            (self.program.folder / "payment.csv").write_text(
                ",".join(Facts.COLUMNS["payments"].split(",")) + "\n" + ",".join(row) + "\n", encoding="utf-8")
            self.program.answer(noon(day), "import", "payments", "payment.csv")
            entry = day_of(row[2]), float(row[3]), row[5]
            self.recorded[row[0], row[1]].append(entry)
            if row[5].startswith("wrong "):
                change = self.program.rows(noon(day), "log")[-1]["number"]
                self.wrong[row[5].removeprefix("wrong ")] = (row[0], row[1]), change, entry
        if day >= FIRST + 30 * DAY and self.chance.random() < 0.4:
            last = day - self.chance.choice([1, 1, 2, 5]) * DAY
            (self.program.folder / "statement.txt").write_text(
                STATEMENT.format(made=day, first=FIRST - 30 * DAY, last=last), encoding="utf-8")
            self.program.answer(noon(day), "import", "payments", "statement.txt")
            self.known = max(self.known or last, last)

    def __getitem__(self, day):
        if day not in self.cache:
            self.cache[day] = state_of(self.program, day)
        return self.cache[day]


def runs(program, practice, arguments, late):
    last = min(LAST, FIRST + arguments.days * DAY)
    days = all_days(last)
    states = states_of(program, last)
    holidays = program.rows(noon(FIRST), "export", "holidays")
    payments = collections.defaultdict(list)
    for client, contract, day, amount, _, reference, _ in practice.facts.rows["payments"]:
        payments[client, contract].append((day_of(day), float(amount), reference))

    def model(working=True, **rules):
        return Model(practice.contracts, states, Days(holidays, working), lambda: payments, FIRST, **rules)

    chance = random.Random(arguments.seed)
    yield play(copied(program, "daily"), model(), days, (first_minute, last_minute), "daily")
    yield play(copied(program, "gaps"), model(), with_gaps(days, chance), (noon,), "gaps")
    own = copied(program, "own")
    own.answer(noon(FIRST), "setting", "reminder-day", "31")
    own.answer(noon(FIRST), "setting", "reminder-offsets", "-5,0,+2,+9")
    own.answer(noon(FIRST), "setting", "letter-days", "every")
    yield play(own, model(working=False, reminder_day=31, offsets=(-5, 0, 2, 9)), with_gaps(days, chance), (noon,), "own days")
    records = LateRecords(late, practice, chance)
    known = Model(practice.contracts, records, Days(holidays, True), lambda: records.recorded, FIRST,
                  known_through=lambda: records.known)
    yield play(late, known, days[:180], (noon,), "late", records)
    monthly = Days(holidays, True).before(datetime.date(2026, 12, 1))
    yield two_at_once(copied(program, "two"), monthly)
    for number in (1, 4):
        yield killed_while_sending(copied(program, f"kill{number}"), monthly, number)
    yield killed_anywhere(copied(program, "kills"), monthly, [0.01 + 0.17 * chance.random() for _ in range(12)])


def main():
    parser = argparse.ArgumentParser(description="Sends many months' letters and compares them with a model of rule R10.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--days", type=int, default=(LAST - FIRST).days, help="how many")
    parser.add_argument("--seed", type=int, default=1, help="of the random clients and gaps")
    arguments = parser.parse_args()
    practice = Practice(arguments.seed)
    with tempfile.TemporaryDirectory(prefix="tracker-") as tools, \
            tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        program = set_up(arguments.tracker, pathlib.Path(temporary), pathlib.Path(tools), practice)
        late = pathlib.Path(temporary) / "late"
        late.mkdir()
        late = set_up(arguments.tracker, late, pathlib.Path(tools), practice, without=("payments",))
        if not all(list(runs(program, practice, arguments, late))):
            sys.exit(1)


if __name__ == "__main__":
    main()
