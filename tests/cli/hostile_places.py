# SPDX-License-Identifier: MIT
"""Where a text can be given: in words of the command line, in tables, in statements of banks.

What is taken comes back as what an export must say of it: (export, column, column of the owner, owner, text).
"""
BANK_CSV = "Дата;Приход;Плательщик;Счет плательщика;Назначение платежа;Номер счета\n".encode()
ONE_C = """1CClientBankExchange
ВерсияФормата=1.03
Кодировка=UTF-8
ДатаНачала=01.11.2026
ДатаКонца=15.11.2026
РасчСчет=40802810900000000777
СекцияДокумент=Платежное поручение
Номер={number}
Дата=10.11.2026
Сумма={number}.00
ПлательщикСчет=40702810500000001001
Плательщик1={text}
ПолучательСчет=40802810900000000777
ДатаПоступило=10.11.2026
НазначениеПлатежа={text}
КонецДокумента
КонецФайла
"""


def quoted(text):
    return b'"' + text.replace(b'"', b'""') + b'"'


def offer_in_words(practice, name, text, number):
    """To client cN as its name and its contract's number, to dN as everything else."""
    c, d = f"c{number}", f"d{number}"
    terms = ("--starts", "2026-10-01", "--fee", "6000")
    taken = []

    def offer(export, column, owner, *words, owned_by="client"):
        if practice.offer(f"{name} as {column} of {export}", *words):
            taken.append((export, column, owned_by, owner, text.strip(b" \t\r\n").decode("utf-8", "replace")))
            return True
        return False

    offer("clients", "name", c, "client", "edit", c, b"--name=" + text, owned_by="code")
    if not offer("contracts", "contract", c, "contract", "add", *terms, "--", c, text):
        practice.must("contract", "add", c, f"c{number}/26", *terms)
    if not offer("contracts", "clause", d, "contract", "add", d, f"d{number}/26", *terms, b"--clause=" + text):
        practice.must("contract", "add", d, f"d{number}/26", *terms)
    offer("clients", "note", d, "client", "edit", d, b"--note=" + text, owned_by="code")
    offer("clients", "phone", d, "client", "edit", d, b"--phone=" + text, owned_by="code")
    offer("payments", "reference", d, "pay", d, "1", b"--ref=" + text)
    offer("charges", "text", d, "charge", d, "5", "--due", "2026-11-16", b"--for=" + text)
    offer("credits", "reference", d, "credit", d, "2", b"--for=" + text)
    practice.offer(f"{name} as told", "told", "--by", "phone", "--about", "payment", "--", d, text)
    offer("extensions", "reason", d, "extend", d, "documents", "2026-10", "--until", "2026-11-25", b"--reason=" + text)
    offer("waivers", "reason", d, "waive", d, "statement", "2026-10", b"--reason=" + text)
    offer("fulfilments", "note", d, "done", d, "salary", "2026-10", b"--note=" + text)
    offer("suspensions", "reason", d, "suspend", d, "--from", "2026-11-16", b"--reason=" + text)
    practice.offer(f"{name} as an account", "account", "add", "--", text)
    practice.offer(f"{name} as an account's note", "account", "add", f"4080281090000{number:07}", b"--note=" + text)
    return taken


def as_read(text):
    """A table that isn't UTF-8 is windows-1251, as Russian Excel writes it."""
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("cp1251", "replace")


