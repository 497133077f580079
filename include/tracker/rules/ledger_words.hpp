// SPDX-License-Identifier: MIT
// The words of decisions, as columns have them.
#pragma once

#include "tracker/facts/words.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

template <>
inline constexpr auto words_of<Status> = words("done", "waived", "withheld", "blocked", "upcoming", "due",
                                               "overdue");
template <>
inline constexpr auto words_of<Service> = words("not-started", "active", "paused", "resuming", "ended");

}  // namespace tracker
