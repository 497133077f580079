#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The runner's own test: a transcript that is wrong must fail, or all the others prove nothing."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

RUNNER = pathlib.Path(__file__).with_name("run_transcript.py")
TRACKER = """#!/bin/sh
# Stands for the program: `log` prints a file, everything else appends to it.
[ "$1" = log ] && { cat "$TRACKER_DB" 2>/dev/null; exit; }
[ "$1" = add ] && echo "$2" >> "$TRACKER_DB"
[ "$1" = fail ] && { echo 'tracker: no' >&2; exit 3; }
exit 0
"""
RIGHT = """# A comment.
$ echo 'one
> two'
one
two

$ printf 'a\\n$ b\\n'
a
\\$ b

$ tracker fail
! tracker: no
[3]

$ printf '\\033[1m'
\\x1b[1m\\ no end of line

$ unchanged tracker fail
! tracker: no
[3]
"""


class Runner(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.project = pathlib.Path(self.folder.name)
        self.tracker = self.write("tracker", TRACKER)
        self.tracker.chmod(0o755)

    def write(self, name, text):
        path = self.project / name
        path.write_text(text, encoding="utf-8")
        return path

    def run_file(self, path, *options):
        return subprocess.run([sys.executable, RUNNER, "--tracker", self.tracker, "--source", self.project, *options, path],
                              capture_output=True, text=True, check=False)

    def test_right(self):
        done = self.run_file(self.write("right.test", RIGHT))
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_wrong_output_exit_code_and_errors(self):
        for text in ("$ echo a\nb\n", "$ echo a\n", "$ echo a\na\nb\n", "$ tracker fail\n! tracker: no\n", "$ tracker fail\n[3]\n",
                     "$ true\n[1]\n", "$ printf a\na\n"):
            done = self.run_file(self.write("wrong.test", text))
            self.assertEqual(done.returncode, 1, text)
            self.assertIn("wrong.test:1: $ ", done.stdout)

    def test_unchanged_sees_what_was_recorded(self):
        done = self.run_file(self.write("unchanged.test", "$ unchanged tracker add x\n"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("SOMETHING WAS RECORDED", done.stdout)

    def test_rewrite(self):
        path = self.write("rewrite.test", "# Kept.\n$ echo a\nb\n$ tracker fail\n\n# Kept too.\n$ echo '#'\n")
        self.assertEqual(self.run_file(path, "--rewrite").returncode, 0)
        self.assertEqual(path.read_text(),
                         "# Kept.\n$ echo a\na\n\n$ tracker fail\n! tracker: no\n[3]\n\n# Kept too.\n$ echo '#'\n\\#\n")
        self.assertEqual(self.run_file(path).returncode, 0)

    def test_markdown(self):
        text = "# Title\n```sh\n$ not run\n```\n```console\n$ touch a\n```\ntext\n```console\n$ ls\na\n```\n"
        self.assertEqual(self.run_file(self.write("page.md", text)).returncode, 0)
        self.assertEqual(self.run_file(self.write("page.md", text.replace("\na\n", "\nb\n"))).returncode, 1)

    def test_plain_user(self):
        # The program lies in a folder that only its owner may enter.
        plain = "# as: a plain user\n$ id -u | grep -x 0\n[1]\n\n$ touch a; chmod 000 a; cat a 2> /dev/null\n[1]\n\n"
        for text in ("$ tracker fail\n! tracker: no\n[3]\n", "$ unchanged true\n", "$ touch $HOME/b\n",
                     "$ echo \"$USER (uid $(id -u))\"\nmaria\n"):
            done = self.run_file(self.write("plain.test", plain + text))
            self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.run_file(self.write("plain.test", plain + "$ true\n[1]\n")).returncode, 1)


if __name__ == "__main__":
    unittest.main()
