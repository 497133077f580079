// SPDX-License-Identifier: MIT
// What only the whole of a CSV statement tells.
#pragma once

#include <cstddef>
#include <exception>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "bank/csv/bank_csv_values.hpp"
#include "tracker/bank/statement.hpp"

namespace tracker {

/// What a line owes to the others of its file, and must be known before the first one is given.
struct BankWhole {
    std::unordered_set<std::string> own;  ///< the own accounts of the lines; "" where one has none
    /// Whether minus signs part the lines of a file whose payers and payees have an account each: then those
    /// without a sign are incoming.
    bool is_signed = false;
    /// What ended the reading that this comes from.
    std::exception_ptr fault;
};

/// The line's direction, as far as the whole file says it: where signs do, those between strangers without
/// one are incoming too; then what goes between two own accounts.
void place_bank_line(BankLine& line, const BankWhole& whole);

/// What the lines that are given add up to.
class BankTotals {
  public:
    void add(const BankLine& line);
    /// Own accounts, ranges and remarks: the days of the prose for each account, else up to its last booking
    /// date. `own` is the account of a file without lines.
    void finish(BankStatement& statement, const BankProse& prose, const std::string& own) const;

  private:
    std::map<std::string, Day> last_;    // booking date of each account
    std::vector<std::string> accounts_;  // in order of the file
    std::size_t unknown_ = 0;            // lines without a direction
    std::size_t first_unknown_ = 0;
};

/// Throws InputError where the days of the prose end before they begin.
void check_bank_days(const BankProse& prose, const std::string& file);

}  // namespace tracker
