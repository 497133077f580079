# SPDX-License-Identifier: MIT
"""Everything that the program shows of what it took: lists in each form, pages, letters."""
import concurrent.futures
import os

import safe_views
from hostile_practice import TERMINAL_COLUMNS

FACTS = ["clients", "contracts", "terms", "schedule", "fulfilments", "payments", "charges", "credits", "extensions", "waivers",
         "suspensions", "holidays", "kinds", "sets"]
LISTS = [["client", "list"], ["contract", "list"], ["due"], ["overdue"], ["status"], ["log"], ["letters"], ["remind"],
         ["bank", "list"], ["bank", "lines"], ["unplaced"], ["account", "list"], ["template", "list"], ["setting"],
         ["schedule", "show", "--all"], ["schedule", "sets"], *(["export", what] for what in FACTS + ["obligations", "balances", "intervals", "changes"])]


def check_list(practice, words):
    """A list in each form; the rows of its CSV."""
    what = " ".join(words)
    practice.check(what, safe_views.check_screen, practice.run(*words).stdout)
    shown = practice.on_terminal(*words)
    # The others have so many dates and numbers, which never give way, that they need a wider terminal.
    narrow = words[0] in ("client", "due", "status", "overdue", "log", "setting", "template")
    practice.check(what + " on a terminal", safe_views.check_screen, shown, coloured=True,
                   most=TERMINAL_COLUMNS if narrow else None)
    rows = practice.check(what + " --csv", safe_views.check_csv, practice.run(*words, "--csv").stdout)
    objects = practice.check(what + " --json", safe_views.check_json, practice.run(*words, "--json").stdout)
    sheet = practice.check(what + " --excel", safe_views.check_excel, practice.run(*words, "--excel").stdout)
    if rows is None or objects is None or sheet is None:
        return rows or []
    as_text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in objects]
    if as_text != rows:
        practice.faults.append(f"{what}: CSV and JSON differ")
    if len(sheet) != len(rows):
        practice.faults.append(f"{what}: {len(rows)} rows, but {len(sheet)} for Excel")
    return rows


def check_lists(practice, expected):
    rows = {}
    for words in LISTS:
        rows[words[-1] if words[0] == "export" else " ".join(words)] = check_list(practice, words)
    for export, column, owned_by, owner, text in expected:
        found = [row[column] for row in rows[export] if row[owned_by] == owner]
        if text not in found:
            practice.faults.append(f"export {export}: {column} of {owner} is {str(found)[:90]}, not {text[:60]!r}")
    for row in rows["unplaced"]:
        page = practice.run("bank", "show", row["line"])
        practice.check("bank show", safe_views.check_screen, page.stdout)


def check_page(practice, words):
    done = practice.run(*words)
    practice.check(" ".join(words), safe_views.check_screen, done.stdout)
    if done.returncode:
        practice.faults.append(f"{' '.join(words)}: {done.stderr[:200]!r}")


def check_pages_of(practice, number):
    """A name and a number stand on the pages of cN, everything else on those of dN and fN."""
    c, d, f = f"c{number}", f"d{number}", f"f{number}"
    for words in (["client", "show", c], ["contract", "show", c], ["client", "show", d], ["contract", "show", d], ["why", c],
                  ["why", d], ["why", f], ["history", f], ["schedule", "sets", f"kind-{number}"],
                  ["schedule", "sets", f"set-{number}"]):
        check_page(practice, words)
    practice.check(f"why {d} on a terminal", safe_views.check_screen, practice.on_terminal("why", d), coloured=True)
    check_list(practice, ["history", d])


def check_pages(practice, count):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda number: check_pages_of(practice, number), range(count)))


def expected_in(letter, owner, expected):
    """A text that a letter names must be in it as it is, whatever it looks like."""
    for export, column, _, who, text in expected:
        if who == owner and (export, column) in (("clients", "name"), ("contracts", "contract")):
            safe_views.require(text in letter, f"{column} {text[:60]!r} isn't in it")


def check_messages(practice, what, folder, expected):
    """Each file of a folder is a message to the client that its name tells."""
    names = sorted(os.listdir(practice.folder / folder))
    for name in names:
        data = (practice.folder / folder / name).read_bytes()
        code = name.split("@")[0] if "@" in name else name.split("-")[3]
        data = data if b"\r\n" in data else data.replace(b"\n", b"\r\n")
        found = practice.check(f"{what} {name}", safe_views.check_mail, data, f"{code}@client.example")
        if found:
            practice.check(f"{what} {name}", expected_in, "\n".join(found), code, expected)
        if safe_views.unsafe(name):
            practice.faults.append(f"{what}: the name {name!r} isn't safe")
    return names


def check_letters(practice, expected):
    command = practice.run("setting", "mail-command").stdout.decode().strip()
    practice.copy("letters.db")
    practice.must("setting", "mail-command", command)  # of another file it isn't confirmed
    done = practice.run("remind", "--outbox", "outbox")
    listed = practice.check("remind --outbox", safe_views.check_screen, done.stdout) or ""
    files = check_messages(practice, "outbox", "outbox", expected)
    told = [line for line in listed.splitlines() if line.startswith("outbox/")]
    if sorted(told) != [f"outbox/{name}" for name in files] or not files:
        practice.faults.append(f"remind --outbox: says {len(told)} files, wrote {len(files)}: {done.stderr[:300]!r}")
    sent = practice.run("remind", "--send", "--to-test-addresses")
    practice.check("remind --send", safe_views.check_screen, sent.stdout)
    mails = check_messages(practice, "sent", "sent", expected)
    if len(mails) != len(files):
        practice.faults.append(f"remind --send: {len(mails)} sent, {len(files)} written: {sent.stdout[:300]!r}")
    for row in check_list(practice, ["letters"]):
        page = practice.run("letters", "show", row["letter"])
        practice.check("letters show", safe_views.check_screen, page.stdout)


def check_firm_and_templates(practice, texts):
    """The firm's name and the firm's own templates, in a practice of one client."""
    practice.must("init", "--holidays", "none")
    practice.must("setting", "sender", "firm@firm.example")
    practice.must("setting", "letters-from", "2026-11-01")
    practice.must("client", "add", "g0", "Client", "--email", "g0@client.example", "--language", "en")
    practice.must("contract", "add", "g0", "1/26", "--starts", "2026-11-01", "--fee", "6000")
    template = practice.must("template", "show", "suspension", "en")
    for name, text in texts.items():
        if practice.offer(f"{name} as the firm's name", "setting", "--", "firm-name", text):
            practice.check("setting", safe_views.check_screen, practice.run("setting").stdout)
            practice.check("setting --excel", safe_views.check_excel, practice.run("setting", "--excel").stdout)
            practice.run("remind", "--outbox", "firm")
            check_messages(practice, f"{name} as the firm's name", "firm", [])
        file = practice.file(b"template.txt", template.replace(b"Subject:", b"Subject: " + text + b" ", 1), b"\n", text, b"\n")
        if practice.offer(f"{name} in a template", "template", "edit", "suspension", "en", file):
            practice.check("template show", safe_views.check_screen, practice.run("template", "show", "suspension", "en").stdout)
            practice.check("template list", safe_views.check_screen, practice.run("template", "list").stdout)
            practice.check("template list", safe_views.check_excel, practice.run("template", "list", "--excel").stdout)
            practice.run("remind", "--outbox", "firm")
            check_messages(practice, f"{name} in a template", "firm", [])
            practice.must("template", "edit", "suspension", "en", "--built-in")
