// SPDX-License-Identifier: MIT
// The command that records many facts from a file.
#include "commands/command.hpp"
#include "tracker/bank/import_statement.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/file_kind.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/import_file.hpp"
#include "tracker/rules/consequences.hpp"

namespace tracker {
namespace {

struct ImportOptions {
    std::string what, file;
    std::optional<std::string> as, map, account;
    bool skip_bad = false;
};

void declare_import(Arguments& arguments, ImportOptions& options) {
    arguments.required("WHAT", options.what, "clients, contracts, schedule, fulfilments, payments, ...");
    arguments.required("FILE", options.file,
                       "a CSV file, or a bank's statement for payments; - is standard input");
    arguments.option("--as csv|1c|camt053", options.as, "the format of payments, where it is not recognised");
    arguments.option("--map NAME[=COLUMNS]", options.map, "the columns of a bank's CSV, kept under a name");
    arguments.option("--account NUMBER", options.account,
                     "whose statement it is, where a bank's CSV doesn't say");
    arguments.flag("--skip-bad", options.skip_bad, "leave bad rows out instead of refusing the file");
}

constexpr std::size_t largest_table = std::size_t{1} << 30;

int run_import(const ImportOptions& options, Session& session) {
    Input input = Input::open(options.file);
    const std::string& file = input.name();
    if (options.what != "payments" && (options.as || options.map || options.account)) {
        throw InputError("--as, --map and --account are for 'import payments'");
    }
    refuse_other_kinds(input, options.what == "payments" ? Wanted::statement : Wanted::table,
                       options.as || options.map);
    if (options.what == "payments") {
        const StatementOptions statement{options.as, options.map, options.account};
        if (const auto reader = find_reader(session, input, statement)) {
            import_statement(session, input, *reader);
            return 0;
        }
    }
    const std::string text = whole_text(input, largest_table, "a gigabyte: split it");
    const ImportReport report = import_csv(session, options.what, text, file, options.skip_bad);
    if (options.what != "holidays") session.skip_check();  // their rows are checked one by one
    session.say("{}: {} {}, {} known already{}", printable(file),
                session.globals().dry_run ? "would take" : "took",
                count(static_cast<long long>(report.taken), "row"), report.known,
                report.bad.empty() ? "" : fmt::format(", {} left out", report.bad.size()));
    for (const ImportReport::Bad& bad : report.bad) session.say("  line {}: {}", bad.line, bad.what);
    return 0;
}

}  // namespace

std::span<const Command> import_commands() {
    static const Command commands[] = {
        {"import", group::data, "WHAT FILE", "record many facts from a file: all of it or nothing",
         Needs::write, false, prepare<ImportOptions, declare_import, run_import>,
         "tracker import clients clients.csv\ntracker import payments statement-2026-11.txt\ntracker import "
         "fulfilments done.csv --dry-run"},
    };
    return commands;
}

}  // namespace tracker
