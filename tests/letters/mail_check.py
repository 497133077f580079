#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the program's messages with a parser that knows nothing of it, Python's email, and compares what it reads.

    mail_check.py MAIL_DUMP [--count N] [--seed N] [--keep DIR]

MAIL_DUMP is the test program mail_dump. Texts are a table of awkward ones and random mixtures of them; a seed repeats a
run; --keep writes each message as an .eml file, to be opened in a real mail program.
"""
import argparse
import datetime
import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import random
import re
import subprocess
import sys

NAMES = [
    "", "Firm", "Ivan Petrov", "Petrov, Ivan", "I. P. Petrov", 'Say "hi"', "back\\slash", "a@b <c@d.ru>", "(comment) name",
    "ООО «Ёлочка»", "ИП Лотосова Анна Сергеевна", "Romashka ООО", "ООО Romashka Ltd", "Лотос, Ltd.", "Ёж", "=?UTF-8?B?0Y8=?=",
    "a =?b?= c", "group: a@b.ru;", "x" * 200, "word " * 60 + "end", "Я" * 300, "и\u0306" * 80, "e\u0301" * 80, "漢字" * 60,
    "😀" * 50, "a" + "\u0301" * 100, "double  space", "Общество с ограниченной ответственностью «Управляющая компания «Прогресс»»",
    "'single'", "O'Hara", "a_b=c?d", "100% №1", "tab-like\u00a0space", "👩\u200d👧\u200d👦 семья", "a,b", "-", "…",
    "а" * 33 + " " + "b" * 61, "\\", '"', '\\"', "a" * 59 + '"', "Ünïcödé",
]
SUBJECTS = NAMES[1:] + [
    "Напоминание: документы за октябрь 2026 г. — до 05.11.2026", "Reminder: documents for 2026-10 due by 2026-11-05",
    "Documents from ООО «Ёж» by 5 pm", "a" * 59 + " " + "b" * 60 + " " + "c" * 60, "Subject: Subject:", "x " * 100 + "x",
    "Обслуживание по договору 12/26 приостановлено", "я " * 100 + "я", "a я b я c", "(not a comment) \"q\" <w>", "a: b; c, d",
]
BODIES = [
    "", "\n", "\n\n", "Hello.\n", "no end", "Здравствуйте!\n\nЖдём документы.\n\nС уважением,\nФирма\n", ".\n", ".hidden\n..\n",
    "From here\n>From there\n", "trailing \nblanks\t\n \n", "x" * 2000 + "\n", "я" * 2000 + "\n", "=\n==\n=3D\n", "-- \nsignature\n",
    "A long English letter with one name, ООО «Ёж», and nothing else that isn't ASCII, so it is quoted-printable.\n" * 3,
    "x" * 75 + ".dot\n" + "x" * 75 + "From me\n", "a\tb\n", "é" * 10 + "x" * 500 + "\n", "tail ", "a" * 74 + "=\n" + "a" * 75 + " \n",
    "\n.\n\nЯ\n", "😀" * 100, "и\u0306" * 100 + " plain words to make it mostly plain " * 30 + "\n",
]
OFFSETS = [0, 180, -210, 345, 720, -720, 840, -1]
LONG_ADDRESS = "a" * 64 + "@" + "b" * 63 + "." + "c" * 63 + ".ru"


def mixed(source, texts):
    """A random text of pieces of the awkward ones."""
    pieces = []
    for _ in range(source.randint(1, 6)):
        text = source.choice(texts)
        begin = source.randint(0, len(text))
        pieces.append(text[begin:begin + source.randint(1, 60)])
    return source.choice(["", " "]).join(pieces)


def letters(count, seed):
    source = random.Random(seed)
    for number in range(count):
        table = number < max(len(NAMES), len(SUBJECTS), len(BODIES))
        chosen = [texts[number % len(texts)] if table else mixed(source, texts) for texts in (NAMES, SUBJECTS, BODIES)]
        letter = {
            "from": {"name": source.choice(NAMES), "address": "firm@example.org"},
            "to": {"name": chosen[0], "address": source.choice(["buh@example.org", "o'hara+x@sub.example.co.uk", LONG_ADDRESS])},
            "subject": chosen[1],
            "body": chosen[2],
            "time": source.randint(-2208988800, 4102444799),
            "zone_offset_minutes": source.choice(OFFSETS),
            "message_id": f"<tracker.{number}.{source.randint(1, 10**9)}@example.org>",
        }
        if number % 3 == 0:
            letter["reply_to"] = {"name": source.choice(NAMES), "address": "chief@example.org"}
        yield letter


def faults_of_lines(message):
    """Limits of RFC 5322 (2.1.1), RFC 2045 (6.7) and RFC 2047 (2), on the bytes."""
    head, _, body = message.partition("\n\n")
    for line in message.split("\n"):
        if len(line) > 998:
            yield f"a line of {len(line)}"
        if re.search(r"[^ -~\t]", line):
            yield f"not ASCII: {line!r}"
    for line in head.split("\n"):
        tokens = line.split(" ")
        foldable = len([token for token in tokens if token]) > (1 if line.startswith(" ") else 2)
        if len(line) > (76 if "=?UTF-8?" in line else 78) and foldable:
            yield f"a header line of {len(line)}: {line!r}"
        if not line.strip():
            yield "a blank line in a header"
        for word in re.findall(r"=\?UTF-8\?[BQ]\?[^?]*\?=", line):
            if len(word) > 75:
                yield f"an encoded word of {len(word)}"
            (raw, charset), = email.header.decode_header(word)
            try:
                raw.decode(charset)
            except UnicodeDecodeError:
                yield f"a letter is split: {word}"
    if any(line.startswith((".", "From ")) or len(line) > 78 for line in body.split("\n")):
        yield "a line of the body that a mail program would change"


def expected_of(letter):
    body = letter["body"]
    zone = datetime.timezone(datetime.timedelta(minutes=letter["zone_offset_minutes"]))
    return {
        "from": letter["from"],
        "to": letter["to"],
        "reply_to": letter.get("reply_to"),
        "subject": letter["subject"],
        "date": datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc).astimezone(zone)
                + datetime.timedelta(seconds=letter["time"]),
        "offset": letter["zone_offset_minutes"],
        "body": body if body.endswith("\n") or not body else body + "\n",
        "message_id": letter["message_id"],
        "auto_submitted": "auto-generated",
        "type": "text/plain; charset=\"utf-8\"",
        "defects": [],
    }


def mailbox(message, parsed, name):
    """Up to 3.12 the newer parser puts a space between two encoded words of a display name, and drops one of two spaces:
    it says what the name is but for spaces, the older one (compat32) what it is."""
    if parsed[name] is None:
        return None
    address, = parsed[name].addresses
    shown, _ = email.utils.parseaddr(email.message_from_string(message)[name])
    shown = str(email.header.make_header(email.header.decode_header(shown)))
    if "".join(shown.split()) != "".join(address.display_name.split()):
        shown = address.display_name
    return {"name": shown, "address": address.addr_spec}


def read(message):
    parsed = email.message_from_bytes(message.encode("ascii"), policy=email.policy.default)
    return {
        "from": mailbox(message, parsed, "From"),
        "to": mailbox(message, parsed, "To"),
        "reply_to": mailbox(message, parsed, "Reply-To"),
        "subject": str(parsed["Subject"]),
        "date": parsed["Date"].datetime,
        "offset": parsed["Date"].datetime.utcoffset() // datetime.timedelta(minutes=1),
        "body": parsed.get_content().replace("\r\n", "\n"),  # base64 has the lines of mail itself
        "message_id": str(parsed["Message-ID"]),
        "auto_submitted": str(parsed["Auto-Submitted"]),
        "type": str(parsed["Content-Type"]),
        "defects": [str(defect) for part in (parsed, *parsed.values()) for defect in part.defects],
    }


def faults(letter, answer):
    if "refused" in answer:
        yield "refused: " + answer["refused"]
        return
    if answer["crlf"] != answer["lf"].replace("\n", "\r\n"):
        yield "CRLF differs from LF in more than line ends"
    yield from faults_of_lines(answer["lf"])
    expected = expected_of(letter)
    for form in ("lf", "crlf"):
        for key, value in read(answer[form]).items():
            if value != expected[key]:
                yield f"{form}: {key} is {value!r}, not {expected[key]!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mail_dump")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    asked = list(letters(options.count, options.seed))
    dump = subprocess.run([options.mail_dump], input=json.dumps(asked), capture_output=True, text=True, check=True)
    answers = json.loads(dump.stdout)
    found = len(asked) != len(answers)
    for number, (letter, answer) in enumerate(zip(asked, answers)):
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{number:04}.eml").write_bytes(answer.get("crlf", "").encode("ascii"))
        for fault in faults(letter, answer):
            found = True
            print(f"letter {number}: {fault}\n{answer.get('lf', '')[:600]}")
    print(f"{len(answers)} messages, --seed {options.seed}: {'WRONG' if found else 'as they should be'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
