// SPDX-License-Identifier: MIT
#include "tracker/rules/evidence.hpp"
#include "tracker/rules/coverage.hpp"

#include <algorithm>

namespace tracker {

KnownDays known_days(const std::vector<AccountCoverage>& accounts) {
    KnownDays known;
    known.through = known_through(accounts);
    for (const AccountCoverage& account : accounts) {
        if (account.foreign()) continue;
        for (const StatementGap& gap : account.gaps) known.gaps.push_back({account.account, gap});
    }
    return known;
}

Evidence evidence_on(Day on, const KnownDays& known, std::vector<WaitingMoney> waiting) {
    return {known.through.value_or(on - days{1}), known.through.has_value(), std::move(waiting)};
}

bool is_proven(const Suspension& suspension, const Evidence& evidence, Day on) {
    return evidence.through >= suspension.from &&
           std::none_of(evidence.waiting.begin(), evidence.waiting.end(),
                        [&](const WaitingMoney& money) { return money.date < on; });
}

const Suspension* unpaid_pause(const Ledger& ledger) {
    for (const Suspension& suspension : ledger.suspensions) {
        const bool holds = suspension.holds(ledger.on);
        if (suspension.reason == Reason::no_payment && holds) return &suspension;
    }
    return nullptr;
}

const Suspension* unproven_pause(const Ledger& ledger, const Evidence& evidence) {
    const Suspension* const pause = unpaid_pause(ledger);
    return pause && !is_proven(*pause, evidence, ledger.on) ? pause : nullptr;
}

Message message_of(const WaitingMoney& money, const std::string& client) {
    return Message("money.waits", {{"amount", Sum{money.amount, ""}},
                                   {"payer", money.payer},
                                   {"line", money.line},
                                   {"client", client},
                                   {"typed", money.typed}});
}

std::vector<Message> what_would_prove(const Suspension& suspension, const Evidence& evidence, Day on,
                                      const std::string& client) {
    std::vector<Message> all;
    if (evidence.through < suspension.from) {
        const Day from = suspension.from;
        all.push_back(evidence.of_statements
                          ? Message("proof.statement", {{"through", evidence.through}, {"wanted", from}})
                          : Message("proof.day-not-over", {{"day", from}}));
    }
    for (const WaitingMoney& money : evidence.waiting)
        if (money.date < on) all.push_back(message_of(money, client));
    return all;
}

std::vector<AccountGap> gaps_behind_pause(const Contract& contract, const Ledger& ledger,
                                          const KnownDays& known) {
    std::vector<AccountGap> gaps;
    if (known.gaps.empty() || !unpaid_pause(ledger)) return gaps;
    for (const AccountGap& gap : known.gaps) {
        if (gap.days.from <= ledger.on && gap.days.until >= contract.starts) gaps.push_back(gap);
    }
    return gaps;
}

Message message_of(const AccountGap& gap) {
    const bool one = gap.days.from == gap.days.until;
    return Message("proof.gap", {{"account", gap.account},
                                 {"from", gap.days.from},
                                 {"until", one ? std::nullopt : std::optional(gap.days.until)}});
}

}  // namespace tracker
