#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes bank statements of any length, the same for the same arguments, and measures how fast they are imported.

    tests/bench/statement.py generate --format 1c --lines 100000 FOLDER
    cmake --workflow --preset release && tests/bench/statement.py run build/release

The firm's clients and their contracts are written beside the statement as files that `tracker import` takes. Of the
lines some 60 % are clients' payments, known by the payer's tax id, 10 % come from payers who are no clients, 30 %
went out; one in 500 is equal to the one before it in everything. Whom they are from depends on the seed, who the
clients are doesn't: two statements of two seeds are for one practice. Never reads a database or a clock.
"""
import argparse
import datetime
import json
import pathlib
import random
from typing import NamedTuple

import statement_files

FIRST = datetime.date(2025, 11, 20)
DAYS = 365
LAST = FIRST + datetime.timedelta(DAYS - 1)
MONTHS = 12
CLIENTS, STRANGERS = 0.6, 0.7  # a random number below the first is a client's payment, below the second a stranger's
EQUAL = 0.002
MOST_CLIENTS = 99_999  # as many as five digits of a tax id can name
MONTH_NAMES = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
               "декабрь")
SUPPLIERS = (("ПАО «Пример Банк»", "Комиссия за ведение счета. НДС не облагается"),
             ("ООО «Офисный центр»", "Аренда помещения за {month} {year} по договору № А-7 от 01.02.2024. Без НДС"),
             ("ИП Связистов Олег Петрович", "Услуги связи по счету № {number} от {date}. В т.ч. НДС 20%"),
             ("Казначейство (ФНС)", "Единый налоговый платеж"))


class Party(NamedTuple):
    name: str
    tax_id: str
    account: str


class Document(NamedTuple):
    incoming: bool
    date: datetime.date
    number: str
    amount: int
    payer: Party
    payee: Party
    purpose: str
    bank_order: bool


def with_check_digits(digits, length):
    """A Russian tax id of 10 or 12 digits that begins with these."""
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    while len(digits) < length:
        digits += str(sum(w * int(d) for w, d in zip(weights[-len(digits):], digits)) % 11 % 10)
    return digits


def party(name, prefix, number, person=False):
    """Prefixes of no region, so that nobody's real tax id comes out."""
    tax_id = with_check_digits(f"{prefix}{number:06}", 12) if person else with_check_digits(f"{prefix}{number:05}", 10)
    return Party(name, tax_id, f"{'40802' if person else '40702'}8109{prefix}{number:07}")


OWN = party("ИП Бухгалтерова Мария Ивановна", "9900", 1, person=True)


class Client:
    """One of the firm's clients, made from its number alone."""

    def __init__(self, number):
        person = number % 5 == 0
        name = f"ИП Клиентов {number:05} Иван Петрович" if person else f"ООО «Клиент {number:05}»"
        self.code = f"client-{number:05}"
        self.contract = f"{number}/25"
        self.fee = 3000 + 500 * (number * 7 % 20)
        self.party = party(name, "9901", number, person)


