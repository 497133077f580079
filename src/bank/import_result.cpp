// SPDX-License-Identifier: MIT
// What an import says.
#include "tracker/bank/import_result.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "bank/paid_contract.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/known_days.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_remarks = 20;
constexpr std::size_t most_names = 30;

void say_file(Session& session, const ImportResult::File& file) {
    const std::string name = printable(file.name);
    const std::size_t shown = std::min(file.remarks.size(), most_remarks);
    for (std::size_t i = 0; i < shown; ++i) session.say("{}: {}", name, printable(file.remarks[i]));
    if (file.remarks.size() > shown)
        session.say("{}: and {} more remarks like these", name, file.remarks.size() - shown);
    const std::string_view sums = !file.sums_agree   ? ""
                                  : *file.sums_agree ? ", control sums agree"
                                                     : ", control sums differ";
    session.say("{}: {} taken, {} known already, {} unplaced, {} outgoing, {} between own accounts{}", name,
                count(static_cast<long long>(file.payments), "payment"), file.known, file.waiting,
                file.outgoing, file.transfers, sums);
}

void say_accounts(Session& session, const ImportResult::File& file) {
    for (const std::string& account : file.new_accounts) {
        if (session.globals().dry_run) {
            session.say("account {} would be the firm's from then on", printable(account));
        } else {
            session.say("account {} is the firm's from now on: if it isn't, 'tracker undo {}'",
                        printable(account), session.store().change());
        }
    }
}

/// What to do with a line that may be a typed payment again, or may be placed.
std::string advice(const JudgedLine& line) {
    const std::int64_t entry = line.record.recorded.entry;
    const std::string& client = line.placement.hint;
    if (!line.typed) return client.empty() ? "" : fmt::format("; perhaps {}", client);
    return fmt::format(
        ": 'tracker place {} {} --same-as {}' if it is, 'tracker place {} {}' if it is another", entry,
        client, line.typed->payment.recorded.added, entry, client);
}

void say_refund(Session& session, const JudgedLine& line) {
    const BankLine& bank = line.record.line;
    const std::int64_t entry = line.record.recorded.entry;
    session.say("  outgoing line {}: {} on {} to {} ({}): if it is a refund, 'tracker place {} {}'{}", entry,
                format(bank.amount), format(bank.date), party_of(line), line.placement.hint, entry,
                line.placement.hint.find(',') == std::string::npos ? line.placement.hint : "CLIENT",
                line.typed     ? fmt::format("; {}, then add --same-as {}", line.placement.reason,
                                             line.typed->payment.recorded.added)
                : line.returns ? "; " + line.placement.reason
                               : "");
}

void say_waiting(Session& session, const ImportResult& result) {
    for (const JudgedLine& line : result.first_refunds) say_refund(session, line);
    if (result.refunds > result.first_refunds.size()) {
        session.say("  and {} more to clients: see 'tracker unplaced'",
                    result.refunds - result.first_refunds.size());
    }
    for (const JudgedLine& line : result.first_waiting) {
        session.say("  unplaced line {}: {} on {} from {}: {}{}", line.record.recorded.entry,
                    format(line.record.line.amount), format(line.record.line.date), party_of(line),
                    printable(line.placement.reason), advice(line));
    }
    if (result.waiting > result.first_waiting.size()) {
        session.say("  and {} more unplaced: see 'tracker unplaced'",
                    result.waiting - result.first_waiting.size());
    }
    if (result.waiting > 0)
        session.say("next: 'tracker place LINE CLIENT', or 'tracker dismiss LINE --reason TEXT'");
    if (result.waiting_longer > 0)
        session.say("{} of earlier imports {}: see 'tracker unplaced'",
                    count(static_cast<long long>(result.waiting_longer), "line"),
                    result.waiting_longer == 1 ? "waits" : "wait");
}

}  // namespace

std::string party_of(const JudgedLine& line) {
    const BankLine& bank = line.record.line;
    const std::string& name = line.is_refund() && !bank.payee.empty() ? bank.payee : bank.payer;
    return name.empty() ? "nobody named" : printable(name);
}

void say_paid(Session& session, const ImportResult& result, Telling telling) {
    const ClientsById clients = clients_by_id(session);
    std::vector<std::string> exactly;
    std::vector<PaidContract> others;
    const Day day = told_day(session, result.last_paid);
    for (const auto& [id, paid] : result.paid) {
        PaidContract contract = paid_contract(session, id, paid, day);
        contract.client = held(clients, contract.client_id).code;
        if (telling == Telling::brief && contract.exactly) {
            exactly.push_back(contract.client);
        } else {
            others.push_back(std::move(contract));
        }
    }
    if (day != session.on() && !result.paid.empty())
        session.say("as of {}, the last day known:", format(day));
    if (!exactly.empty()) {
        std::sort(exactly.begin(), exactly.end());
        exactly.erase(std::unique(exactly.begin(), exactly.end()), exactly.end());
        const std::size_t more = exactly.size() - std::min(exactly.size(), most_names);
        exactly.resize(exactly.size() - more);
        session.say("  paid exactly what was due: {}{}", fmt::join(exactly, ", "),
                    more > 0 ? fmt::format(" and {} more", more) : "");
    }
    for (const PaidContract& contract : others) {
        session.say("  {}, contract {}: {}", contract.client, printable(contract.number), contract.amounts);
        for (const std::string& line : contract.said) session.say("    {}", line);
    }
}

void say_result(Session& session, const ImportResult& result, Telling telling) {
    for (const ImportResult::File& file : result.files) say_file(session, file);
    if (result.waited_and_placed > 0)
        session.say("{} that waited {}", count(static_cast<long long>(result.waited_and_placed), "line"),
                    result.waited_and_placed == 1 ? "is placed" : "are placed");
    say_paid(session, result, telling);
    say_waiting(session, result);
    for (const ImportResult::File& file : result.files) say_accounts(session, file);
    say_known_through(session);
}

}  // namespace tracker
