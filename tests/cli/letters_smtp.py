#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sends letters the whole way: `tracker remind --send`, msmtp, and a mail server on this machine that has faults.

What arrives must be the letter on record: its subject, its text, the names and addresses of both sides. Whatever goes
wrong on the way, no client gets a letter twice without somebody having said that it didn't go, the letter's state says
what is known, and the others are sent. Each case has a database of its own, with the same letters due.

It needs msmtp and aiosmtpd (Debian: msmtp, python3-aiosmtpd) and exits with 77 where one of them is missing.

    letters_smtp.py --tracker build/tracker
"""
import argparse
import collections
import csv
import email
import email.header
import email.policy
import email.utils
import io
import logging
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import run_transcript
import smtp_server

NOW = "2026-11-01T06:00:00Z"
SENDER, FIRM = "buh@firm.example.org", "ИП Бухгалтерова Мария Сергеевна, бухгалтерское сопровождение"
CLIENTS = {  # by address
    "first@example.org": "ООО «Ёлочка»",
    "second@example.org": 'Общество с ограниченной ответственностью "Северо-Западное объединение: сбыт, снабжение & ко."',
    "third@example.org": "O'Neill, Smith (Holdings) Ltd.",
    "fourth+buh@example.org": "ИП Лотосова, Анна",
}
# Lines on which a mailer may stumble: dots, "From ", blanks at the end, a very long line, characters of four bytes.
STUMBLES = ["", ".", ".точка в начале", "..", "From the beginning", "blanks at the end   ", "=3D =20 =", "слово " * 300 + "конец",
            "a" * 1200, "𝄞 ₽ №", "-- ", "."]
DEAF = "#!/bin/sh\nexit 75\n"
NOT_FOUND = "#!/bin/sh\nexec no-such-mailer-here\n"
READS_NOTHING = "#!/bin/sh\nexit 0\n"
KILLED_UNREAD = "#!/bin/sh\nkill -9 $$\n"
KILLED_READ = "#!/bin/sh\ncat > /dev/null\nkill -9 $$\n"


class Case:
    """A database in a folder, with four letters due, and a server."""

    def __init__(self, program, name, server, options):
        self.name, self.tracker, self.server = name, program.tracker, server
        self.folder = program.folder / name
        self.folder.mkdir()
        shutil.copy(program.folder / "practice.db", self.folder / "practice.db")
        self.environment = {**program.environment, "TRACKER_DB": str(self.folder / "practice.db")}
        self.handler = server.handler
        self.handler.seen = set()
        self.handler.options = options
        self.handler.options.store = str(self.folder / "store")
        self.wrong = 0
        self.use(["msmtp", "-C", str(program.folder / f"msmtprc-{server.port}")])

    def use(self, words):
        self.run("setting", "mail-command", " ".join(f"'{word}'" for word in words))

    def script(self, tools, text):
        path = tools / self.name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        self.use([str(path)])

    def run(self, *words, code=0):
        done = subprocess.run([self.tracker, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode != code:
            self.complain(f"'{' '.join(words)}' ended with {done.returncode} and not {code}: {done.stdout}{done.stderr}")
        return done.stdout

    def remind(self, code=0):
        return self.run("remind", "--send", "--to-test-addresses", code=code)

    def complain(self, words):
        self.wrong += 1
        print(f"{self.name}: {words}")

    def expect(self, what, found, wanted):
        if found != wanted:
            self.complain(f"{what}: {found}, expected {wanted}")

    def letters(self):
        return list(csv.DictReader(io.StringIO(self.run("letters", "--csv"), newline="")))

    def states(self):
        """{recipient: "state, tries"} of the last letter to each."""
        return {row["recipient"]: f"{row['state']}, {row['tries']}" for row in self.letters()}

    def details(self):
        return sorted({row["detail"] for row in self.letters()})

    def stored(self):
        """(envelope, message) of each that the server was given whole, in order."""
        folder = self.folder / "store"
        return [(path.with_suffix(".envelope").read_text(encoding="utf-8").split(),
                 email.message_from_bytes(path.read_bytes(), policy=email.policy.default))
                for path in sorted(folder.glob("*.eml"))]

    def times(self):
        """{recipient: how many messages the server was given whole}."""
        return collections.Counter(envelope[1] for envelope, _ in self.stored())

    def each(self, value):
        return dict.fromkeys(CLIENTS, value)


def mailbox(message, header):
    """The name and the address. email.policy.default keeps blanks between encoded words (cpython issue 128110)."""
    raw = next(value for name, value in message.raw_items() if name.lower() == header)
    name, address = email.utils.parseaddr(re.sub(r"\r?\n", "", raw))
    return str(email.header.make_header(email.header.decode_header(name))), address


def arrives(case):
    case.expect("said", case.remind(), "sent 4 letters\n")
    case.expect("on record", case.states(), case.each("sent, 1"))
    case.expect("received", case.times(), case.each(1))
    case.expect("a second run said", case.remind(), "sent 0 letters\n")
    messages = {envelope[1]: (envelope, message) for envelope, message in case.stored()}
    for row in case.letters():
        if row["recipient"] not in messages:
            continue  # said already
        envelope, message = messages[row["recipient"]]
        head, _, text = case.run("letters", "show", row["letter"]).partition("\n\n")
        shown = dict(re.findall(r"^(To|Subject|Message-ID): (.*)$", head, re.MULTILINE))
        case.expect("defects", [type(fault) for fault in message.defects], [])
        case.expect("envelope", envelope, [SENDER, row["recipient"]])
        case.expect("subject", [message["subject"], row["subject"]], [shown["Subject"]] * 2)
        case.expect("message id", message["message-id"], shown["Message-ID"])
        case.expect("to", mailbox(message, "to"), (CLIENTS[row["recipient"]], shown["To"]))
        case.expect("from", mailbox(message, "from"), (FIRM, SENDER))
        received = message.get_content().replace("\r\n", "\n")
        if received != text:
            case.complain(f"the text that arrived at {row['recipient']} differs: {received!r}\nand not\n{text!r}")
        if "\n".join(STUMBLES) not in received:
            case.complain(f"a line is lost: {received!r}")


def refused(case):
    """One recipient is refused for good: not asked again on that day, and the others get theirs."""
    case.handler.options.refuse = "second@"
    said = case.remind(code=5)
    case.expect("said", re.findall(r"^(?:sent \d.*|not sent: \w+:)", said, re.MULTILINE), ["sent 3 letters", "not sent: second:"])
    wanted = {**case.each("sent, 1"), "second@example.org": "failed, 1"}
    case.expect("on record", case.states(), wanted)
    if not any("no such mailbox here" in detail for detail in case.details()):
        case.complain(f"the server's answer isn't on record: {case.details()}")
    case.handler.options.refuse = None
    said = case.remind(code=5)
    case.expect("another run said", re.findall(r"^sent \d.*|^not sent: second: refused on \S+", said, re.MULTILINE),
                ["sent 0 letters", "not sent: second: refused on 2026-11-01:"])
    case.expect("after another run", case.states(), wanted)
    number = next(row["letter"] for row in case.letters() if row["state"] == "failed")
    case.run("letters", "settle", number, "unsent")
    case.remind()
    case.expect("after 'settle unsent'", case.states(), case.each("sent, 1"))
    case.expect("received", case.times(), case.each(1))


def refused_for_days(case):
    """What is refused is tried on each day, until it is taken."""
    case.handler.options.refuse = "second@"
    for day in (1, 2, 3):
        case.environment["TRACKER_NOW"] = f"2026-11-0{day}T06:00:00Z"
        case.remind(code=5)
        if day == 3:
            case.handler.options.refuse = None
    refused_last = [row for row in case.letters() if row["recipient"] == "second@example.org"]
    case.expect("on record", [row["state"] for row in refused_last], ["replaced", "replaced", "failed"])
    case.environment["TRACKER_NOW"] = "2026-11-04T06:00:00Z"
    case.remind()
    case.expect("received", case.times()["second@example.org"], 1)


def tried_again(case, mend, taken_before=0):
    """Not taken for now: waiting, and sent by the next run, as the same letter."""
    case.remind(code=5)
    case.expect("on record", case.states(), case.each("waiting, 1"))
    numbers = [row["letter"] for row in case.letters()]
    mend()
    case.expect("said", case.remind(), "sent 4 letters\n")
    case.expect("after the next run", case.states(), case.each("sent, 2"))
    case.expect("letters", [row["letter"] for row in case.letters()], numbers)
    case.expect("received", case.times(), case.each(1 + taken_before))
    case.expect("a third run said", case.remind(), "sent 0 letters\n")


def greylisted(case):
    case.handler.options.greylist = True
    tried_again(case, lambda: None)


def deferred(case):
    """451 after the message: the server has seen it and didn't take it."""
    case.handler.options.body = "defer"
    tried_again(case, lambda: setattr(case.handler.options, "body", "accept"), taken_before=1)


