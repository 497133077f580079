# SPDX-License-Identifier: MIT
"""The commands that write, each with the practice that it is given and what may be said of it."""
import pathlib
import shutil
import sys
from typing import Callable, NamedTuple

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
import statement  # noqa: E402: it lies beside the benchmark that it was made for

DATABASE = "books/practice.db"  # in a folder, which `init` has to make
COPY = "copies/copy.db"
LETTERS = "letters.txt"  # what the mail command was handed

CLIENTS, EARLIER_LINES, LINES, ROWS = 12, 40, 200, 1000

MAIL_COMMAND = f"""#!/bin/sh
# Stands for sendmail, called with -- and the recipient: notes whom a letter is for.
cat > /dev/null
echo "$2" >> {LETTERS}
"""


class Scenario(NamedTuple):
    name: str
    words: tuple  # the command
    prepare: Callable  # makes the practice: takes Practice
    exit_codes: tuple = (4,)  # that a failure may have
    letters: bool = False  # hands letters to the mail command, in a transaction each
    judged: str = DATABASE  # the database that it makes or alters


def nothing(_practice):
    pass


def demo(practice):
    practice.answer("init", "--demo")


def payments(practice):
    """A file of the demonstration's clients, as `tracker export payments` writes it."""
    demo(practice)
    parties = (("elochka", "9/26"), ("gorod", "7/26"), ("kometa", "10/26"), ("lotos", "11/26"), ("neulovimy", "12/26"))
    with open(practice.folder / "payments.csv", "w", encoding="utf-8") as file:
        file.write("client,contract,date,amount,currency,reference,source\n")
        for number in range(ROWS):
            client, contract = parties[number % len(parties)]
            file.write(f"{client},{contract},2026-11-{1 + number % 19:02},{100 + number}.00,RUB,no {number},\n")


def bank(practice):
    """Clients, a statement that is on record and one that is to come."""
    statement.generate("1c", EARLIER_LINES, CLIENTS, 2, practice.folder)
    (practice.folder / "statement.txt").rename(practice.folder / "earlier.txt")
    practice.answer("init")
    for what, file in (("clients", "clients.csv"), ("contracts", "contracts.csv"), ("payments", "earlier.txt")):
        practice.answer("import", what, file)
    statement.generate("1c", LINES, CLIENTS, 1, practice.folder)


def paid(practice):
    demo(practice)
    practice.answer("pay", "neulovimy", "3000", "--ref", "no 18")


def imported(practice):
    payments(practice)
    practice.answer("import", "payments", "payments.csv")


def writing(practice):
    """A practice with letters to send."""
    demo(practice)
    for name, value in (("sender", "buh@firm.example.org"), ("firm-name", "Firm"), ("letters-from", "2026-11-01"),
                        ("mail-command", str(practice.tools / "mail"))):
        practice.answer("setting", name, value)


def addressed(practice):
    """All that letters need but the mail command."""
    demo(practice)
    practice.answer("setting", "sender", "buh@firm.example.org")


def copied(practice):
    """A copy, and a payment that it lacks."""
    demo(practice)
    practice.answer("backup", COPY)
    practice.answer("pay", "neulovimy", "3000", "--ref", "no 18")


def of_version_1(practice):
    """The first command that opens a database of an earlier version leads it on."""
    practice.database.parent.mkdir()
    shutil.copy(pathlib.Path(__file__).resolve().parents[1] / "data/migrations/1.db", practice.database)
    practice.database.chmod(0o600)


def line_to_place(practice):
    """The first line that waits is always of the same number: the statement is made from a seed."""
    bank(practice)


def typed_and_booked(practice):
    """A payment that was recorded by hand, and the line that is it."""
    bank(practice)
    practice.answer("pay", "client-00001", "9000", "--ref", "no 18", "--on", "2025-12-01")


def before_the_clients(practice):
    """Lines that wait for clients who became known later."""
    statement.generate("1c", LINES, CLIENTS, 1, practice.folder)
    practice.answer("init")
    for what, file in (("payments", "statement.txt"), ("clients", "clients.csv"), ("contracts", "contracts.csv")):
        practice.answer("import", what, file)


SCENARIOS = [
    Scenario("init", ("init",), nothing),
    Scenario("pay", ("pay", "neulovimy", "3000", "--ref", "no 18"), demo),
    Scenario("done", ("done", "gorod", "salary", "2026-11"), demo),
    Scenario("duty", ("duty", "add", "neulovimy", "demand", "--due", "2026-11-26", "--for", "no 17"), demo),
    Scenario("add-set", ("schedule", "add-set", "vesna", "ooo-usn", "staff", "--from", "2026-06"), demo),
    Scenario("import", ("import", "payments", "payments.csv"), payments),
    Scenario("statement", ("import", "payments", "statement.txt"), bank),
    Scenario("undo", ("undo",), paid),
    Scenario("undo-import", ("undo",), imported),
    Scenario("place", ("place", "142", "client-00001"), line_to_place),
    Scenario("place-same-as", ("place", "142", "client-00001", "--same-as", "5", "--remember"), typed_and_booked),
    Scenario("place-waiting", ("place", "--waiting"), before_the_clients),
    Scenario("backup", ("backup", COPY), paid, judged=COPY),
    Scenario("restore", ("restore", COPY), copied),
    Scenario("migration", ("log", "--csv"), of_version_1),
    Scenario("setting", ("setting", "mail-command", "mailer"), addressed),
    Scenario("remind", ("remind", "--send", "--to-test-addresses"), writing, (4, 5), letters=True),
]
