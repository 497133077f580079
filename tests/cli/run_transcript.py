#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs transcripts of the real program and compares what it says with what the file says it should.

A transcript (*.test) holds, as a terminal would show it:

    # a comment
    $ tracker due --csv | head -1        a command, run by sh
    client,name,...                      what it writes to standard output, then
    ! tracker: what is wrong             what it writes to standard error, then
    [2]                                  its exit code, unless 0

    $ cat > clients.csv <<'EOF'          a command of several lines
    > code,name
    > EOF

All commands of a file run in one new folder, in order, each in a shell of its own. An expected line that would
read as something else (it begins with `$ `, `#`, `> `, `! ` or a backslash, or is `[2]`) has a backslash before it; control
characters are written \\x1b. Empty lines at the end of an output don't count: they part the commands.

Of a Markdown file (*.md) the blocks fenced ```console are run, in order, in one folder; comments stand between them.

`# as: a plain user` has the commands of the file run as one where root runs the tests: to root nothing is forbidden.
The program records that the system knows $USER by a number only: `maria (uid 1000)`. That is left out.
`unchanged COMMAND...` runs the command and fails loudly if it has changed the database $TRACKER_DB.

    run_transcript.py --tracker build/tracker tests/cli/*.test
    run_transcript.py --tracker build/tracker --rewrite tests/cli/due.test    and then read `git diff`
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77  # as CTest's SKIP_RETURN_CODE
USER = "maria"
NOBODY = 65534  # the plain user that root becomes
TIMEOUT_SECONDS = 600  # for one command: under the sanitizers a start takes half a second

UNCHANGED = """#!/bin/sh
# The database must be what it was, byte for byte, whatever the command says. No byte differs, so no log does.
before=$(ls -l "$TRACKER_DB" 2>&1 | cut -c 1-10; cksum "$TRACKER_DB" 2>&1)
"$@"
code=$?
after=$(ls -l "$TRACKER_DB" 2>&1 | cut -c 1-10; cksum "$TRACKER_DB" 2>&1)
[ "$before" = "$after" ] && exit $code
echo "unchanged: SOMETHING WAS RECORDED" >&2
exit 99
"""


class Step:
    """A command with the lines that are expected of it; `end` is the index after its last line in the file."""

    def __init__(self, line):
        self.line = line
        self.command = []
        self.start = self.end = line + 1
        self.expected = []


def is_output(line):
    return not (line.startswith("$ ") or line.startswith("#"))


def read_steps(lines, begin, end):
    """The steps between two lines of the file."""
    steps = []
    at = begin
    while at < end:
        if not lines[at].startswith("$ "):
            if lines[at] and not lines[at].startswith("#"):
                sys.exit(f"line {at + 1}: neither a comment, a command nor its output: {lines[at]}")
            at += 1
            continue
        step = Step(at)
        step.command.append(lines[at][2:])
        at += 1
        while at < end and (lines[at].startswith("> ") or lines[at] == ">"):
            step.command.append(lines[at][2:])
            at += 1
        step.start = at
        while at < end and is_output(lines[at]):
            at += 1
        step.end = at
        while step.end > step.start and not lines[step.end - 1]:
            step.end -= 1
        step.expected = lines[step.start:step.end]
        steps.append(step)
    return steps


def read_file(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    if path.suffix != ".md":
        return lines, read_steps(lines, 0, len(lines))
    steps = []
    at = 0
    while at < len(lines):
        fence = re.match(r"(`{3,}|~{3,})\s*(\w*)", lines[at])
        if not fence:
            at += 1
            continue
        end = next((i for i in range(at + 1, len(lines)) if lines[i].strip() == fence[1]), len(lines))
        if fence[2] == "console":
            steps += read_steps(lines, at + 1, end)
        at = end + 1
    return lines, steps


def visible(text):
    """Control characters, bytes that are no UTF-8 and marks that nobody sees, made visible; no-break spaces stay."""
    return "".join(
        c if c.isprintable() or c in " \xa0" else "\\x%02x" % ord(c) if ord(c) < 0x100 else "\\u%04x" % ord(c) for c in text)


def as_known(text, user):
    """The output as it is where the system knows the user by the name: who runs the tests isn't called maria."""
    number = f" (uid {user})"
    if USER + number not in text:
        return text
    return text.replace(USER + number, USER).replace("user" + " " * len(number), "user")  # a table's head, too


def written(data, user, prefix=""):
    """Output as the lines of a transcript."""
    text = as_known(data.decode("utf-8", errors="surrogateescape"), user)
    text = re.sub("[\udc80-\udcff]", lambda match: "\\x%02x" % (ord(match[0]) - 0xDC00), text)
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += "\\ no end of line"
    else:
        lines.pop()
    if not prefix:
        lines = ["\\" + line if re.match(r"\$ |#|>( |$)|! |\[\d+\]$|\\", line) else line for line in lines]
    return [prefix + visible(line) for line in lines]


def run(step, folder, environment, plain):
    """What the command really said. Where it is to run as a plain user, root becomes one."""
    other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if plain and os.geteuid() == 0 else {}
    user = other.get("user", os.getuid())
    done = subprocess.run(["sh", "-c", "\n".join(step.command)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=TIMEOUT_SECONDS, check=False, **other)
    lines = written(done.stdout, user)
    while lines and not lines[-1] and not done.stderr and not done.returncode:
        lines.pop()
    lines += written(done.stderr, user, "! ")
    if done.returncode:
        lines.append(f"[{done.returncode}]")
    return lines


def memory_folder():
    """Where folders are made in memory, if the system has such a place: each commit waits for the disk."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK | os.X_OK) else None


def make_environment(tracker, source, tools, folder):
    (tools / "tracker").symlink_to(tracker)
    (tools / "unchanged").write_text(UNCHANGED)
    (tools / "unchanged").chmod(0o755)
    home = folder / "home"
    home.mkdir()
    return {
        "PATH": f"{tools}:{os.environ.get('PATH', '/usr/bin:/bin')}", "HOME": str(home), "LANG": "C.UTF-8", "TZ": "UTC",
        "USER": USER, "TRACKER_DB": "practice.db", "TRACKER_NOW": "2026-11-20T09:00:00Z", "SOURCE": str(source),
        # A build with sanitizers reports what it finds as the exit code of its own.
        **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
    }


def give_to_plain_user(tracker, tools, folder):
    """The program may lie where nobody else may look, and the folders are root's."""
    (tools / "tracker").unlink()
    shutil.copy(tracker, tools / "tracker")
    tools.chmod(0o755)
    for path in (folder, *folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)


def play(path, arguments):
    """True if the file says what the program says."""
    lines, steps = read_file(path)
    plain = "# as: a plain user" in lines
    # The tools lie apart: a folder in memory may be one from which nothing can be run.
    with tempfile.TemporaryDirectory(prefix="tracker-") as tools, \
            tempfile.TemporaryDirectory(prefix="tracker-", dir=memory_folder()) as temporary:
        folder = pathlib.Path(temporary)
        environment = make_environment(arguments.tracker, arguments.source, pathlib.Path(tools), folder)
        work = folder / "work"
        work.mkdir()
        if plain and os.geteuid() == 0:
            give_to_plain_user(arguments.tracker, pathlib.Path(tools), folder)
        said = [run(step, work, environment, plain) for step in steps]
    if arguments.rewrite:
        for step, output in reversed(list(zip(steps, said))):
            followed = step.end < len(lines) and lines[step.end].startswith("$ ")
            lines[step.start:step.end] = output + [""] * followed  # an empty line parts it from the next
        path.write_text("\n".join(lines), encoding="utf-8")
        return True
    wrong = 0
    for step, output in zip(steps, said):
        if output == step.expected:
            continue
        wrong += 1
        print(f"{path}:{step.line + 1}: $ {step.command[0]}")
        for line in difflib.unified_diff(step.expected, output, "expected", "said", lineterm="", n=2):
            print(f"    {line}")
    print(f"{path.name}: {len(steps) - wrong} of {len(steps)} commands said what they should")
    return wrong == 0


def main():
    parser = argparse.ArgumentParser(description="Runs transcripts and compares, or rewrites what they expect.")
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--source", type=lambda text: pathlib.Path(text).resolve(),
                        default=pathlib.Path(__file__).resolve().parents[2], help="the project's folder")
    parser.add_argument("--rewrite", action="store_true", help="write what the program says into the files")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    os.umask(0o022)
    results = [play(path, arguments) for path in arguments.files]
    sys.exit(False in results)


if __name__ == "__main__":
    main()
