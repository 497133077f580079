# SPDX-License-Identifier: MIT
"""What must hold of everything that the program shows, whatever is on record. Knows Unicode from Python alone."""
import csv
import email
import email.policy
import email.utils
import io
import json
import re
import unicodedata

JOINERS = "\u200c\u200d"  # names of some languages are written with them; they move nothing
COLOURS = re.compile(r"\x1b\[(?:\d+;?)*m")
NUMBER = re.compile(r"[+-]?\d+(?:,\d+)?$")
HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
           "Content-Transfer-Encoding"]


class Fault(Exception):
    """A property that doesn't hold."""


def require(holds, what):
    if not holds:
        raise Fault(what)


def decoded(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault(f"not UTF-8: {error}") from None


def unsafe(text, allowed="\n"):
    """The first character that could steer a terminal or hide, or nothing."""
    for c in text:
        if c not in allowed and c not in JOINERS and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp"):
            return c
    return None


def columns(text):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(c) in "WF")
               for c in text)


def check_screen(data, coloured=False, most=None):
    """A table or a page for people; `most` is the terminal's width, which tables keep to, but not what stands below."""
    text = decoded(data)
    if coloured:
        text = COLOURS.sub("", text)
    found = unsafe(text)
    require(found is None, f"U+{ord(found or ' '):04X} reaches the screen")
    require(not text or text.endswith("\n"), "the last line has no end")
    for line in text.partition("\n\n")[0].split("\n"):
        require(most is None or columns(line) <= most, f"a line of {columns(line)} columns: {line[:90]!r}")
    return text


def check_message(data):
    """Standard error: lines of the program's own, each fit to be shown."""
    text = check_screen(data)
    for line in text.splitlines():
        require(line.startswith("tracker: ") and len(line) > len("tracker: "), f"not a message: {line[:90]!r}")
    return text.count("\n")


def rows_of(text, delimiter):
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    if not rows:
        return []
    require(all(len(row) == len(rows[0]) for row in rows), "rows differ in length")
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def check_csv(data):
    return rows_of(decoded(data), ",")


def check_json(data):
    try:
        rows = json.loads(decoded(data))
    except ValueError as error:
        raise Fault(f"not JSON: {error}") from None
    require(isinstance(rows, list), "not a list of rows")
    return rows


def is_formula(cell):
    """Whether a spreadsheet could run it: it may skip what can't be seen."""
    seen = cell
    while seen and (seen[0].isspace() or unicodedata.category(seen[0]) in ("Cc", "Cf", "Mn")):
        seen = seen[1:]
    sign = cell.startswith(("\t", "\r", "\n")) or seen.startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    return sign and not NUMBER.match(cell)


def check_excel(data):
    text = decoded(data)
    require(not text or text.startswith("\ufeff"), "Excel would not know that it is UTF-8")
    rows = rows_of(text[1:], ";")
    for row in rows:
        for cell in row.values():
            require(not is_formula(cell), f"a formula: {cell[:60]!r}")
    return rows


def check_mail(data, recipient):
    """A message with the headers that it should have, to one address. Gives its subject and text."""
    require(re.search(rb"[^\r]\n|\r[^\n]|[^\x09\x0a\x0d\x20-\x7e]", data) is None, "not plain lines of mail")
    message = email.message_from_bytes(data, policy=email.policy.default)
    require(message.keys() == HEADERS, f"headers are {message.keys()}")
    addresses = [address.addr_spec for address in message["To"].addresses]
    require(addresses == [recipient], f"it goes to {addresses}")
    require(len(message["From"].addresses) == 1, "it comes from several")
    require(not message.defects, f"defects: {message.defects}")
    body = message.get_content().replace("\r\n", "\n")
    for text in (str(message["Subject"]), message["To"].addresses[0].display_name, body):
        found = unsafe(text, "\n\t" if text is body else "")  # a firm may set its own template with tabs
        require(found is None, f"U+{ord(found or ' '):04X} reaches the client's screen")
    return str(message["Subject"]), body
