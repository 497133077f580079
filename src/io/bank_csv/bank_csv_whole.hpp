// SPDX-License-Identifier: MIT
// What only the whole of a CSV statement tells.
#pragma once

#include <string>
#include <vector>

#include "io/bank_csv/bank_csv_values.hpp"
#include "tracker/io/bank_csv.hpp"

namespace tracker {

/// Own accounts and ranges: the days of the prose for each account, else up to its last booking date. Throws
/// InputError where the prose ends before it begins.
void add_bank_ranges(BankStatement& statement, const BankProse& prose, const std::string& own,
                     const std::string& file);

/// Where minus signs part the lines of a file, those between strangers without one are incoming too; then
/// what goes between two own accounts.
void place_bank_lines(BankStatement& statement, bool two_accounts);

}  // namespace tracker
