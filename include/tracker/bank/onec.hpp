// SPDX-License-Identifier: MIT
// Statements in the 1C exchange format (`1CClientBankExchange`), as every Russian bank exports them. Says
// what the bank said; never decides whose money it is.
#pragma once

#include <string_view>

#include "tracker/bank/statement.hpp"
#include "tracker/base/input.hpp"

namespace tracker {

/// Whether the bytes begin as a file of this format does.
bool looks_like_onec(std::string_view bytes);

/// Reads a whole file, twice: own accounts may stand below the lines whose direction they say. The range of
/// an account of the header is the header's, and what its `СекцияРасчСчет` add to it; of others that of their
/// sections. The booking date of a line is `ДатаПоступило`, else `Дата`. Throws InputError naming file and
/// line: not this format, no own account, payment orders for the bank instead of a statement, a document
/// without amount or date, an amount that is negative or has more than two decimals, a date that doesn't
/// exist, a file that is cut off within a section, sections that the format doesn't have, ends that end
/// nothing, totals or balances of money against no line.
BankStatement read_onec(Input& input, const TakeLine& take);

}  // namespace tracker
