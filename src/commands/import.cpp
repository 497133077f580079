// SPDX-License-Identifier: MIT
// The command that records many facts from a file.
#include "bank.hpp"
#include "command.hpp"
#include "import_file.hpp"
#include "tracker/core/consequences.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

struct ImportOptions {
    std::string what, file;
    std::optional<std::string> as, map;
    bool skip_bad = false;
};

void declare_import(Arguments& arguments, ImportOptions& options) {
    arguments.required("WHAT", options.what, "clients, contracts, schedule, fulfilments, payments, ...");
    arguments.required("FILE", options.file,
                       "a CSV file, or a bank's statement for payments; - is standard input");
    arguments.option("--as csv|1c|camt053", options.as, "the format of payments, where it is not recognised");
    arguments.option("--map NAME[=COLUMNS]", options.map, "the columns of a bank's CSV, kept under a name");
    arguments.flag("--skip-bad", options.skip_bad, "leave bad rows out instead of refusing the file");
}

int run_import(const ImportOptions& options, Session& session) {
    const std::string bytes = read_whole_file(options.file);
    const std::string file = options.file == "-" ? "standard input" : options.file;
    const StatementOptions statement{options.as, options.map};
    if (options.what != "payments" && (options.as || options.map)) {
        throw InputError("--as and --map are for 'import payments'");
    }
    if (options.what == "payments") {
        if (const auto read = read_statement(session, bytes, file, statement)) {
            import_statement(session, *read, file);
            return 0;
        }
    }
    const ImportReport report = import_csv(session, options.what, bytes, file, options.skip_bad);
    if (options.what != "holidays") session.skip_check();  // their rows are checked one by one
    session.say("{}: {} {}, {} known already{}", printable(file),
                session.globals().dry_run ? "would take" : "took",
                count(static_cast<long long>(report.taken), "row"), report.known,
                report.bad.empty() ? "" : fmt::format(", {} left out", report.bad.size()));
    for (const ImportReport::Bad& bad : report.bad) session.say("  line {}: {}", bad.line, bad.what);
    return 0;
}

constexpr std::string_view group = "Data";

}  // namespace

std::span<const Command> import_commands() {
    static const Command commands[] = {
        {"import", group, "WHAT FILE", "record many facts from a file: all of it or nothing", Needs::write,
         false, prepare<ImportOptions, declare_import, run_import>,
         "tracker import clients clients.csv\ntracker import payments statement-2026-11.txt\ntracker import "
         "fulfilments done.csv --dry-run"},
    };
    return commands;
}

}  // namespace tracker
