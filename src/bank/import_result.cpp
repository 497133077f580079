// SPDX-License-Identifier: MIT
// What an import says.
#include "tracker/bank/import_result.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "bank/paid_contract.hpp"
#include "tracker/base/held.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/known_days.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_remarks = 20;
constexpr std::size_t most_names = 30;

void say_file(Session& session, const ImportResult::File& file) {
    const std::size_t shown = std::min(file.remarks.size(), most_remarks);
    for (std::size_t i = 0; i < shown; ++i)
        session.say(Message("import.remark", {{"file", file.name}, {"remark", file.remarks[i]}}));
    if (file.remarks.size() > shown)
        session.say(
            Message("import.more-remarks", {{"file", file.name}, {"count", file.remarks.size() - shown}}));
    const bool differ = file.sums_agree && !*file.sums_agree;
    session.say(Message("import.file", {{"file", file.name},
                                        {"payments", file.payments},
                                        {"known", file.known},
                                        {"waiting", file.waiting},
                                        {"outgoing", file.outgoing},
                                        {"transfers", file.transfers},
                                        {"agree", file.sums_agree.value_or(false)},
                                        {"differ", differ}}));
}

void say_accounts(Session& session, const ImportResult::File& file) {
    for (const std::string& account : file.new_accounts)
        session.say(Message("import.account", {{"account", account},
                                               {"dry", session.globals().dry_run},
                                               {"change", session.store().change()}}));
}

/// The change that may have recorded the line's payment by hand; 0 if there is none.
ChangeNumber typed_by(const JudgedLine& line) {
    return line.typed ? line.typed->payment.recorded.added : 0;
}

void say_refund(Session& session, const JudgedLine& line) {
    const bool several = line.placement.hint.find(',') != std::string::npos;
    session.say(Message("import.refund",
                        {{"line", line.record.recorded.entry},
                         {"amount", Sum{line.record.line.amount, ""}},
                         {"day", line.record.line.date},
                         {"payee", party_of(line)},
                         {"hint", line.placement.hint},
                         {"client", several ? "" : line.placement.hint},
                         {"reason", line.typed || line.returns ? line.placement.reason : std::nullopt},
                         {"typed", typed_by(line)}}));
}

void say_unplaced(Session& session, const JudgedLine& line) {
    session.say(Message("import.unplaced", {{"line", line.record.recorded.entry},
                                            {"amount", Sum{line.record.line.amount, ""}},
                                            {"day", line.record.line.date},
                                            {"payer", party_of(line)},
                                            {"reason", line.placement.reason},
                                            {"typed", typed_by(line)},
                                            {"hint", line.placement.hint}}));
}

void say_waiting(Session& session, const ImportResult& result) {
    for (const JudgedLine& line : result.first_refunds) say_refund(session, line);
    if (result.refunds > result.first_refunds.size())
        session.say(
            Message("import.more-refunds", {{"count", result.refunds - result.first_refunds.size()}}));
    for (const JudgedLine& line : result.first_waiting) say_unplaced(session, line);
    if (result.waiting > result.first_waiting.size())
        session.say(
            Message("import.more-unplaced", {{"count", result.waiting - result.first_waiting.size()}}));
    if (result.waiting > 0) session.say(Message("import.next"));
    if (result.waiting_longer > 0)
        session.say(Message("import.waiting-longer", {{"count", result.waiting_longer}}));
}

}  // namespace

std::string party_of(const JudgedLine& line) {
    const BankLine& bank = line.record.line;
    return line.is_refund() && !bank.payee.empty() ? bank.payee : bank.payer;
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
    if (day != session.on() && !result.paid.empty()) session.say(Message("import.as-of", {{"day", day}}));
    if (!exactly.empty()) {
        std::sort(exactly.begin(), exactly.end());
        exactly.erase(std::unique(exactly.begin(), exactly.end()), exactly.end());
        const std::size_t more = exactly.size() - std::min(exactly.size(), most_names);
        exactly.resize(exactly.size() - more);
        session.say(Message("import.exactly",
                            {{"clients", fmt::format("{}", fmt::join(exactly, ", "))}, {"more", more}}));
    }
    for (const PaidContract& contract : others) {
        session.say(Message("import.paid", {{"client", contract.client},
                                            {"contract", contract.number},
                                            {"amounts", contract.amounts},
                                            {"more", contract.more},
                                            {"sum", contract.sum}}));
        for (const Message& line : contract.said) session.say(Message("import.follows", {{"line", line}}));
    }
}

void say_result(Session& session, const ImportResult& result, Telling telling) {
    for (const ImportResult::File& file : result.files) say_file(session, file);
    if (result.waited_and_placed > 0)
        session.say(Message("import.waited-and-placed", {{"count", result.waited_and_placed}}));
    say_paid(session, result, telling);
    say_waiting(session, result);
    for (const ImportResult::File& file : result.files) say_accounts(session, file);
    say_known_through(session);
}

}  // namespace tracker
