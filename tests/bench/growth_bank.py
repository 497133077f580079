# SPDX-License-Identifier: MIT
"""Bank lines that are hard to tell apart, and rows of payers whom nobody knows: their number alone must count, not
its square."""
from growth_scenario import Scenario

ACCOUNT = "40802810900000000777"
MOST = 5.0  # for four times the size: N log N
FEW = (50, 200)
MORE = (100, 400)  # where the square takes longer to show


def write(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def onec(path, documents, until="10.11.2026"):
    lines = ["1CClientBankExchange", "ДатаНачала=01.11.2026", f"ДатаКонца={until}", f"РасчСчет={ACCOUNT}"]
    for document in documents:
        fields = {"Дата": "05.11.2026", "Сумма": "1000.00", "ПолучательСчет": ACCOUNT, "ПолучательИНН": "990000000115",
                  "ДатаПоступило": "05.11.2026", **document}
        lines += ["СекцияДокумент=Платежное поручение", *(f"{key}={value}" for key, value in fields.items()),
                  "КонецДокумента"]
    write(path, [*lines, "КонецФайла"])


def payers(size):
    """Payments of one day and sum by so many payers."""
    return [{"Номер": 1 + i, "ПлательщикСчет": f"4070281000000{i:07}", "Плательщик1": f"ООО «Плательщик {i}»",
             "ПлательщикИНН": 7700000000 + i, "НазначениеПлатежа": f"Оплата по счёту {i}"} for i in range(size)]


def unnumbered(size):
    return [{key: value for key, value in document.items() if key != "Номер"} for document in payers(size)]


def bank_csv(path, size, columns):
    """The same lines as a bank's CSV with some of their columns."""
    rows = [";".join(("Дата", "Приход", *columns))]
    for document in payers(size):
        cells = {"Номер": document["Номер"], "Плательщик": document["Плательщик1"],
                 "ИНН плательщика": document["ПлательщикИНН"], "Назначение платежа": document["НазначениеПлатежа"]}
        rows.append(";".join(("05.11.2026", "1000,00", *(str(cells[column]) for column in columns))))
    write(path, rows)


def clients(tracker, folder, size):
    write(folder / "clients.csv", ["code,name", *(f"client-{i:05},ООО «Клиент {i}»" for i in range(size))])
    write(folder / "contracts.csv", ["client,contract,starts,fee",
                                     *(f"client-{i:05},26-{i},2026-10-01,1000" for i in range(size))])
    tracker(["import", "clients", "clients.csv", "-q"])
    tracker(["import", "contracts", "contracts.csv", "-q"])


def waiting(tracker, folder, size):
    """Lines that wait, of one day and one sum."""
    tracker(["init", "-q"])
    onec(folder / "bank.txt", payers(size))
    tracker(["import", "payments", "bank.txt", "-q"])


def beside(*columns):
    """Lines that wait, and the file of another format that says them again."""
    def prepare(tracker, folder, size):
        waiting(tracker, folder, size)
        bank_csv(folder / "again.csv", size, columns)
    return prepare


def doubtful(tracker, folder, size):
    """Lines of two files that wait, each of which may be any of the other file's."""
    beside("Назначение платежа")(tracker, folder, size)
    rows = (folder / "again.csv").read_text(encoding="utf-8").replace("Оплата по счёту", "Поступление")
    (folder / "again.csv").write_text(rows, encoding="utf-8")
    tracker(["import", "payments", "again.csv", "-q"])


def known(tracker, folder, size):
    """Lines without a number, which only their payers tell apart."""
    tracker(["init", "-q"])
    onec(folder / "bank.txt", unnumbered(size))
    tracker(["import", "payments", "bank.txt", "-q"])
    onec(folder / "again.txt", unnumbered(size), "11.11.2026")


def fresh(tracker, folder, size):
    tracker(["init", "-q"])
    onec(folder / "bank.txt", unnumbered(size))


def strangers(tracker, folder, size):
    """Rows of clients that the practice doesn't have, as near to those it has as can be."""
    tracker(["init", "-q"])
    clients(tracker, folder, size)
    write(folder / "payments.csv", ["client,date,amount", *(f"klient-{i:05},2026-11-05,1000" for i in range(size))])


def namesakes(tracker, folder, size):
    """Lines of payers whose names, and contracts whose numbers, begin as those of all clients do."""
    tracker(["init", "-q"])
    clients(tracker, folder, size)
    onec(folder / "bank.txt", [{**document, "Плательщик1": f"ООО «Клиент {i} плюс»",
                                "НазначениеПлатежа": f"по договору 26-{i}/1"}
                               for i, document in enumerate(payers(size))])


IMPORT = ["import", "payments"]
SCENARIOS = [
    Scenario("unplaced: lines of one day and sum", waiting, ["unplaced", "--csv"], FEW, MOST),
    Scenario("unplaced: lines of two files, each doubtful", doubtful, ["unplaced", "--csv"], FEW, MOST),
    Scenario("import: the same lines by number and tax id", beside("Номер", "Плательщик", "ИНН плательщика",
                                                                   "Назначение платежа"),
             [*IMPORT, "again.csv", "-n"], FEW, MOST),
    Scenario("import: the same lines by name and purpose", beside("Плательщик", "Назначение платежа"),
             [*IMPORT, "again.csv", "-n"], FEW, MOST),
    Scenario("import: the same lines by purpose alone", beside("Назначение платежа"), [*IMPORT, "again.csv", "-n"],
             FEW, MOST),
    Scenario("import: lines of one day and sum", fresh, [*IMPORT, "bank.txt", "-n"], FEW, MOST),
    Scenario("import: lines without a number again", known, [*IMPORT, "again.txt", "-n"], FEW, MOST),
    Scenario("import: rows of unknown clients", strangers, [*IMPORT, "payments.csv", "-n", "--skip-bad"], MORE, MOST),
    Scenario("import: payers named like the clients", namesakes, [*IMPORT, "bank.txt", "-n"], MORE, 4.3),
]
