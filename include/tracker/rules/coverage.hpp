// SPDX-License-Identifier: MIT
// The days that statements speak for: account by account, and for the firm.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/bank.hpp"

namespace tracker {

/// Days that no statement of an account speaks for, between two that do; both included.
struct StatementGap {
    Day from{};
    Day until{};
    bool operator==(const StatementGap&) const = default;
};

/// What the statements on record say of one own account.
struct AccountCoverage {
    std::string account;
    std::optional<Day> from;   ///< the first day; nothing where no statement gives its beginning
    std::optional<Day> until;  ///< the last day; nothing without statements
    std::vector<StatementGap> gaps;
    std::optional<OwnAccount> said;  ///< the last word of the user
    /// Whether the user has said that it is not the firm's.
    [[nodiscard]] bool foreign() const;
    /// Whether the firm still expects statements of it: not foreign, and not closed on a day they reach.
    [[nodiscard]] bool counts() const;
};

/// The firm's accounts, by number. Statements of no account count for the only other one. A statement without
/// a beginning goes on from the one before it, so that no gap is claimed there.
std::vector<AccountCoverage> coverage_of(const std::vector<Statement>& statements,
                                         const std::vector<OwnAccount>& said);

/// The day through which payments are known: the end of the unbroken run of imported days that holds the
/// latest one; of several own accounts that count the earliest such end. Nothing if there is no statement.
std::optional<Day> known_through(const std::vector<AccountCoverage>& accounts);

}  // namespace tracker
