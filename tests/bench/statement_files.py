# SPDX-License-Identifier: MIT
"""Writes a statement as banks do: the 1C exchange format, camt.053, a bank's CSV. Chooses nothing itself."""
import csv
import itertools
from xml.sax.saxutils import escape

NAMES = {"1c": "statement.txt", "camt": "statement.xml", "csv": "bank.csv"}
ENCODINGS = {"1c": "cp1251", "camt": "utf-8", "csv": "utf-8-sig"}
BANK = ("ПАО ПРИМЕР БАНК", "Г. МОСКВА", "044525000", "30101810400000000000")


def rubles(kopecks):
    return f"{kopecks // 100}.{kopecks % 100:02}"


def onec_lines(pairs):
    return "".join(f"{key}={value}\n" for key, value in pairs)


def onec_party(word, party, booked):
    """A payer or a payee, with all that banks say of one; `booked` is the date that this side of the payment has."""
    bank = zip((f"{word}Банк1", f"{word}Банк2", f"{word}БИК", f"{word}Корсчет"), BANK)
    return ((f"{word}Счет", party.account), booked, (word, f"ИНН {party.tax_id} {party.name}"),
            (f"{word}ИНН", party.tax_id), (f"{word}1", party.name), (f"{word}РасчСчет", party.account), *bank)


def onec_document(document):
    date = f"{document.date:%d.%m.%Y}"
    kind = "Банковский ордер" if document.bank_order else "Платежное поручение"
    return onec_lines((
        ("СекцияДокумент", kind), ("Номер", document.number), ("Дата", date), ("Сумма", rubles(document.amount)),
        ("КвитанцияДата", date), ("КвитанцияВремя", "00:00:00"), ("КвитанцияСодержание", ""),
        *onec_party("Плательщик", document.payer, ("ДатаСписано", "" if document.incoming else date)),
        *onec_party("Получатель", document.payee, ("ДатаПоступило", date if document.incoming else "")),
        ("ВидПлатежа", "Электронно"), ("ВидОплаты", "01"), ("Очередность", "5"),
        ("НазначениеПлатежа", document.purpose), ("НазначениеПлатежа1", ""),
        ("ПлательщикКПП", "" if len(document.payer.tax_id) == 12 else "990101001"),
        ("ПолучательКПП", "" if len(document.payee.tax_id) == 12 else "990101001"))) + "КонецДокумента\n"


def onec(statement):
    of_range = onec_lines((("ДатаНачала", f"{statement.first:%d.%m.%Y}"), ("ДатаКонца", f"{statement.last:%d.%m.%Y}"),
                           ("РасчСчет", statement.own.account)))
    yield "1CClientBankExchange\n" + onec_lines((
        ("ВерсияФормата", "1.03"), ("Кодировка", "Windows"), ("Отправитель", "Пример ДБО"),
        ("Получатель", "1С:Предприятие"),
        ("ДатаСоздания", f"{statement.last:%d.%m.%Y}"), ("ВремяСоздания", "23:59:00"))) + of_range
    yield "СекцияРасчСчет\n" + of_range + onec_lines((
        ("НачальныйОстаток", rubles(statement.opening)), ("ВсегоПоступило", rubles(statement.received)),
        ("ВсегоСписано", rubles(statement.spent)), ("КонечныйОстаток", rubles(statement.closing)))) + "КонецРасчСчет\n"
    yield from map(onec_document, statement.documents())
    yield "КонецФайла\n"


def camt_party(element, party):
    tax_id = f"<Id><OrgId><Othr><Id>{party.tax_id}</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr></OrgId></Id>"
    return f"""            <{element}><Nm>{escape(party.name)}</Nm>{tax_id}</{element}>
            <{element}Acct><Id><Othr><Id>{party.account}</Id></Othr></Id></{element}Acct>
"""


def camt_entry(at, document):
    direction = "CRDT" if document.incoming else "DBIT"
    return f"""      <Ntry>
        <Amt Ccy="RUB">{rubles(document.amount)}</Amt><CdtDbtInd>{direction}</CdtDbtInd>
        <RvslInd>false</RvslInd><Sts>BOOK</Sts>
        <BookgDt><Dt>{document.date}</Dt></BookgDt><ValDt><Dt>{document.date}</Dt></ValDt>
        <AcctSvcrRef>{document.date:%y%m%d}-{at}</AcctSvcrRef>
        <BkTxCd><Prtry><Cd>{'17' if document.bank_order else '01'}</Cd></Prtry></BkTxCd>
        <NtryDtls><TxDtls>
          <Refs><EndToEndId>{escape(document.number)}</EndToEndId></Refs>
          <RltdPties>
{camt_party("Dbtr", document.payer)}{camt_party("Cdtr", document.payee)}          </RltdPties>
          <RmtInf><Ustrd>{escape(document.purpose)}</Ustrd></RmtInf>
        </TxDtls></NtryDtls>
      </Ntry>
"""


def camt_balance(code, kopecks, day):
    amount = f'<Amt Ccy="RUB">{rubles(abs(kopecks))}</Amt><CdtDbtInd>{"DBIT" if kopecks < 0 else "CRDT"}</CdtDbtInd>'
    return f"      <Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{amount}<Dt><Dt>{day}</Dt></Dt></Bal>\n"


def camt(statement):
    yield f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
  <BkToCstmrStmt>
    <GrpHdr><MsgId>{statement.last}-1</MsgId><CreDtTm>{statement.last}T23:59:59+03:00</CreDtTm></GrpHdr>
    <Stmt>
      <Id>STMT-1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>{statement.last}T23:59:59+03:00</CreDtTm>
      <FrToDt><FrDtTm>{statement.first}T00:00:00+03:00</FrDtTm><ToDtTm>{statement.last}T23:59:59+03:00</ToDtTm></FrToDt>
      <Acct><Id><Othr><Id>{statement.own.account}</Id></Othr></Id><Ccy>RUB</Ccy></Acct>
"""
    yield camt_balance("OPBD", statement.opening, statement.first)
    yield camt_balance("CLBD", statement.closing, statement.last)
    yield from itertools.starmap(camt_entry, enumerate(statement.documents(), 1))
    yield "    </Stmt>\n  </BkToCstmrStmt>\n</Document>\n"


class Lines(list):
    """What a csv.writer writes into, to be taken out line by line."""

    write = list.append


def bank_csv(statement):
    lines = Lines()
    writer = csv.writer(lines, delimiter=";", lineterminator="\n")
    writer.writerow(("Номер счёта", "Тип операции (пополнение/списание)", "Дата проведения", "Номер платежа",
                     "Сумма в валюте счёта", "Назначение платежа", "Наименование контрагента", "ИНН контрагента",
                     "Счет контрагента"))
    for document in statement.documents():
        other = document.payer if document.incoming else document.payee
        writer.writerow((statement.own.account, "Кредит" if document.incoming else "Дебет", f"{document.date:%d.%m.%Y}",
                         document.number, rubles(document.amount).replace(".", ","), document.purpose, other.name,
                         other.tax_id, other.account))
        yield from lines
        lines.clear()


def write(format_name, statement, path):
    texts = {"1c": onec, "camt": camt, "csv": bank_csv}[format_name](statement)
    with open(path, "w", encoding=ENCODINGS[format_name], newline="\r\n" if format_name == "1c" else "\n") as file:
        file.writelines(texts)