class Statement:
    """What a statement says; its documents are made anew each time they are asked for, so that memory stays small."""

    own, first, last = OWN, FIRST, LAST
    opening = 100_000_000  # kopecks, as all amounts here

    def __init__(self, lines, clients, seed):
        self.lines = lines
        self.clients = [Client(number) for number in range(1, clients + 1)]
        self.seed = seed
        # A client pays its fee in as many parts as there are lines for, so that nobody pays years in advance.
        self.parts = max(1, round(lines * CLIENTS / MONTHS / clients))
        self.of_clients = self.of_strangers = self.outgoing = self.received = self.spent = 0
        clients_accounts = {client.party.account for client in self.clients}
        for document in self.documents():
            self.of_clients += document.payer.account in clients_accounts
            self.outgoing += not document.incoming
            self.received += document.amount if document.incoming else 0
            self.spent += 0 if document.incoming else document.amount
        self.of_strangers = lines - self.of_clients - self.outgoing

    @property
    def closing(self):
        return self.opening + self.received - self.spent

    def documents(self):
        # Only random() is promised to give the same in every version of Python.
        chance = random.Random(self.seed).random
        document = None
        for at in range(self.lines):
            repeated = chance() < EQUAL and document is not None
            if not repeated:
                document = self.document(FIRST + datetime.timedelta(at * DAYS // self.lines), chance)
            yield document

    def document(self, date, chance):
        sort = chance()
        number = str(1 + int(chance() * 99_999))
        words = {"month": MONTH_NAMES[date.month - 1], "year": date.year, "date": f"{date:%d.%m.%Y}", "number": number}
        if sort < CLIENTS:
            client = self.clients[int(chance() * len(self.clients))]
            purpose = ("Оплата бухгалтерских услуг за {month} {year} по договору № {contract} от 01.11.2025. "
                       "НДС не облагается").format(contract=client.contract, **words)
            return Document(True, date, number, client.fee * 100 // self.parts, client.party, OWN, purpose, False)
        amount = 10_000 + int(chance() * 1_500_000)
        if sort < STRANGERS:
            stranger = int(chance() * 500)
            name = f"ООО «Прохожий {stranger:03}»"
            purpose = "Оплата по счету № {number} от {date} за консультацию. НДС не облагается".format(**words)
            return Document(True, date, "БА" + number, amount, party(name, "9902", stranger), OWN, purpose, False)
        supplier = int(chance() * len(SUPPLIERS))
        name, purpose = SUPPLIERS[supplier]
        payee = party(name, "9903", supplier)
        return Document(False, date, number, amount, OWN, payee, purpose.format(**words), supplier == 0)


def generate(format_name, lines, clients, seed, folder):
    """Writes clients.csv, contracts.csv and the statement; gives what there is in them."""
    statement = Statement(lines, clients, seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "clients.csv", "w", encoding="utf-8") as file:
        file.write("code,name,tax_id,language\n")
        file.writelines(f"{c.code},{c.party.name},{c.party.tax_id},ru\n" for c in statement.clients)
    with open(folder / "contracts.csv", "w", encoding="utf-8") as file:
        file.write("client,contract,starts,currency,fee,pay_day,grace,resume,clause\n")
        file.writelines(f"{c.code},{c.contract},2025-11-01,RUB,{c.fee}.00,10,5,0,п. 4.2\n" for c in statement.clients)
    path = folder / statement_files.NAMES[format_name]
    statement_files.write(format_name, statement, path)
    return {"file": str(path), "lines": lines, "of_clients": statement.of_clients, "of_strangers": statement.of_strangers,
            "outgoing": statement.outgoing}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("generate", help="write clients.csv, contracts.csv and a statement")
    making.add_argument("--format", choices=statement_files.NAMES, default="1c")
    making.add_argument("folder", type=pathlib.Path)
    measuring = commands.add_parser("run", help="measure imports beside awk and sqlite3's .import")
    measuring.add_argument("build", type=pathlib.Path,
                           help="a build folder: Release, for figures to mean something")
    measuring.add_argument("--rounds", type=int, default=3)
    measuring.add_argument("--folder", type=pathlib.Path, help="where the practices are made (default: the system's /tmp)")
    for command in (making, measuring):
        command.add_argument("--lines", type=int, default=100_000, help="of each statement")
        command.add_argument("--clients", type=int, default=1000)
        command.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.lines < 1 or not 1 <= options.clients <= MOST_CLIENTS:
        parser.error(f"at least one line, and 1 to {MOST_CLIENTS} clients")
    if options.command == "generate":
        print(json.dumps(generate(options.format, options.lines, options.clients, options.seed, options.folder)))
    else:
        import statement_run  # here, because it imports this file
        statement_run.run(options)


if __name__ == "__main__":
    main()