def rejected(case):
    """554 after the message: msmtp's exit code is that of the greylisted, so that it is tried again."""
    case.handler.options.body = "reject"
    tried_again(case, lambda: setattr(case.handler.options, "body", "accept"), taken_before=1)


def perhaps_taken(case):
    """The server has the whole message and doesn't say so: in doubt, and never a second time by itself."""
    case.remind(code=5)
    case.expect("received", case.times(), case.each(1))
    if case.states() != case.each("in doubt, 1"):
        case.complain(f"on record: {case.states()}, expected in doubt; {'; '.join(case.details())}")
    case.handler.options.body = "accept"
    case.remind()
    before = case.times()
    case.expect("received after another run", before, case.each(1))
    first = case.letters()[0]
    case.run("letters", "settle", first["letter"], "unsent")
    case.expect("after 'settle unsent' it said", case.remind(), "sent 1 letter\n")
    before[first["recipient"]] += 1
    case.expect("received after 'settle unsent'", case.times(), before)


def hangs(case):
    case.handler.options.body = "hang"
    perhaps_taken(case)


def drops(case):
    case.handler.options.body = "drop"
    perhaps_taken(case)


def silent(case, working):
    """No greeting comes: nothing was handed over."""
    def mend():
        case.use(["msmtp", "-C", str(case.folder.parent / f"msmtprc-{working.port}")])
        working.handler.options = case.handler.options
    tried_again(case, mend)


