// SPDX-License-Identifier: MIT
// Ledgers as lines of text, so that two of them are compared, and differ, in a readable way.
#pragma once

#include <string>
#include <vector>

#include "tracker/rules/ledger.hpp"

namespace tracker {

/// What the rules decide, one line each, nothing that they leave open: charges up to `through` only, one-off
/// charges in order of entry, without the causes of suspensions.
std::vector<std::string> lines_of(const Ledger& ledger);

/// The part of a ledger that facts carried forward still tell of: what is open, owed or paused. `to_cover` is
/// what is left over the charges; pauses that are over are gone.
Ledger open_part(Ledger ledger);

/// The lines that only one of the two has, marked `-` (the first) and `+` (the second), in order; empty if
/// none.
std::string difference(const std::vector<std::string>& first, const std::vector<std::string>& second);
std::string difference(const Ledger& first, const Ledger& second);

}  // namespace tracker
