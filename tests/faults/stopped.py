#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A process is stopped at each system call by which it uses the database, a backup is restored, and it goes on.

    - a reader that was stopped answers without a complaint, also where a writer was killed half way on the restored
      database while the reader stood still, and takes nothing of the database with it;
    - a writer that was stopped records its payment in the database or, where it was done before the restore, in the
      file that the restore kept; or it says that the database is in use;
    - the database and the file that was kept are whole.

    stopped.py --tracker build/tracker [--stride 1]
"""
import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import run_transcript  # noqa: E402: it lies beside the transcripts
from restores import DATABASE, KEPT, OTHERS, references  # noqa: E402

CALLS = "openat", "pread64", "fcntl", "pwrite64", "fsync", "fdatasync", "unlink"
READER, WRITER = ("status",), ("pay", "c", "10", "--ref", "stopped")
KILLED = ("pay", "c", "10", "--ref", "killed")
STARTED, BETWEEN_LOOKS = 30.0, 0.003  # seconds: the most that a stop is waited for, and between looks
LAST_WRITES = 4  # of a payment: from the first of these on, the journal is whole


class Trial:
    """A practice with a backup that lacks its last payment, anew for each trial."""

    def __init__(self, tracker, template, folder, environment):
        self.tracker, self.folder, self.environment = str(tracker), folder, environment
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)

    def start(self, *words, before=()):
        return subprocess.Popen([*before, self.tracker, *words], cwd=self.folder, env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words, before=()):
        process = self.start(*words, before=before)
        out, complaint = process.communicate()
        return process.returncode, out, complaint

    def start_stopped(self, call, at, *words):
        """strace, and the process that it runs, once that has stopped; nothing if it came to its end before."""
        trace = self.folder / "trace"
        strace = self.start(*words, before=injection(call, "STOP", at, trace))
        until = time.monotonic() + STARTED
        while time.monotonic() < until:
            if trace.exists() and b"stopped by SIGSTOP" in trace.read_bytes():
                return strace, int(trace.read_bytes().split()[0])
            if strace.poll() is not None:
                return strace, None
            time.sleep(BETWEEN_LOOKS)
        sys.exit(f"a process neither stopped at {call} {at} nor ended")


def injection(call, signal_name, at, trace="/dev/null"):
    return "strace", "-f", "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:signal={signal_name}:when={at}"


def count_calls(trial, words):
    trace = trial.folder / "trace"
    trial.run(*words, before=("strace", "-f", "-o", str(trace), "-e", f"trace={','.join(CALLS)}"))
    counted = {call: 0 for call in CALLS}
    for line in trace.read_text().splitlines():
        name = line.split(None, 1)[1].split("(")[0]
        if name in counted:
            counted[name] += 1
    return counted


def whole(trial, faults):
    """The references of all payments that are on record somewhere."""
    found = set()
    for path in (trial.folder / DATABASE, *trial.folder.glob(KEPT + "*")):
        found |= references(path, faults.append)
        code, out, complaint = trial.run("check", "--db", path.name)
        if code or complaint:
            faults.append(f"{path.name}: check says {(out + complaint)!r}")
    return found


def judge_restore(trial, answer, faults):
    code, out, complaint = answer
    if code and not (code == 4 and any(one in complaint for one in OTHERS)):
        faults.append(f"restore says {code}: {complaint!r}")
    return code == 0


def reader(trial, call, at, writes):
    """What was wrong; nothing if the reader has no such call."""
    faults = []
    strace, stopped = trial.start_stopped(call, at, *READER)
    if stopped is None:
        strace.communicate()
        return None
    done = judge_restore(trial, trial.run("restore", "backup.db"), faults)
    if done:
        trial.run(*KILLED, before=injection("pwrite64", "KILL", writes - LAST_WRITES))
    os.kill(stopped, signal.SIGCONT)
    _, complaint = strace.communicate()
    if strace.returncode or complaint:
        faults.append(f"the reader says {strace.returncode}: {complaint!r}")
    found = whole(trial, faults)
    if "before" not in found:
        faults.append("the payment before is nowhere")
    return faults


def writer(trial, call, at, _writes):
    faults = []
    strace, stopped = trial.start_stopped(call, at, *WRITER)
    if stopped is None:
        strace.communicate()
        return None
    restore = trial.start("restore", "backup.db")
    time.sleep(0.1)  # it is done by then, or it waits for the lock that the writer holds
    os.kill(stopped, signal.SIGCONT)
    _, complaint = strace.communicate()
    out, restore_complaint = restore.communicate()
    judge_restore(trial, (restore.returncode, out, restore_complaint), faults)
    found = whole(trial, faults)
    if strace.returncode == 0 and "stopped" not in found:
        faults.append("the payment was acknowledged, and is nowhere")
    if strace.returncode and not (strace.returncode == 4 and any(one in complaint for one in OTHERS)):
        faults.append(f"the writer says {strace.returncode}: {complaint!r}")
    if "before" not in found:
        faults.append("the payment before is nowhere")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tracker", required=True, type=lambda text: pathlib.Path(text).resolve(), help="the program")
    parser.add_argument("--stride", type=int, default=1, help="try only each so-manieth call")
    arguments = parser.parse_args()
    if not shutil.which("strace") or os.system("strace -o /dev/null true 2> /dev/null"):
        print("skipped: strace doesn't work here")
        sys.exit(77)
    tried, wrong = 0, 0
    with tempfile.TemporaryDirectory(prefix="tracker-", dir=run_transcript.memory_folder()) as temporary:
        folder = pathlib.Path(temporary)
        for name in ("tools", "template"):
            (folder / name).mkdir()
        environment = run_transcript.make_environment(arguments.tracker, pathlib.Path(__file__).resolve().parents[2],
                                                      folder / "tools", folder)
        template = folder / "template"
        made = Trial(arguments.tracker, template, folder / "made", environment)
        for words in (("init",), ("client", "add", "c", "Client"), ("contract", "add", "c", "1/26", "--starts", "2026-01-01",
                      "--fee", "6000"), ("backup", "backup.db"), ("pay", "c", "10", "--ref", "before")):
            code, _, complaint = made.run(*words)
            if code:
                sys.exit(f"{words}: {complaint!r}")
        made.folder.rename(folder / "start")
        trial = lambda: Trial(arguments.tracker, folder / "start", folder / "trial", environment)  # noqa: E731
        writes = count_calls(trial(), KILLED)["pwrite64"]
        for play, words in ((reader, READER), (writer, WRITER)):
            for call, count in count_calls(trial(), words).items():
                for at in range(1, count + 1, arguments.stride if count > 3 else 1):
                    faults = play(trial(), call, at, writes)
                    tried += faults is not None
                    for fault in faults or ():
                        wrong += 1
                        print(f"WRONG: a {play.__name__} stopped at {call} {at}: {fault}")
    print(f"{tried} processes stopped, {wrong} faults")
    if tried < 8:
        sys.exit("hardly any process was stopped, which proves nothing")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
