#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rules that code and tests cite stand in src/rules/README.md, and what that page names is there.

A citation is R and a number, perhaps a letter; `R4 to R9` cites all six. Each one cited has a heading (`## R4 Charges`), each
rule is cited by some code and by some test, and the files, functions and types in the page's backticks exist.
"""
import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[1]
PAGE = SOURCE / "src/rules/README.md"
ITSELF = pathlib.Path(__file__).resolve()
CODE = ("src", "include", "schema.sql")
TESTS = ("tests",)
WRITTEN = re.compile(r".*\.(cpp|hpp|py|sh|sql|test|md)|CMakeLists\.txt")
RULE = r'(?<!["\w])R(\d+)([a-z]?)\b'  # not a text that consists of it: the reference of a payment, say


def files(*places):
    for place in places:
        path = SOURCE / place
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in found if WRITTEN.fullmatch(file.name) and file not in (PAGE, ITSELF))


def rules_in(text):
    """The rules that a text cites, those between the two ends of a range among them."""
    cited = {match[0] for match in re.finditer(RULE, text)}
    for match in re.finditer(RULE + r" to R(\d+)\b", text):
        cited |= {f"R{number}" for number in range(int(match[1]), int(match[3]) + 1)}
    return cited


def cited_in(*places):
    """{rule: the first place that cites it}"""
    cited = {}
    for file in files(*places):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            for rule in rules_in(line):
                cited.setdefault(rule, f"{file.relative_to(SOURCE)}:{number}")
    return cited


class Rules(unittest.TestCase):
    def setUp(self):
        self.page = PAGE.read_text(encoding="utf-8")
        self.headings = re.findall(r"^## (R\d+[a-z]?) \w", self.page, re.MULTILINE)
        self.named = set(re.findall(r"`([^`\n]+)`", self.page))

    def test_ranges_and_texts(self):
        self.assertEqual(rules_in("(R4 to R6, R10a)"), {"R4", "R5", "R6", "R10a"})
        self.assertEqual(rules_in('reference = "R7"; CR8; R9_'), set())

    def test_headings(self):
        numbers = [int(re.match(r"R(\d+)", heading)[1]) for heading in self.headings]
        self.assertEqual(numbers, sorted(numbers))
        self.assertEqual(len(self.headings), len(set(self.headings)))
        self.assertLessEqual(rules_in(self.page), set(self.headings))

    def test_what_is_cited_is_a_rule(self):
        cited = cited_in(*CODE, *TESTS, "README.md")
        self.assertEqual({rule: place for rule, place in cited.items() if rule not in self.headings}, {})

    def test_each_rule_is_cited_by_code_and_by_a_test(self):
        for places in (CODE, TESTS):
            cited = cited_in(*places)
            self.assertEqual([rule for rule in self.headings if rule not in cited], [], f"not cited in {' '.join(places)}")

    def test_files_exist(self):
        paths = {name for name in self.named if re.fullmatch(r"[\w./-]+\.(cpp|hpp|py|sql|test)|[\w.-]+(/[\w.-]+)+", name)}
        self.assertGreater(len(paths), 10)
        there = {path for path in paths if (SOURCE / path).exists() or (PAGE.parent / path).exists()}
        self.assertEqual(sorted(paths - there), [])

    def test_functions_and_types_exist(self):
        code = "\n".join(file.read_text(encoding="utf-8") for file in files("src/rules", "src/facts", "include/tracker/rules", "include/tracker/facts"))
        names = {re.sub(r"\(\)$", "", name) for name in self.named if re.fullmatch(r"(\w+::)*([a-z]\w*\(\)|[A-Z]\w*)", name)}
        self.assertGreater(len(names), 10)
        parts = {part for name in names for part in name.split("::")}
        self.assertEqual([name for name in sorted(parts) if not re.search(rf"\b{name}\b", code)], [])


if __name__ == "__main__":
    unittest.main()
