// SPDX-License-Identifier: MIT
// Statements in the format camt.053 of ISO 20022, versions 2 to 13. Says what the bank said; never decides
// whose money it is.
#pragma once

#include <string_view>

#include "tracker/bank/statement.hpp"
#include "tracker/base/input.hpp"

namespace tracker {

/// Whether the bytes are XML in which `BkToCstmrStmt` stands where a statement has it: the root, its child,
/// or within the `Document` of an envelope. Looks at the first few KiB only, in UTF-8 or UTF-16.
bool looks_like_camt053(std::string_view bytes);

/// Reads a whole file into memory (the DOM is some six times its size), by local names: namespace, prefix and
/// version don't matter. A booked entry is one line, or one for each of its `TxDtls` whose amounts sum up to
/// its own; `account` is always the account of the `Stmt`. Entries that aren't booked are left out, and a
/// remark counts them; those that don't say so are booked. Payer and payee of reversals and returns stand on
/// the sides on which the account is. The range is `FrToDt`, else the dates of the booked balances, else
/// those of the entries. Throws InputError naming file and line: another message than a statement, more than
/// 256 MiB, a DOCTYPE (no entity is ever expanded), XML that is damaged or nested beyond reason, no account,
/// an entry without amount, direction or date, an amount that is negative or has more than two decimals, a
/// date that doesn't exist, balances or sums of money against no entry.
BankStatement read_camt053(Input& input, const TakeLine& take);

}  // namespace tracker
