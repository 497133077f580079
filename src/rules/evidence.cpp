// SPDX-License-Identifier: MIT
#include "tracker/rules/evidence.hpp"
#include "tracker/rules/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tracker {
namespace {

/// The suspension for non-payment that holds on the day, the earliest of several.
const Suspension* unpaid_pause(const Ledger& ledger) {
    for (const Suspension& suspension : ledger.suspensions) {
        const bool holds = suspension.holds(ledger.on);
        if (suspension.reason == Reason::no_payment && holds) return &suspension;
    }
    return nullptr;
}

}  // namespace

KnownDays known_days(const std::vector<AccountCoverage>& accounts) {
    KnownDays known;
    known.through = known_through(accounts);
    for (const AccountCoverage& account : accounts) {
        if (account.foreign()) continue;
        for (const StatementGap& gap : account.gaps) known.gaps.push_back({account.account, gap});
    }
    return known;
}

bool paused_beyond(const Ledger& ledger, const KnownDays& known) {
    const Suspension* pause = unpaid_pause(ledger);
    return pause && known.through && pause->from > *known.through;
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

std::string sentence(const AccountGap& gap) {
    const bool one = gap.days.from == gap.days.until;
    return fmt::format("no statement{} speaks for {}{}: what came then is not counted",
                       gap.account.empty() ? "" : " of account " + gap.account, format(gap.days.from),
                       one ? "" : " to " + format(gap.days.until));
}

}  // namespace tracker
