// SPDX-License-Identifier: MIT
// What every reader of a bank's files gives: the lines one by one, and what is known of the whole at the end.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/bank.hpp"

namespace tracker {

/// The days of an own account that the statement speaks for, both included. A statement that gives no
/// beginning has no `from`; one that gives no end ends with the account's last booking date. `made_on` is the
/// day on which the file says it was made.
struct StatementRange {
    std::string account;
    std::optional<Day> from;
    Day until{};
    std::optional<Day> made_on{};
};

struct BankStatement {
    std::string format;                  ///< "1c", "camt053" or "csv"
    std::string encoding;                ///< as encoding.hpp names it
    std::vector<std::string> accounts;   ///< own accounts, in order of the file
    std::vector<StatementRange> ranges;  ///< none for an account without dates and lines
    std::optional<bool> sums_agree;      ///< of the control sums that the file has with its lines
    std::vector<std::string> remarks;    ///< faults read on from, as "line 7: ..."; control sums that differ
};

/// Is given each line as soon as it is read, in order of the file. An error thrown later in the file comes
/// after lines that were taken: what was done with them must be taken back.
using TakeLine = std::function<void(BankLine&&)>;

}  // namespace tracker
