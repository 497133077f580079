// SPDX-License-Identifier: MIT
// When service is paused, and why (R6): suspensions for non-payment derived from the balance, manual ones
// from records.
#pragma once

#include <optional>
#include <vector>

#include "tracker/rules/balance.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

/// The suspensions for non-payment up to day `on`, each day judged by its own facts; those that were brought
/// forward go first. Leaves the coverage on day `on`.
std::vector<Suspension> suspensions_for_non_payment(const std::vector<Debt>& debts, Coverage& coverage,
                                                    const Schedule& schedule, const Calendar& calendar,
                                                    const BroughtForward& brought, Day on);

/// The manual suspensions recorded by day `on`, those that begin later included; by from.
std::vector<Suspension> manual_suspensions(const std::vector<ManualSuspension>& records, Day on);

/// Overlapping and touching suspensions as one interval each, by from.
std::vector<Pause> unite(const std::vector<Suspension>& suspensions);

/// Of united pauses the one that holds on the day, or null.
const Pause* pause_on(const std::vector<Pause>& united, Day day);

}  // namespace tracker
