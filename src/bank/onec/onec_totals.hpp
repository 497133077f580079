// SPDX-License-Identifier: MIT
// What the lines of a 1C file come to, beside what stands around them: ranges, totals, balances.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bank/onec/onec_scan.hpp"
#include "tracker/bank/statement.hpp"

namespace tracker {

/// What the lines of the file come to, account by account.
class OnecTotals {
  public:
    struct OfAccount {
        Money received;
        Money spent;
        std::size_t lines = 0;
        std::size_t unknown = 0;  ///< whose direction nothing says
        std::optional<Day> last;  ///< booking date
    };

    void add(const BankLine& line) {
        const bool own = line.direction == Direction::own_transfer;
        OfAccount& account = book(line.account, line.date);
        if (own || line.direction == Direction::outgoing) account.spent += line.amount;
        if (line.direction == Direction::incoming) account.received += line.amount;
        if (line.direction == Direction::unknown) ++account.unknown;
        if (own) book(line.payee_account, line.date).received += line.amount;
    }

    [[nodiscard]] OfAccount of(const std::string& account) const {
        const auto found = accounts_.find(account);
        return found == accounts_.end() ? OfAccount{} : found->second;
    }

  private:
    OfAccount& book(const std::string& account, Day date) {
        OfAccount& totals = accounts_[account];
        ++totals.lines;
        totals.last = std::max(totals.last.value_or(date), date);
        return totals;
    }

    std::map<std::string, OfAccount> accounts_;
};

/// The sections of each account, in order of the file.
using OnecSections = std::unordered_map<std::string, std::vector<const OnecRange*>>;

/// Adds the range of each account of the statement: the header's, and what its sections add to it. Throws
/// InputError for one that ends before it begins, or a date that doesn't exist.
void add_onec_ranges(BankStatement& statement, const OnecHead& head, const OnecSections& sections,
                     const OnecTotals& totals, const std::string& file);

/// Compares what the bank says came and went with the lines, account by account; several sections of one add
/// up. A difference is said. Throws InputError for money against no line at all: then the lines are not in a
/// form that is read.
void check_onec_sums(BankStatement& statement, const OnecHead& head, const OnecSections& sections,
                     const OnecTotals& totals, const std::string& file);

}  // namespace tracker
