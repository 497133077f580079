// SPDX-License-Identifier: MIT
// The days that statements speak for: account by account, and for the firm.
#pragma once

#include <functional>
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

/// The last day that a statement speaks for, its range's last day at most. What came after the day on which
/// the file was made (or on it, later) no file can say; where it doesn't say when that was, or names a day
/// after its import, it was made by the day of the import, which wasn't over. Nothing where that is before
/// the range begins: then it speaks for no day.
std::optional<Day> speaks_through(const Statement& statement, Day imported_on);

/// The day on which a statement was imported; asked only of those for which it matters.
using ImportedOn = std::function<Day(const Statement&)>;

/// The firm's accounts, by number. Statements of no account count for the only other one. A statement without
/// a beginning goes on from the one before it, so that no gap is claimed there.
std::vector<AccountCoverage> coverage_of(const std::vector<Statement>& statements,
                                         const std::vector<OwnAccount>& said, const ImportedOn& imported_on);

/// The day through which payments are known: the end of the unbroken run of imported days that holds the
/// latest one; of several own accounts that count the earliest such end. Nothing if there is no statement.
std::optional<Day> known_through(const std::vector<AccountCoverage>& accounts);

}  // namespace tracker
