#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A mail server for tests, on a port of 127.0.0.1, with the faults that a real one has. Never passes mail on.

    smtp_server.py [OPTIONS]                  prints its port and serves until it is terminated
    smtp_server.py [OPTIONS] -- COMMAND...    serves while the command runs, and exits with the command's code

    --store DIR        each message, with CRLF as it came, as DIR/0001.eml; its sender and recipients, a line each, as
                       DIR/0001.envelope: also of the messages that are never answered (hang and drop)
    --msmtprc FILE     writes a configuration for msmtp that sends here: `msmtp -C FILE -- RECIPIENT`
    --from ADDRESS     the envelope's sender in that configuration
    --refuse PATTERN   550 to each recipient in which the regular expression is found
    --greylist         451 to each recipient the first time
    --silent           says nothing at all: the connection is taken, no greeting comes
    --body ANSWER      what follows the whole message: `accept`, `hang` (no answer), `drop` (the connection ends),
                       `defer` (451) or `reject` (554)

It needs aiosmtpd (Debian: python3-aiosmtpd) and exits with 77, CTest's code for a skipped test, where that is missing.
"""
import argparse
import asyncio
import logging
import pathlib
import re
import signal
import socket
import subprocess
import sys
import threading

try:
    from aiosmtpd.smtp import SMTP
except ImportError:
    SMTP = None

SKIPPED = 77  # as CTest's SKIP_RETURN_CODE
ANSWERS = {"accept": "250 2.0.0 taken", "defer": "451 4.3.0 try again later", "reject": "554 5.7.1 this is refused"}


def write_msmtprc(path, port, sender):
    """A configuration without encryption and log in, which fits no server but this one."""
    path = pathlib.Path(path)
    path.write_text(f"account default\nhost 127.0.0.1\nport {port}\nfrom {sender}\nauth off\ntls off\n", encoding="ascii")
    path.chmod(0o600)


class Handler:
    """What aiosmtpd asks at each step; the options are those of the command line."""

    def __init__(self, options):
        self.options = options
        self.seen = set()

    async def handle_RCPT(self, _server, _session, envelope, address, _rcpt_options):
        if self.options.refuse and re.search(self.options.refuse, address):
            return "550 5.1.1 no such mailbox here"
        if self.options.greylist and address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 recipient ok"

    async def handle_DATA(self, server, _session, envelope):
        self.store(envelope)
        if self.options.body == "hang":
            await asyncio.Event().wait()
        if self.options.body == "drop":
            server.transport.abort()
            await asyncio.Event().wait()  # until the loss of the connection cancels this
        return ANSWERS[self.options.body]

    def store(self, envelope):
        if not self.options.store:
            return
        folder = pathlib.Path(self.options.store)
        folder.mkdir(parents=True, exist_ok=True)
        number = 1 + max((int(file.stem) for file in folder.glob("[0-9]*.eml")), default=0)
        (folder / f"{number:04}.eml").write_bytes(envelope.original_content)
        lines = [envelope.mail_from, *envelope.rcpt_tos]
        (folder / f"{number:04}.envelope").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


class SmtpServer:
    """The server, in a thread of its own: `with SmtpServer(options) as server: ... server.port ...`."""

    def __init__(self, options):
        self.handler = Handler(options)
        self.loop = asyncio.new_event_loop()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.silent = options.silent
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def protocol(self):
        return asyncio.Protocol() if self.silent else SMTP(self.handler, hostname="mail.invalid", loop=self.loop)

    def __enter__(self):
        self.thread.start()
        self.in_loop(self.loop.create_server(self.protocol, sock=self.socket))
        return self

    def __exit__(self, *_):
        self.in_loop(self.end_all())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.socket.close()

    def in_loop(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    async def end_all(self):
        """Also the connections that hang."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


def parsed(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store")
    parser.add_argument("--msmtprc")
    parser.add_argument("--from", dest="sender", default="firm@example.org")
    parser.add_argument("--refuse")
    parser.add_argument("--greylist", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--body", choices=[*ANSWERS, "hang", "drop"], default="accept")
    parser.add_argument("command", nargs="*")
    return parser.parse_args(words)


def main():
    options = parsed(sys.argv[1:])
    logging.getLogger("mail.log").disabled = True  # what the faults make aiosmtpd say
    if SMTP is None:
        print("smtp_server.py: aiosmtpd is missing: apt-get install python3-aiosmtpd", file=sys.stderr)
        return SKIPPED
    ends = {signal.SIGINT, signal.SIGTERM}
    if not options.command:
        signal.pthread_sigmask(signal.SIG_BLOCK, ends)  # for sigwait, in the server's thread as well
    with SmtpServer(options) as server:
        if options.msmtprc:
            write_msmtprc(options.msmtprc, server.port, options.sender)
        if options.command:
            return subprocess.run(options.command, check=False).returncode
        print(server.port, flush=True)
        signal.sigwait(ends)
    return 0


if __name__ == "__main__":
    sys.exit(main())
