// SPDX-License-Identifier: MIT
// Statements in the 1C exchange format (`1CClientBankExchange`), as every Russian bank exports them. Says
// what the bank said; never decides whose money it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/core/bank.hpp"

namespace tracker {

/// The days of an own account that the statement speaks for, both included. A statement that gives no
/// beginning has no `from`; one that gives no end ends with the account's last booking date.
struct StatementRange {
    std::string account;
    std::optional<Day> from;
    Day until{};
};

struct BankStatement {
    std::string format;                  ///< "1c"
    std::string encoding;                ///< as encoding.hpp names it
    std::vector<std::string> accounts;   ///< own accounts, in order of the file
    std::vector<StatementRange> ranges;  ///< none for an account without dates and lines
    std::vector<BankLine> lines;         ///< in order of the file
    std::vector<std::string> remarks;    ///< faults read on from, as "line 7: ..."; control sums that differ
};

/// Whether the bytes begin as a file of this format does.
bool looks_like_onec(std::string_view bytes);

/// Reads a whole file. The dates of ranges are those of each `СекцияРасчСчет`, else the header's. The booking
/// date of a line is `ДатаПоступило`, else `Дата`. Throws InputError naming file and line: not this format,
/// no own account, payment orders for the bank instead of a statement, a document without amount or date, an
/// amount that is negative or has more than two decimals, a date that doesn't exist, a file that is cut
/// off within a section.
BankStatement read_onec(std::string_view bytes, const std::string& file_name);

}  // namespace tracker
