# SPDX-License-Identifier: MIT
"""What `statement.py run` does: measures imports of bank statements, in turn in one run, beside awk and sqlite3.

The yardstick parses the 1C file with awk to a CSV file and loads that with sqlite3's .import into one table: the least
that can be done with it, without a check, an index or a thought about whose money it is. A ratio is the median over
rounds of the time divided by the yardstick's in the same round; each process runs alone.
"""
import pathlib
import shlex
import shutil
import sys
import tempfile

import run as bench
import statement

# One row a document: a value is what follows the first "=", in quotes, which are doubled. Windows' line ends go.
AWK = r"""
BEGIN { print "date,number,amount,payer_account,payer_tax_id,purpose" }
function quoted(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
{ sub(/\r$/, ""); at = index($0, "="); value[substr($0, 1, at ? at - 1 : length($0))] = substr($0, at + 1) }
/^СекцияДокумент/ { delete value }
/^КонецДокумента/ {
    print value["Дата"] "," quoted(value["Номер"]) "," value["Сумма"] "," value["ПлательщикСчет"] "," \
        value["ПлательщикИНН"] "," quoted(value["НазначениеПлатежа"])
}
"""
# A process begins with the peak of the one that starts it, so a Python of its own does, which has loaded next to nothing.
PEAK = """
import posix, sys
to_nothing = [(posix.POSIX_SPAWN_OPEN, 1, "/dev/null", posix.O_WRONLY, 0)]
_, status, usage = posix.wait4(posix.posix_spawn(sys.argv[1], sys.argv[1:], posix.environ, file_actions=to_nothing), 0)
print(usage.ru_maxrss)
sys.exit(status != 0)
"""
TITLES = {"1c": "1C", "camt": "camt.053", "csv": "CSV"}
YARDSTICK = "awk, then .import"
MEMORY_LINES = (10_000, 100_000)


class Imports:
    """A practice with clients and contracts, a statement in each format, and for each a practice that has it already."""

    def __init__(self, build, folder, options):
        self.tracker = bench.built(build, "tracker")
        self.folder = folder
        self.options = options
        self.environment = bench.make_environment(folder)
        self.before = str(folder / "before.db")
        self.fresh = str(folder / "fresh.db")
        self.plain = str(folder / "plain.db")
        self.made = {name: self.make(name, options.lines) for name in TITLES}
        for words in (["init"], ["import", "clients", str(folder / "clients.csv")],
                      ["import", "contracts", str(folder / "contracts.csv")]):
            bench.answer([self.tracker, *words, "--db", self.before], self.environment)
        for name, made in self.made.items():
            shutil.copy(self.before, self.known(name))
            for _ in range(2):
                bench.answer(self.importing(made, self.known(name)), self.environment)
                self.check(made, self.known(name))

    def make(self, name, lines):
        return statement.generate(name, lines, self.options.clients, self.options.seed, self.folder)

    def known(self, name):
        return str(self.folder / f"known-{name}.db")

    def importing(self, made, database):
        return [self.tracker, "import", "payments", made["file"], "--db", database]

    def check(self, made, database):
        """What is measured must be what was meant, also when the file comes again."""
        for words, expected in ((["export", "payments"], made["of_clients"]), (["unplaced"], made["of_strangers"])):
            rows = bench.answer([self.tracker, *words, "--csv", "--db", database], self.environment).count("\n") - 1
            if rows != expected:
                sys.exit(f"of {made['file']} 'tracker {' '.join(words)}' should list {expected} lines and lists {rows}")

    def prepare(self, name):
        if name == ".import":
            pathlib.Path(self.plain).unlink(missing_ok=True)
        else:
            shutil.copy(self.before, self.fresh)

    def times(self):
        for needed in ("iconv", "awk"):
            bench.installed(needed)
        sqlite = bench.installed("sqlite3")
        table = str(self.folder / "parsed.csv")
        file, program, parsed = map(shlex.quote, (self.made["1c"]["file"], AWK, table))
        contenders = {
            "awk": ["/bin/sh", "-c", f"iconv -f cp1251 -t utf-8 {file} | awk {program} > {parsed}"],
            ".import": [sqlite, self.plain, ".mode csv", f".import '{table}' payments"],
        }
        for name, made in self.made.items():
            contenders[f"{name} first"] = self.importing(made, self.fresh)
            contenders[f"{name} again"] = self.importing(made, self.known(name))
        times = bench.times_in_turn(contenders, self.options.rounds, self.environment, self.prepare)
        loaded = bench.answer([sqlite, self.plain, "SELECT count(*) FROM payments"], self.environment)
        if int(loaded) != self.options.lines:
            sys.exit(f"awk and .import took {loaded.strip()} of {self.options.lines} lines")
        return {YARDSTICK: [sum(both) for both in zip(times["awk"], times[".import"])], **times}

    def rows(self):
        titles = {
            YARDSTICK: "`awk` parses the 1C file to CSV, `sqlite3`'s `.import` loads that",
            "awk": "of it `iconv` and `awk`",
            ".import": "of it `.import`",
        }
        for name, title in TITLES.items():
            titles[f"{name} first"] = f"`tracker import payments`, {title}"
            titles[f"{name} again"] = f"`tracker import payments`, {title}, known already"
        for name, (seconds, ratio) in bench.medians(YARDSTICK, self.times()).items():
            yield (titles[name], bench.written(seconds), f"{self.options.lines / seconds:,.0f}",
                   "1" if name == YARDSTICK else f"{ratio:.2f}")

    def peak(self, command):
        """The most memory that the command held, in MiB."""
        said = bench.answer([sys.executable, "-I", "-S", "-c", PEAK, *command], self.environment)
        return f"{int(said) / 1024:.0f}"

    def memory(self):
        yield "`true`: as little as can be measured so", "", self.peak([bench.installed("true")])
        for lines in MEMORY_LINES:
            made = self.make("1c", lines)
            self.prepare("1c first")
            size = pathlib.Path(made["file"]).stat().st_size
            yield (f"`tracker import payments`, 1C, {lines:,} lines", f"{size / 1e6:.0f}",
                   self.peak(self.importing(made, self.fresh)))


def run(options):
    with tempfile.TemporaryDirectory(prefix="tracker-bench-", dir=options.folder) as folder:
        imports = Imports(options.build.resolve(), pathlib.Path(folder), options)
        bench.print_table((f"{options.lines:,} lines, {options.clients:,} clients", "median", "lines a second", "ratio"),
                          *imports.rows())
        print()
        bench.print_table(("most memory held", "file, MB", "MiB"), *imports.memory())