def offer_in_tables(practice, name, text, number):
    """To client eN as its name and its contract's number, to fN as everything else."""
    e, f = f"e{number}", f"f{number}"
    taken = []

    def offer(what, header, row, columns, owner, owned_by="client"):
        file = practice.file(f"{number}-{owner}-{what}.csv".encode(), header.encode() + b"\n",
                             *(part if isinstance(part, bytes) else part.encode() for part in row), b"\n")
        if practice.offer(f"{name} in {what}", "import", what, file, one_line=False):
            taken.extend((what, column, owned_by, owner, as_read(text)) for column in columns)
            return True
        return False

    x = quoted(text)
    if not offer("clients", "code,name,email", (e, ",", x, f",{e}@client.example"), ["name"], e, "code"):
        practice.must("client", "add", e, "Client", "--email", f"{e}@client.example")
    if not offer("clients", "code,name,note,phone", (f, ",Client,", x, ",", x), ["note", "phone"], f, "code"):
        practice.must("client", "add", f, "Client")
    header = "client,contract,starts,fee,clause"
    offer("contracts", header, (e, ",", x, ",2026-10-01,6000,п. 1"), ["contract"], e)
    if not offer("contracts", header, (f, f",f{number}/26,2026-10-01,6000,", x), ["clause"], f):
        practice.must("contract", "add", f, f"f{number}/26", "--starts", "2026-10-01", "--fee", "6000")
    money = "client,date,amount,reference,source"
    offer("payments", money, (f, ",2026-11-10,1,", x, ",", x), ["reference", "source"], f)
    offer("credits", money, (f, ",2026-11-10,1,", x, ",", x), ["reference", "source"], f)
    offer("charges", "client,date,due,amount,text", (f, ",2026-11-10,2026-11-16,5,", x), ["text"], f)
    offer("extensions", "client,kind,period,date,until,reason", (f, ",documents,2026-10,2026-11-05,2026-11-25,", x),
          ["reason"], f)
    offer("waivers", "client,kind,period,date,reason", (f, ",statement,2026-10,2026-11-05,", x), ["reason"], f)
    offer("fulfilments", "client,kind,period,date,note", (f, ",salary,2026-10,2026-11-05,", x), ["note"], f)
    offer("suspensions", "client,date,from,until,reason", (f, ",2026-11-16,2026-11-16,,", x), ["reason"], f)
    day = f"20{30 + number // 28:02}-02-{1 + number % 28:02}"
    offer("holidays", "date,kind,name", (day, ",holiday,", x), ["name"], day, "date")
    kind, own = f"kind-{number}", f"set-{number}"
    if not (offer("kinds", "kind,title_ru", (kind, ",", x), ["title_ru"], kind, "kind")
            or offer("kinds", "kind,title_ru,source,note", (kind, ",Kind,", x, ",", x), ["source", "note"], kind, "kind")):
        practice.must("import", "kinds", practice.file(b"plain-kind.csv", f"kind,title_ru\n{kind},Kind\n".encode()))
    if not (offer("sets", "set,kinds,title_en", (own, ",salary,", x), ["title_en"], own, "set")
            or offer("sets", "set,kinds,title_en,note", (own, ",salary,Set,", x), ["note"], own, "set")):
        practice.must("import", "sets", practice.file(b"plain-set.csv", f"set,kinds,title_en\n{own},salary,Set\n".encode()))
    return taken


def offer_in_statements(practice, name, text, number):
    """As payer and purpose of a bank's line, and as the name of the file."""
    number += 1
    before, payer, after = ONE_C.format(number=number, text="\0").encode().split(b"\0")
    file = practice.file(f"{number}.txt".encode(), before, text, payer, text, after)
    practice.offer(f"{name} in a 1C file", "import", "payments", file, one_line=False)
    row = (f"11.11.2026;{number},50;".encode(), quoted(text), b";40702810500000001002;", quoted(text),
           b";40802810900000000777\n")
    file = practice.file(f"{number}-bank.csv".encode(), BANK_CSV, *row)
    practice.offer(f"{name} in a bank's CSV", "import", "payments", file, one_line=False)
    # A path that the text leads to is of no use here: what isn't one file's name is offered as it is.
    named = text
    if text and len(text) < 200 and not set(text) & set(b"/\0"):
        named = practice.file(text if text != b".." else b"...", before.replace(b"10.11", b"12.11"), b"payer", payer, b"x",
                              after.replace(b"10.11", b"12.11"))
    practice.offer(f"{name} as a file's name", "import", "payments", "--", named, one_line=False)
    practice.offer(f"{name} as a file of clients", "import", "clients", "--", named, one_line=False)
