// SPDX-License-Identifier: MIT
// Bank lines that wait: unplaced, place, dismiss.
#include "commands/command.hpp"
#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/known_lines.hpp"
#include "tracker/bank/outcome.hpp"
#include "tracker/bank/placing.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

/// Whether the line waits, derived anew: an account may have become the firm's since.
bool waits(const FirmAccounts& accounts, const BankRecord& record) {
    const Direction direction = accounts.direction_of(record.line);
    return direction == Direction::incoming || direction == Direction::unknown;
}

/// Why it does: a client or a payer may have become known since.
Placement why_it_waits(Doubts& doubts, const Placing& placing, const BankRecord& record) {
    if (record.line.direction == Direction::unknown) return unknown_direction();
    if (const auto other = doubts.about(record)) return doubtful(placing, record, *other);
    Placement placement = placing.place(record.line);
    if (placement.contract) {
        placement.reason = "can be placed";
        placement.hint = placing.client_of(*placement.contract).code;
    }
    return placement;
}

int run_unplaced(const NoOptions&, Session& session) {
    const Placing placing(parties_of(session.store()));
    const FirmAccounts accounts(session.store(), Store::Lines::all);
    Doubts doubts(session.store());
    Rows rows;
    rows.columns = {{"line", true},          {"date"},         {"amount", true},
                    {"payer", false, true},  {"payer_tax_id"}, {"purpose", false, true},
                    {"reason", false, true}, {"hint"}};
    for (const BankRecord& record : session.store().unplaced()) {
        if (!waits(accounts, record)) continue;
        const Placement placement = why_it_waits(doubts, placing, record);
        rows.rows.push_back({record.recorded.entry, record.line.date, record.line.amount, record.line.payer,
                             record.line.payer_tax_id, record.line.purpose, placement.reason,
                             placement.hint});
    }
    session.list_or_say(rows, "no bank line waits");
    return 0;
}

struct PlaceOptions {
    std::string line, client, reason;
    std::optional<std::string> number;
    bool remember = false;
};

BankRecord find_line(Session& session, const std::string& text) {
    const std::int64_t entry = read_number(text, "bank line", "tracker unplaced");
    std::vector<BankRecord> found = session.store().unplaced(entry);
    if (!found.empty() && waits(FirmAccounts(session.store(), Store::Lines::all), found.front()))
        return std::move(found.front());
    if (const auto record = session.store().bank_line(entry); record && record->line.amount == Money{}) {
        throw InputError(fmt::format(
            "bank line {} is of 0.00, which is no payment: nothing is to be done with it", entry));
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
    const std::string currency = currency_of(record.line);
    if (!currency.empty() && currency != contract.currency) {
        throw InputError(fmt::format("the line is in {}, contract '{}' in {}: it can't be placed there",
                                     currency, printable(contract.number), contract.currency));
    }
    const ContractFacts before = held(session.store().facts(contract.id));
    Payment payment = payment_of(record);
    session.store().add(contract.id, payment);
    if (options.remember) {
        Payer payer{{}, record.line.payer_account, record.line.payer_tax_id};
        if (payer.account.empty() && payer.tax_id.empty())
            throw InputError("the line names no payer: there is nothing to remember");
        session.store().add(client.id, payer);
    }
    const ContractFacts after = held(session.store().facts(contract.id));
    session.say("{} a payment of {} {} on {} ({}, contract {}){}", session.recorded(), format(payment.amount),
                contract.currency, format(payment.date), client.code, printable(contract.number),
                options.remember ? "; its payer is remembered" : "");
    const std::string follows = what_follows(session, before, after);
    if (!follows.empty()) session.say("{}", follows);
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
    session.say("{}: bank line {}, {} on {}, is put aside", session.recorded(), record.recorded.entry,
                format(record.line.amount), format(record.line.date));
    return 0;
}

}  // namespace

std::span<const Command> unplaced_commands() {
    static const Command commands[] = {
        {"unplaced", group::data, "", "bank lines that wait", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_unplaced>, "tracker unplaced"},
        {"place", group::data, "LINE CLIENT", "make a bank line a payment", Needs::write, false,
         prepare<PlaceOptions, declare_place, run_place>, "tracker place 1412 neulovimy --remember"},
        {"dismiss", group::data, "LINE", "put a bank line aside", Needs::write, false,
         prepare<PlaceOptions, declare_dismiss, run_dismiss>,
         "tracker dismiss 1412 --reason 'a deposit returned'"},
    };
    return commands;
}

}  // namespace tracker
