// SPDX-License-Identifier: MIT
// What follows from a change: the decisions of a day before it and after it, compared.
#pragma once

#include <string>
#include <vector>

#include "tracker/base/message.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

/// The money first, then service, then what is owed by us because of it. Both ledgers are of the same
/// contract, day and time.
std::vector<Message> consequences(const Ledger& before, const Ledger& after, const std::string& currency);
/// The same told on another day than the ledgers', so that "today" is that day.
std::vector<Message> consequences(const Ledger& before, const Ledger& after, const std::string& currency,
                                  Day today);

/// "fee for 2026-11", "charge due 2026-10-28".
Message name_of(const ChargeState& charge);
/// "statements for 2026-10", "advance for 2026-11", "fee for 2026-11", "vat-return for 2026-Q3".
Message name_of(Kind kind, Period period, Months months);
Message name_of(const Obligation& item);

/// "today", "tomorrow", "yesterday", else "on 2026-11-25".
Message relative(Day day, Day today);

}  // namespace tracker