def nobody_there(case, port):
    case.use(["msmtp", "-C", str(case.folder.parent / f"msmtprc-{port}")])
    tried_again(case, lambda: case.use(["msmtp", "-C", str(case.folder.parent / f"msmtprc-{case.server.port}")]))


def no_command(case):
    """Nothing was handed over: the letters go out with the next run, once a person has mended the setting."""
    words = ["msmtp", "-C", str(case.folder.parent / f"msmtprc-{case.server.port}")]
    case.use(["/no/such/program"])
    tried_again(case, lambda: case.use(words))


def script_case(case, tools, script, state):
    words = ["msmtp", "-C", str(case.folder.parent / f"msmtprc-{case.server.port}")]
    case.script(tools, script)
    if state == "waiting":
        tried_again(case, lambda: case.use(words))
        return
    case.remind(code=5)
    case.expect("on record", case.states(), case.each(f"{state}, 1"))
    case.use(words)
    case.expect("a second run said", case.remind(), "sent 0 letters\n")
    case.expect("received", case.times(), {})


class Program:
    def __init__(self, tracker, folder):
        self.tracker, self.folder = str(tracker), folder
        self.environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
                            "TRACKER_DB": str(folder / "practice.db"), "TRACKER_NOW": NOW, "TZ": "UTC",
                            "LANG": "C.UTF-8"}

    def answer(self, *words):
        done = subprocess.run([self.tracker, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            sys.exit(f"'{' '.join(words)}' failed with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def set_up(self):
        self.answer("init")
        for number, (address, name) in enumerate(CLIENTS.items(), 1):
            code = re.match(r"\w+", address)[0]
            self.answer("client", "add", code, name, "--email", address, "--language", "ru" if number % 2 else "en")
            self.answer("contract", "add", code, f"{number}/26-№", "--starts", "2026-09-15", "--fee", "12345.67")
        for name, value in (("sender", SENDER), ("firm-name", FIRM), ("letter-days", "every"),
                            ("letters-from", "2026-11-01")):
            self.answer("setting", name, value)
        for language in ("ru", "en"):
            text = self.answer("template", "show", "reminder", language)
            (self.folder / "text").write_text(text + "\n".join(STUMBLES) + "\nend\n", encoding="utf-8")
            self.answer("template", "edit", "reminder", language, "text")
        # Overdue fees would pause service: these letters are reminders.
        for address in CLIENTS:
            self.answer("pay", re.match(r"\w+", address)[0], "24691.34", "--on", "2026-10-01")


def write_configuration(folder, port):
    path = folder / f"msmtprc-{port}"
    smtp_server.write_msmtprc(path, port, SENDER)
    with open(path, "a", encoding="ascii") as file:
        file.write("timeout 1\n")


def play(tracker, folder, tools):
    program = Program(tracker, folder)
    program.set_up()
    wrong = cases = 0
    with smtp_server.SmtpServer(smtp_server.parsed([])) as server, \
            smtp_server.SmtpServer(smtp_server.parsed(["--silent"])) as mute:
        closed = smtp_server.socket.create_server(("127.0.0.1", 0))
        nobody = closed.getsockname()[1]
        closed.close()
        for port in (server.port, mute.port, nobody):
            write_configuration(folder, port)
        for name, run, *rest in (
                ("arrives", arrives), ("refused", refused), ("refused-for-days", refused_for_days),
                ("greylisted", greylisted), ("deferred", deferred),
                ("rejected", rejected), ("hangs", hangs), ("drops", drops), ("silent", silent, server),
                ("nobody-there", nobody_there, nobody), ("no-command", no_command),
                ("exits-75", script_case, tools, DEAF, "waiting"),
                ("killed-unread", script_case, tools, KILLED_UNREAD, "waiting"),
                ("killed-read", script_case, tools, KILLED_READ, "in doubt"),
                ("not-found", script_case, tools, NOT_FOUND, "waiting"),
                ("reads-nothing", script_case, tools, READS_NOTHING, "in doubt")):
            case = Case(program, name, mute if name == "silent" else server, smtp_server.parsed([]))
            run(case, *rest)
            cases += 1
            wrong += case.wrong > 0
    print(f"{cases - wrong} of {cases} cases went as they should")
    return wrong == 0


def main():
    parser = argparse.ArgumentParser(description="Sends letters through msmtp to a mail server with faults.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    arguments = parser.parse_args()
    logging.getLogger("mail.log").disabled = True  # what the faults make aiosmtpd say
    if smtp_server.SMTP is None or not shutil.which("msmtp"):
        print("letters_smtp.py: skipped: msmtp or aiosmtpd is missing: apt-get install msmtp python3-aiosmtpd")
        sys.exit(run_transcript.SKIPPED)
    with tempfile.TemporaryDirectory(prefix="tracker-") as tools, \
            tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        if not play(arguments.tracker, pathlib.Path(temporary), pathlib.Path(tools)):
            sys.exit(1)


if __name__ == "__main__":
    main()
