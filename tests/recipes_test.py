#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The recipes of .github/CONTRIBUTING.md are diffs of the present sources: each applies to them."""
import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[1]
PAGE = SOURCE / ".github/CONTRIBUTING.md"


def recipes():
    """{heading: its diffs}"""
    parts = re.split(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {heading: re.findall(r"^```diff\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
            for heading, text in zip(parts[1::2], parts[2::2])}


def befores(diff):
    """(file, the lines that a hunk expects there) of each hunk that changes a file that exists"""
    for part in re.split(r"^diff --git ", diff, flags=re.MULTILINE)[1:]:
        old = re.search(r"^--- a/(.+)$", part, re.MULTILINE)
        if not old:
            continue  # a new file
        for hunk in re.split(r"^@@.*\n", part, flags=re.MULTILINE)[1:]:
            lines = [line for line in hunk.rstrip("\n").split("\n") if not line.startswith("+")]
            yield old[1], "\n".join(line[1:] for line in lines) + "\n"


class Recipes(unittest.TestCase):
    def test_there_are_four(self):
        self.assertEqual([len(diffs) for diffs in recipes().values()], [1, 1, 1, 1], list(recipes()))

    def test_each_applies(self):
        hunks = 0
        for heading, diffs in recipes().items():
            for file, before in (found for diff in diffs for found in befores(diff)):
                hunks += 1
                with self.subTest(recipe=heading, file=file):
                    self.assertIn(before, (SOURCE / file).read_text(encoding="utf-8"))
        self.assertGreater(hunks, 10)


if __name__ == "__main__":
    unittest.main()
