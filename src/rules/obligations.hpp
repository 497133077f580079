// SPDX-License-Identifier: MIT
// The obligations of a contract on a day and their statuses (R7, R7a, R8); a part of making a ledger.
#pragma once

#include <vector>

#include "tracker/rules/ledger.hpp"

namespace tracker {

/// The obligations scheduled to fall due up to `ledger.through`. The ledger's charges and pauses must be
/// decided already.
std::vector<Obligation> decide_obligations(const CarriedFacts& facts, const Schedule& schedule,
                                           const Calendar& calendar, const Ledger& ledger);

}  // namespace tracker
