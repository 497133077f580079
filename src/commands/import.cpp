// SPDX-License-Identifier: MIT
// The command that records many facts from a file.
#include "commands/command.hpp"
#include "tracker/bank/import_statement.hpp"
#include "tracker/bank/waiting_advice.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/file_kind.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/import_file.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

struct ImportOptions {
    std::string what;
    std::vector<std::string> files;
    std::optional<std::string> as, map, account;
    bool skip_bad = false;
    bool details = false;
};

void declare_import(Arguments& arguments, ImportOptions& options) {
    arguments.required("WHAT", options.what, "help.import.what");
    arguments.many("FILE", options.files, "help.import.file");
    arguments.option("--as csv|1c|camt053", options.as, "help.import.as");
    arguments.option("--map NAME[=COLUMNS]", options.map, "help.import.map");
    arguments.option("--account NUMBER", options.account, "help.import.account");
    arguments.flag("--skip-bad", options.skip_bad, "help.import.skip-bad");
    arguments.flag("--details", options.details, "help.import.details");
}

constexpr std::size_t largest_table = std::size_t{1} << 30;

void import_table(const ImportOptions& options, Session& session, Input& input) {
    const std::string& file = input.name();
    const std::string text = whole_text(input, largest_table, "a gigabyte: split it");
    const ImportReport report = import_csv(session, options.what, text, file, options.skip_bad);
    session.say(Message("import.table", {{"file", file},
                                         {"dry", session.globals().dry_run},
                                         {"taken", report.taken},
                                         {"known", report.known},
                                         {"bad", report.bad.size()}}));
    for (const auto* remarks : {&report.bad, &report.doubtful})
        for (const ImportReport::Remark& remark : *remarks)
            session.say(Message("import.table-remark", {{"line", remark.line}, {"what", remark.what}}));
}

/// A file of payments is a bank's statement, or a table of the tracker's own; lines of statements are placed
/// once all files are read.
void import_payments(const ImportOptions& options, Session& session) {
    const StatementOptions as{options.as, options.map, options.account};
    StatementsImport statements(session);
    bool any = false;
    for (const std::string& name : options.files) {
        Input input = Input::open(name);
        refuse_other_kinds(input, Wanted::statement, options.as || options.map);
        const auto reader = find_reader(session, input, as);
        any = any || reader;
        reader ? statements.take(input, *reader) : import_table(options, session, input);
    }
    if (any) {
        statements.finish(options.details ? Telling::details : Telling::brief);
    } else {
        session.skip_check();  // the rows of tables are checked one by one
    }
}

int run_import(const ImportOptions& options, Session& session) {
    if (options.files.empty()) throw InputRefusal(Message("error.file-missing"));
    if (options.what == "payments") {
        import_payments(options, session);
        return 0;
    }
    if (options.as || options.map || options.account) throw InputRefusal(Message("error.only-payments"));
    if (options.files.size() > 1) throw InputRefusal(Message("error.one-file", {{"what", options.what}}));
    Input input = Input::open(options.files.front());
    refuse_other_kinds(input, Wanted::table, false);
    import_table(options, session, input);
    if (options.what == "clients" || options.what == "contracts") say_waiting_lines(session);
    if (options.what != "holidays") session.skip_check();  // their rows are checked one by one
    return 0;
}

}  // namespace

std::span<const Command> import_commands() {
    static const Command commands[] = {
        {"import", "загрузить", group::data, "WHAT FILE...", "help.import", Needs::write, false,
         prepare<ImportOptions, declare_import, run_import>,
         "tracker import clients clients.csv\ntracker import payments october.txt november.txt\ntracker "
         "import "
         "fulfilments done.csv --dry-run",
         Shortcut{"выписка", "payments", "help.import.payments"}},
    };
    return commands;
}

}  // namespace tracker
