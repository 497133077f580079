#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sentences of src/said against the sources that say them: each Message names a sentence that is there, with the
arguments that it wants; no sentence is left that nothing says. (tests/said compares the languages with each other.)

A sentence's name is a literal (MessageId sees to that), and so are the names of its arguments.
"""
import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[1]
# Sentences that are looked up by a word of the data, of which any may lack one.
BY_WORD = ("word.", "column.", "kind.", "label.", "letter-kind.")
MESSAGE = re.compile(r'\bMessage(?: \w+)?\(\s*"([^"]+)"')
ARGUMENT = re.compile(r'\{\s*"([a-z_]+)",')
PLACE = re.compile(r"\{([a-z_]+)[}:?!=]")
NAME = re.compile(r'"([a-z]+(?:\.[a-z0-9-]+)+)"')


def sentences(language="en"):
    """name: text, of a language's file."""
    lines = (SOURCE / f"src/said/{language}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines)


def needed(text, asked=frozenset()):
    """The arguments that the sentence says without asking first whether they are there."""
    found, at = set(), 0
    while (at := text.find("{", at)) >= 0:
        end, depth = at, 0
        while True:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
            if depth == 0:
                break
        inside = text[at + 1 : end - 1]
        name = re.match(r"[a-z_]+", inside)[0]
        rest = inside[len(name) :]
        if rest.startswith("?"):
            found |= needed(rest[1:], asked | {name})
        elif rest.startswith(("!", "=")):
            found |= needed(rest.partition("?")[2] if rest[0] == "=" else rest[1:], asked)
        elif name not in asked:
            found.add(name)
        at = end
    return found


def whole_call(text, start):
    """From an opening parenthesis to the one that closes it, without what stands within literals."""
    depth, inside = 0, False
    for at in range(start, len(text)):
        if text[at] == '"' and text[at - 1] != "\\":
            inside = not inside
        if inside:
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return text[start:at]
    raise ValueError("a parenthesis isn't closed")


def own_arguments(call):
    """The names of the arguments of this message, not of those that stand among them."""
    inner = [match for match in MESSAGE.finditer(call)]
    for match in reversed(inner):
        open_at = call.index("(", match.start())
        call = call[: match.start()] + call[open_at + len(whole_call(call, open_at)) + 1 :]
    return set(ARGUMENT.findall(call))


def sources():
    for file in sorted((SOURCE / "src").rglob("*.[ch]pp")) + sorted((SOURCE / "include").rglob("*.hpp")):
        yield file, file.read_text(encoding="utf-8")


def messages():
    """(file, name of the sentence, names of the arguments) of each message that the sources make."""
    for file, text in sources():
        for match in MESSAGE.finditer(text):
            call = whole_call(text, text.index("(", match.start()))
            yield file.relative_to(SOURCE), match[1], own_arguments(call[1:])


class Said(unittest.TestCase):
    def test_each_message_has_its_sentence_and_arguments(self):
        known = sentences()
        found = list(messages())
        self.assertGreater(len(found), 100)
        for file, name, arguments in found:
            with self.subTest(file=str(file), name=name):
                self.assertIn(name, known)
                self.assertEqual(arguments, set(PLACE.findall(known[name])))

    def test_no_language_needs_more_than_english(self):
        # What English asks for before it says it may be missing, and no other test reads all Russian sentences.
        english = sentences()
        for name, text in sentences("ru").items():
            if name in english:
                with self.subTest(name=name):
                    self.assertLessEqual(needed(text), needed(english[name]))

    def test_it_sees_what_is_needed(self):
        self.assertEqual(needed("с {from}{until? до {until}}{by=us?, {who}}{sum! {day}}"), {"from", "who", "day"})
        self.assertEqual(needed("{resume?{resume:day|days} after {grace}}"), {"grace"})

    def test_each_sentence_is_said(self):
        named = {name for _, text in sources() for name in NAME.findall(text)}
        unsaid = [name for name in sentences() if name not in named and not name.startswith(BY_WORD)]
        self.assertEqual(unsaid, [])


if __name__ == "__main__":
    unittest.main()
