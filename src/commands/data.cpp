// SPDX-License-Identifier: MIT
// Data: import, unplaced, place, dismiss, export, log, undo.
#include <algorithm>
#include <charconv>

#include "bank.hpp"
#include "command.hpp"
#include "export_facts.hpp"
#include "find.hpp"
#include "import_file.hpp"
#include "report_rows.hpp"
#include "tracker/core/consequences.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

struct ImportOptions {
    std::string what, file;
    std::optional<std::string> as;
    bool skip_bad = false;
};

void declare_import(Arguments& arguments, ImportOptions& options) {
    arguments.required("WHAT", options.what, "clients, contracts, schedule, fulfilments, payments, ...");
    arguments.required("FILE", options.file, "a CSV file, or a bank's statement for payments; - is standard input");
    arguments.option("--as csv|1c", options.as, "the format of payments, where it is not recognised");
    arguments.flag("--skip-bad", options.skip_bad, "leave bad rows out instead of refusing the file");
}

bool is_statement(const ImportOptions& options, std::string_view bytes) {
    if (options.as && options.what != "payments") throw InputError("--as is for 'import payments'");
    if (options.what != "payments") return false;
    if (!options.as) return looks_like_onec(bytes);
    if (*options.as != "csv" && *options.as != "1c") {
        throw InputError(fmt::format("there is no format '{}': csv or 1c", printable(*options.as)));
    }
    return *options.as == "1c";
}

int run_import(const ImportOptions& options, Session& session) {
    const std::string bytes = read_whole_file(options.file);
    if (is_statement(options, bytes)) {
        import_statement(session, read_onec(bytes, options.file), options.file);
        return 0;
    }
    const ImportReport report = import_csv(session, options.what, bytes, options.file, options.skip_bad);
    if (options.what != "holidays") session.skip_check();  // their rows are checked one by one
    session.say("{}: {} {}, {} known already{}", printable(options.file),
                session.globals().dry_run ? "would take" : "took", count(static_cast<long long>(report.taken), "row"), report.known,
                report.bad.empty() ? "" : fmt::format(", {} left out", report.bad.size()));
    for (const std::string& bad : report.bad) session.say("  {}", bad);
    return 0;
}

struct NoOptions {};
void declare_nothing(Arguments&, NoOptions&) {}

int run_unplaced(const NoOptions&, Session& session) {
    const Placing placing(session);
    Rows rows;
    rows.columns = {{"line", true}, {"date"}, {"amount", true}, {"payer", false, true}, {"payer_tax_id"}, {"purpose", false, true}, {"reason", false, true}, {"hint"}};
    for (const BankRecord& record : session.store().unplaced()) {
        const Placement placement = record.line.direction == Direction::unknown ? Placement{std::nullopt, "direction unknown", ""}
                                                                                : placing.place(record.line);
        rows.rows.push_back({record.recorded.entry, record.line.date, record.line.amount, record.line.payer, record.line.payer_tax_id,
                             record.line.purpose, placement.contract ? "can be placed" : placement.reason,
                             placement.contract ? placing.client_of(*placement.contract).code : placement.hint});
    }
    if (rows.rows.empty() && session.format() == Format::table) {
        if (!session.globals().quiet) session.say("no bank line waits");
        return 0;
    }
    session.list(rows);
    return 0;
}

struct PlaceOptions {
    std::string line, client, reason;
    std::optional<std::string> number;
    bool remember = false;
};

BankRecord find_line(Session& session, const std::string& text) {
    std::int64_t entry = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), entry);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw InputError(fmt::format("line '{}' is not a number: see 'tracker unplaced'", printable(text)));
    }
    for (BankRecord& record : session.store().unplaced()) {
        if (record.recorded.entry == entry) return std::move(record);
    }
    throw NotFoundError(fmt::format("no bank line {} waits: see 'tracker unplaced'", entry));
}

