# SPDX-License-Identifier: MIT
"""Texts that somebody might put where a name belongs: each is bytes, by a word that says what it tries.

Made of escapes alone, so that no editor and no diff shows something else than what stands here.
"""


def text(value):
    return value.encode("utf-8")


TEXTS = {
    "plain": text("ООО «Ромашка»"),
    # What a shell would run. Each makes a file that nothing else makes.
    "shell-dollar": text("$(touch HACKED)"),
    "shell-backticks": text("`touch HACKED`"),
    "shell-semicolon": text("a; touch HACKED; rm -rf ."),
    "shell-quotes": text("'; touch HACKED; '\"; touch HACKED; \""),
    "shell-pipe": text("|touch HACKED && touch HACKED #"),
    # Paths.
    "path-up": text("../../HACKED"),
    "path-absolute": text("/etc/passwd"),
    "path-dots": text(".."),
    "path-windows": text("..\\..\\HACKED.bat"),
    # What a terminal would obey.
    "ansi-colour": text("Red \x1b[31m"),
    "ansi-clear": text("\x1b[2J\x1b[H"),
    "osc-title": text("\x1b]0;title\x07"),
    "osc-clipboard": text("\x1b]52;c;SEFDS0VE\x1b\\"),
    "c1-csi": text("\u009b31m\u009d0;t\u009c"),
    "backspace": text("abc\b\b\bxyz"),
    "carriage-return": text("Overwritten\rby this"),
    "line-feed": text("two\nlines"),
    "delete": text("a\x7fb"),
    # What changes the order or the lines of what is shown, or can't be seen.
    "bidi-override": text("\u202etxt.exe"),
    "bidi-isolates": text("a\u2066b\u2067c\u2068d\u2069e"),
    "bidi-marks": text("a\u200eb\u200fc\u061cd"),
    "bidi-embeddings": text("\u202aa\u202bb\u202cc\u202dd"),
    "separators": text("a\u2028b\u2029c\u0085d"),
    "zero-width-space": text("Рома\u200bшка"),
    "zero-width-others": text("a\u2060b\ufeffc\u00add\u180ee\u206af"),
    "tags": text("a\U000e0041\U000e0042\U000e007f"),
    "interlinear": text("a\ufff9b\ufffac\ufffbd"),
    "joiners": text("\U0001f469\u200d\U0001f467\u200d\U0001f466 a\u200cb"),
    "no-break-space-only": text("\u00a0"),
    "unseen-only": text("\u3164\u2800\u00a0\u2003\u200d"),
    "blanks-only": text(" \t "),
    "empty": b"",
    # What a spreadsheet would run.
    "formula-link": text("=HYPERLINK(\"http://127.0.0.1/\";\"x\")"),
    "formula-command": text("=cmd|' /C calc'!A0"),
    "formula-plus": text("+1+cmd|' /C calc'!A0"),
    "formula-minus": text("-1"),
    "formula-at": text("@SUM(1+1)"),
    "formula-tab": text("\t=1+1"),
    "formula-return": text("\r=1+1"),
    "formula-space": text("\u00a0\u2003=1+1"),
    "formula-wide": text("\uff1d1\uff0b1"),
    "formula-separators": text("a\";=1+1;\",=2"),
    # What a mail server would take for a header, and what a template would take for a tag.
    "header-bcc": text("x\r\nBcc: y@example.org"),
    "header-folded": text("x\n Bcc: y@example.org"),
    "header-body": text("x\r\n\r\nanother body"),
    "header-address": text("x <y@example.org>, z@example.org"),
    "header-encoded": text("=?UTF-8?Q?a=0D=0ABcc:_y@example.org?="),
    "header-group": text("all: y@example.org;"),
    "tag-name": text("{{contract}}"),
    "tag-raw": text("{{{client}}}{{&firm}}"),
    "tag-section": text("{{#items}}{{name}}"),
    "tag-partial": text("{{> /etc/passwd}}{{=<% %>=}}"),
    "tag-open": text("{{"),
    # What is long, high or wide.
    "long-word": text("x" * 10_000),
    "long-words": text("слово " * 1_700) + b".",
    "combining": text("a" + "\u0301" * 300 + "b"),
    "combining-first": text("\u0301\u0302a"),
    "wide": text("\u6f22\u5b57" * 60),
    "emoji": text("\U0001f600" * 40),
    "widest": text("\ufdfd" * 10),
    "case-upper": text("ROMASHKA LTD"),
    "case-lower": text("romashka ltd"),
    "composed": text("\u0419\u0451"),
    "decomposed": text("\u0418\u0306\u0435\u0308"),
    # What is no UTF-8, and what C takes for an end.
    "invalid-byte": b"a\xffb",
    "windows-1251": "Ромашка".encode("windows-1251"),
    "overlong": b"a\xc0\xafb",
    "surrogate": b"a\xed\xa0\x80b",
    "beyond-unicode": b"\xf4\x90\x80\x80",
    "cut-off": text("Ромашка")[:-1],
    "nul": b"a\0b",
    "noncharacter": text("a\ufffe\uffffb"),
    "replacement": text("a\ufffdb"),
    # What a program may take for its own words.
    "option": text("--help"),
    "two-dashes": text("--"),
    "sql": text("x'); DROP TABLE client; --"),
    "format": text("{0}{}%s%n"),
    "json": text("\",\"x\":\"\\u0000"),
    "log-line": text("\ntracker: all is well"),
}
