// SPDX-License-Identifier: MIT
// How far the bank's statements on record prove what a pause rests on: that no money came.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/bank.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

struct AccountGap {
    std::string account;
    StatementGap days;
};

/// The days through which payments are known, and the holes before.
struct KnownDays {
    std::optional<Day> through;    ///< known_through()
    std::vector<AccountGap> gaps;  ///< of the firm's accounts, by account, then day
};

KnownDays known_days(const std::vector<AccountCoverage>& accounts);

/// Whether the pause for non-payment that holds on the ledger's day was decided after the last known day:
/// what the bank said later may lift it.
bool paused_beyond(const Ledger& ledger, const KnownDays& known);

/// The gaps in which a payment may have come that would lift the pause for non-payment of the ledger's day.
std::vector<AccountGap> gaps_behind_pause(const Contract& contract, const Ledger& ledger,
                                          const KnownDays& known);

/// "no statement of account 4080... speaks for 2026-10-06 to 2026-10-09: what came then is not counted"
std::string sentence(const AccountGap& gap);

}  // namespace tracker