void declare_place(Arguments& arguments, PlaceOptions& options) {
    arguments.required("LINE", options.line, "as 'tracker unplaced' numbers it");
    arguments.required("CLIENT", options.client, "code, tax id or part of the name");
    arguments.flag("--remember", options.remember, "place this payer's lines so from now on");
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

int run_place(const PlaceOptions& options, Session& session) {
    const BankRecord record = find_line(session, options.line);
    const Client client = find_client(session, options.client);
    const Contract contract = find_contract(session, client, options.number, record.line.date);
    const std::string currency = currency_of(record.line.account);
    if (!currency.empty() && currency != contract.currency) {
        throw InputError(fmt::format("the line is in {}, contract '{}' in {}: it can't be placed there", currency,
                                     printable(contract.number), contract.currency));
    }
    const ContractFacts before = *session.store().facts(contract.id);
    Payment payment = payment_of(record);
    session.store().add(contract.id, payment);
    if (options.remember) {
        Payer payer{{}, record.line.payer_account, record.line.payer_tax_id};
        if (payer.account.empty() && payer.tax_id.empty()) throw InputError("the line names no payer: there is nothing to remember");
        session.store().add(client.id, payer);
    }
    const ContractFacts after = *session.store().facts(contract.id);
    const Day on = session.on();
    const Day through = std::min(on + days{400}, latest_day);
    session.say("{} a payment of {} {} on {} ({}, contract {}){}", session.recorded(), format(payment.amount), contract.currency,
                format(payment.date), client.code, printable(contract.number),
                options.remember ? "; its payer is remembered" : "");
    const auto said = consequences(make_ledger(before, session.calendar(), on, through),
                                   make_ledger(after, session.calendar(), on, through), contract.currency);
    if (!said.empty()) session.say("{}", fmt::join(said, "; "));
    return 0;
}

void declare_dismiss(Arguments& arguments, PlaceOptions& options) {
    arguments.required("LINE", options.line, "as 'tracker unplaced' numbers it");
    arguments.required_option("--reason TEXT", options.reason, "stays on record");
}

int run_dismiss(const PlaceOptions& options, Session& session) {
    const BankRecord record = find_line(session, options.line);
    Dismissal dismissal{{}, record.recorded.entry, read_text(options.reason, "the reason")};
    session.store().add(0, dismissal);
    session.say("{}: bank line {}, {} on {}, is put aside", session.recorded(), record.recorded.entry, format(record.line.amount), format(record.line.date));
    return 0;
}

struct ExportOptions {
    std::string what;
    std::optional<std::string> from, to;
};

void declare_export(Arguments& arguments, ExportOptions& options) {
    arguments.required("WHAT", options.what, "clients, contracts, ..., obligations, balances, intervals, changes");
    arguments.option("--from PERIOD", options.from, "obligations: the first period");
    arguments.option("--to PERIOD", options.to, "obligations: the last period");
}

int run_export(const ExportOptions& options, Session& session) {
    if ((options.from || options.to) && options.what != "obligations") {
        throw InputError("--from and --to are for 'export obligations'");
    }
    std::optional<Period> from;
    std::optional<Period> to;
    if (options.from) from = session.read_period(*options.from);
    if (options.to) to = session.read_period(*options.to);
    if (from && to && *to < *from) throw InputError(fmt::format("--to {} is before --from {}", format(*to), format(*from)));
    const std::optional<Rows> rows = export_rows(session, options.what, from, to);
    if (!rows) {
        const auto near = nearest(options.what, export_names(), 1);
        throw InputError(fmt::format("there is nothing to export called '{}': {}", printable(options.what),
                                     near.empty() ? fmt::format("{}", fmt::join(export_names(), ", "))
                                                  : fmt::format("did you mean '{}'?", near.front())));
    }
    session.list(*rows);
    return 0;
}

int run_log(const NoOptions&, Session& session) {
    session.list(change_rows(session));
    return 0;
}

struct UndoOptions {
    std::optional<std::string> change;
};

void declare_undo(Arguments& arguments, UndoOptions& options) {
    arguments.optional("CHANGE", options.change, "its number in 'tracker log'; without it, the last one");
}

/// The last change that holds and is no undo itself.
ChangeNumber last_to_undo(Session& session) {
    const std::vector<Change> changes = session.store().changes();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (change->number != session.store().change() && !change->undoes && !change->undone_by) return change->number;
    }
    throw NotFoundError("there is no change to undo");
}

int run_undo(const UndoOptions& options, Session& session) {
    ChangeNumber number = 0;
    if (options.change) {
        const std::string& text = *options.change;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) {
            throw InputError(fmt::format("'{}' is not the number of a change: see 'tracker log'", printable(text)));
        }
    } else {
        number = last_to_undo(session);
    }
    std::string command;
    for (const Change& change : session.store().changes()) {
        if (change.number == number) command = change.command;
    }
    session.store().undo(number);
    session.say("{} change {}: {}", session.globals().dry_run ? "would take back" : "took back", number, printable(command));
    return 0;
}

constexpr std::string_view group = "Data";

}  // namespace

std::span<const Command> data_commands() {
    static const Command commands[] = {
        {"import", group, "WHAT FILE", "record many facts from a file: all of it or nothing", Needs::write, false,
         prepare<ImportOptions, declare_import, run_import>,
         "tracker import clients clients.csv\ntracker import payments statement-2026-11.txt\ntracker import fulfilments done.csv --dry-run"},
        {"unplaced", group, "", "bank lines that wait", Needs::read, true, prepare<NoOptions, declare_nothing, run_unplaced>,
         "tracker unplaced"},
        {"place", group, "LINE CLIENT", "make a bank line a payment", Needs::write, false,
         prepare<PlaceOptions, declare_place, run_place>, "tracker place 1412 neulovimy --remember"},
        {"dismiss", group, "LINE", "put a bank line aside", Needs::write, false,
         prepare<PlaceOptions, declare_dismiss, run_dismiss>, "tracker dismiss 1412 --reason 'a deposit returned'"},
        {"export", group, "WHAT", "facts and what follows from them, for other programs", Needs::read, true,
         prepare<ExportOptions, declare_export, run_export>,
         "tracker export payments > payments.csv\ntracker export obligations --from 2026-01 --to 2026-06\n"
         "tracker export intervals --on 2026-11-23\ntracker export balances --excel > balances.csv"},
        {"log", group, "", "the changes, in order", Needs::read, true, prepare<NoOptions, declare_nothing, run_log>, "tracker log"},
        {"undo", group, "[CHANGE]", "take back a change, in a new change", Needs::write, false,
         prepare<UndoOptions, declare_undo, run_undo>, "tracker undo\ntracker undo 57 --dry-run"},
    };
    return commands;
}

}  // namespace tracker
