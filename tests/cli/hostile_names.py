#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Offers hostile texts wherever the program takes a text, and then looks at everything that it shows.

Each text of hostile_texts.py is either refused in one line, with nothing recorded, or taken, and then every view must
be safe (safe_views.py) and those for programs must give it back as it was given. Nothing is ever executed, and no file
appears outside of its place.

    hostile_names.py --tracker build/tracker [--texts NAME...]
"""
import argparse
import os
import pathlib
import sys
import tempfile

import hostile_places
import hostile_shown
import run_transcript
from hostile_practice import Practice
from hostile_texts import TEXTS

OWN_FILES = {"home", "given", "mailer.sh", "practice.db", "letters.db", "firm.db", "outbox", "sent", "firm"}


def set_up(practice, count):
    practice.must("init", "--holidays", "none")
    for setting in (("sender", "firm@firm.example"), ("letters-from", "2026-11-01"),
                    ("mail-command", str(practice.folder / "mailer.sh"))):
        practice.must("setting", *setting)
    rows = "".join(f"{who}{i},Client {who}{i},{who}{i}@client.example\n" for i in range(count) for who in "cd")
    practice.must("import", "clients", practice.file(b"clients.csv", b"code,name,email\n", rows.encode()))


def strays(folder):
    """Files that nothing but a text could have made."""
    found = [name for name in os.listdir(folder) if name not in OWN_FILES]
    for place, folders, files in os.walk(folder.parent):
        found += [os.path.join(place, name) for name in folders + files if name in ("HACKED", "HACKED.bat")]
    return found


def play(tracker, folder, texts):
    practice = Practice(tracker, folder)
    set_up(practice, len(texts))
    expected = []
    for number, (name, text) in enumerate(texts.items()):
        practice.environment["USER"] = os.fsdecode(text.replace(b"\0", b""))
        expected += hostile_places.offer_in_words(practice, name, text, number)
        expected += hostile_places.offer_in_tables(practice, name, text, number)
        hostile_places.offer_in_statements(practice, name, text, number)
    hostile_shown.check_lists(practice, expected)
    hostile_shown.check_pages(practice, len(texts))
    hostile_shown.check_letters(practice, expected)
    practice.environment["TRACKER_DB"] = "firm.db"
    hostile_shown.check_firm_and_templates(practice, texts)
    practice.faults += [f"a file that nobody asked for: {name}" for name in strays(folder)]
    return practice


def main():
    parser = argparse.ArgumentParser(description="Offers hostile texts, and looks at everything that is shown.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--texts", nargs="+", choices=TEXTS, default=list(TEXTS), metavar="NAME", help="only these")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        work = pathlib.Path(temporary) / "work"
        work.mkdir()
        practice = play(arguments.tracker, work, {name: TEXTS[name] for name in arguments.texts})
    for fault in practice.faults:
        print(fault)
    print(f"{len(arguments.texts)} texts: {practice.taken} times taken, {practice.refused} times refused; "
          f"{practice.runs} starts, {len(practice.faults)} faults")
    sys.exit(1 if practice.faults else 0)


if __name__ == "__main__":
    main()
