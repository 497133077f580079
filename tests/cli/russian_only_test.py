#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks for words that were left in English on the Russian screens of a transcript.

Latin are, besides names and addresses: the program's own name, options, codes of clients, kinds, settings, files.
"""
import pathlib
import re
import unittest

TRANSCRIPT = pathlib.Path(__file__).resolve().parent / "russian-day.test"
CODES = {"elochka", "gorod", "kometa", "lotos", "neulovimy", "northwind", "vesna"}
NAMES = {"maria", "tracker", "language", "ru", "practice", "db", "csv"}
ROMAN = {"II", "III", "IV"}
# What the demonstration's facts say themselves.
FACTS = ("asked by the client while abroad", "turns up on the 20th")
WORD = re.compile(r"[A-Za-z]{2,}")


def screens():
    """(number, line) of what Russian screens say: not the commands, comments, errors, nor what is English on purpose."""
    english = False
    for number, line in enumerate(TRANSCRIPT.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            english = "same in every language" in line
        if not english and line and line[0] not in "#$!":
            yield number, line


def kinds():
    with open(TRANSCRIPT.parents[2] / "src/data/duties/kinds-ru.csv", encoding="utf-8") as file:
        return {line.split(",")[0] for line in file} | {"advance", "documents", "payment", "salary", "statement"}


def foreign_words(line, known):
    line = re.sub(r"^отменена запись \d+: .*", "", line)  # the command as it was typed
    for text in FACTS:
        line = line.replace(text, "")
    line = re.sub(r"\S+@\S+|--[a-z-]+|\b[0-9a-f]{64}\b", "", line)
    for kind in sorted(known, key=len, reverse=True):
        line = re.sub(rf"(?<![\w-]){re.escape(kind)}(?![\w-])", "", line)
    return [word for word in WORD.findall(line) if word not in CODES | NAMES | ROMAN]


class RussianOnly(unittest.TestCase):
    def test_no_english_is_left(self):
        known = kinds()
        lines = list(screens())
        self.assertGreater(len(lines), 100)
        found = [(number, words) for number, line in lines if (words := foreign_words(line, known))]
        self.assertEqual(found, [])

    def test_it_sees_what_is_left(self):
        self.assertEqual(foreign_words("обслуживание paused с 16.11.2026", kinds()), ["paused"])


if __name__ == "__main__":
    unittest.main()
