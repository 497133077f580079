// SPDX-License-Identifier: MIT
#include "tracker/bank/outcome.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/known_days.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_amounts = 5;
constexpr std::size_t most_waiting = 20;
constexpr std::size_t most_remarks = 20;

/// "15000.00 on 2026-10-30, 10000.00 on 2026-11-02", or so many and their sum where they are many.
std::string amounts_of(const Outcome::Paid& paid) {
    std::string text = fmt::format("{}", fmt::join(paid.first, ", "));
    if (paid.payments > paid.first.size()) {
        text += fmt::format(" and {} more, {} in all", paid.payments - paid.first.size(), format(paid.sum));
    }
    return text;
}

/// Says that a payment may count twice, and how to take it back: where that takes nothing else away, and
/// where the bank's is recorded.
void say_typed(Session& session, const Payment& typed) {
    const ChangeNumber number = typed.recorded.added;
    std::int64_t others = 0;
    for (const Change& change : session.store().changes()) {
        if (change.number == number) others = change.facts - 1;
    }
    const std::string mend =
        session.globals().dry_run ? ""
        : others > 0
            ? fmt::format(": if it is the same payment, 'tracker undo {}' takes it back, and {} with it",
                          number, others == 1 ? "another fact" : fmt::format("{} other facts", others))
            : fmt::format(": if it is the same payment, 'tracker undo {}'", number);
    session.say("    {} on {} was recorded without the bank, too (change {}){}", format(typed.amount),
                format(typed.date), number, mend);
}

void say_paid(Session& session, const Outcome& outcome) {
    const ClientsById clients = clients_by_id(session);
    const ChangeNumber now = session.store().change();
    for (const auto& [id, paid] : outcome.paid) {
        const ContractFacts after = held(session.store().facts(id));
        ContractFacts before = after;
        std::erase_if(before.payments, [&](const Payment& p) { return p.recorded.added == now; });
        session.say("  {}, contract {}: {}", held(clients, after.contract.client).code,
                    printable(after.contract.number), amounts_of(paid));
        if (const auto follows = what_follows(session, before, after); !follows.empty())
            session.say("    {}", follows);
        if (const Payment* typed = typed_before(after.payments, now)) say_typed(session, *typed);
    }
}

void say_waiting(Session& session, const Outcome& outcome) {
    for (const auto& [record, placement] : outcome.waiting) {
        session.say("  unplaced line {}: {} on {} from {}: {}{}", record.recorded.entry,
                    format(record.line.amount), format(record.line.date),
                    record.line.payer.empty() ? "nobody named" : printable(record.line.payer),
                    placement.reason,
                    placement.hint.empty() ? "" : fmt::format("; perhaps {}", placement.hint));
    }
    if (outcome.unplaced > outcome.waiting.size()) {
        session.say("  and {} more unplaced: see 'tracker unplaced'",
                    outcome.unplaced - outcome.waiting.size());
    }
    if (outcome.unplaced > 0)
        session.say("next: 'tracker place LINE CLIENT', or 'tracker dismiss LINE --reason TEXT'");
}

void say_remarks(Session& session, const Outcome& outcome, const std::string& file) {
    const std::size_t shown = std::min(outcome.remarks.size(), most_remarks);
    for (std::size_t i = 0; i < shown; ++i)
        session.say("{}: {}", printable(file), printable(outcome.remarks[i]));
    if (outcome.remarks.size() > shown)
        session.say("{}: and {} more remarks like these", printable(file), outcome.remarks.size() - shown);
}

}  // namespace

void Outcome::pay(ContractId contract, const Payment& payment) {
    ++payments;
    Paid& to = paid[contract];
    ++to.payments;
    to.sum += payment.amount;
    if (to.first.size() < most_amounts)
        to.first.push_back(fmt::format("{} on {}", format(payment.amount), format(payment.date)));
}

void Outcome::wait(BankRecord&& record, Placement&& placement) {
    ++unplaced;
    if (waiting.size() == most_waiting) return;
    record.line.raw.clear();
    waiting.push_back({std::move(record), std::move(placement)});
}

Placement unknown_direction() {
    return {std::nullopt, "the file doesn't say which way the money went", ""};
}

Placement doubtful(const Placing& placing, const BankRecord& record, std::int64_t other) {
    Placement placement = placing.place(record.line);
    if (placement.contract) placement.hint = placing.client_of(*placement.contract).code;
    placement.contract.reset();
    placement.reason = fmt::format("it may be line {} again, which another file brought", other);
    return placement;
}

Parties parties_of(const Store& store) {
    return {store.clients(), store.contracts(), store.all_owned<Payer>()};
}

void say_outcome(Session& session, const Outcome& outcome, const std::string& file) {
    say_remarks(session, outcome, file);
    session.say("{}: {} taken, {} known already, {} unplaced, {} outgoing, {} between own accounts",
                printable(file), count(static_cast<long long>(outcome.payments), "payment"), outcome.known,
                outcome.unplaced, outcome.outgoing, outcome.transfers);
    say_paid(session, outcome);
    say_waiting(session, outcome);
    for (const std::string& account : outcome.new_accounts) {
        if (session.globals().dry_run) {
            session.say("account {} would be the firm's from then on", printable(account));
        } else {
            session.say("account {} is the firm's from now on: if it isn't, 'tracker undo {}'",
                        printable(account), session.store().change());
        }
    }
    say_known_through(session);
}

}  // namespace tracker
