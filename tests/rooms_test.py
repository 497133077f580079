#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rooms of the house: includes go down only, and no room includes another's private headers.

A room is a folder of src with the folder of the same name in include/tracker, which holds what it shows to others. Rooms
of one level know nothing of each other.
"""
import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[1]
# From the ground up. What a room may include is its own and all that lies below its level.
LEVELS = (
    {"base", "data"},
    {"facts"},
    {"rules", "model", "said"},
    {"store", "views"},
    {"session"},
    {"exchange", "bank"},
    {"letters"},
    {"reports"},
    {"commands"},
)
LEVEL = {room: number for number, level in enumerate(LEVELS) for room in level}
INCLUDE = re.compile(r'^#include "(tracker/)?([^"]+)"', re.MULTILINE)


def sources():
    """(file, its room) of each source and header that stands in a room"""
    for place in ("src", "include/tracker"):
        for file in sorted((SOURCE / place).rglob("*.[ch]pp")):
            parts = file.relative_to(SOURCE / place).parts
            if len(parts) > 1:
                yield file, parts[0]


def breaches():
    """Each include that goes up, sideways, or into another room's private files."""
    for file, room in sources():
        for public, path in INCLUDE.findall(file.read_text(encoding="utf-8")):
            other = path.split("/")[0]
            allowed = other == room or LEVEL[other] < LEVEL[room] and (public or other == "data")
            if not allowed:
                yield f'{file.relative_to(SOURCE)} includes "{public}{path}"'


class Rooms(unittest.TestCase):
    def test_each_folder_is_a_room(self):
        self.assertEqual({room for _, room in sources()} - set(LEVEL), set())

    def test_includes_go_down(self):
        self.assertGreater(len(list(sources())), 100)
        self.assertEqual(list(breaches()), [])

    def test_what_the_readme_names_is_there(self):
        paths = re.findall(r"`((?:src|tests|include|\.ci|\.github)/[\w./-]+)`", (SOURCE / "README.md").read_text(encoding="utf-8"))
        self.assertGreater(len(paths), 15)
        self.assertEqual([path for path in paths if not (SOURCE / path).exists()], [])

    def test_private_headers_do_not_reach_the_public_ones(self):
        for file, _ in sources():
            if "include" in file.parts:
                private = [path for public, path in INCLUDE.findall(file.read_text(encoding="utf-8")) if not public]
                self.assertEqual(private, [], file)


if __name__ == "__main__":
    unittest.main()
