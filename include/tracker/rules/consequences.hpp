// SPDX-License-Identifier: MIT
// What follows from a change, in words: the decisions of a day before it and after it, compared.
#pragma once

#include <string>
#include <vector>

#include "tracker/rules/ledger.hpp"

namespace tracker {

/// Sentences without a full stop, the money first, then service, then what is owed by us because of it. Both
/// ledgers are of the same contract, day and time. Amounts carry the currency.
std::vector<std::string> consequences(const Ledger& before, const Ledger& after, const std::string& currency);
/// The same told on another day than the ledgers', so that "today" is that day.
std::vector<std::string> consequences(const Ledger& before, const Ledger& after, const std::string& currency,
                                      Day today);

/// "fee for 2026-11", "charge due 2026-10-28".
std::string name_of(const ChargeState& charge);
/// "statements for 2026-10", "advance for 2026-11", "fee for 2026-11", "vat-return for 2026-Q3".
std::string name_of(Kind kind, Period period, Months months);
std::string name_of(const Obligation& item);

/// "today", "tomorrow", "yesterday", else "on 2026-11-25".
std::string relative(Day day, Day today);

/// "a, b and c": with `last` before the last of them, if there are several.
std::string enumerated(const std::vector<std::string>& items, std::string_view last = " and ");

/// "1 day", "4 days".
std::string count(long long n, std::string_view noun);

}  // namespace tracker
