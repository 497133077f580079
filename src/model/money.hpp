// SPDX-License-Identifier: MIT
// The inside of the model: its charges on every day of the walk, and its statuses; used by model*.cpp only.
#pragma once

#include <map>

#include "model/model.hpp"

namespace tracker::model {

/// The charges in covering order as they stand on each day, each day by its own facts; `paid_on` is left
/// empty.
struct Walk {
    Day first{};
    std::map<Day, std::vector<ChargeState>> charges;
};

Walk walk_to(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on, Day through);

/// Payments, refunds and credits up to the day.
std::int64_t paid_by(const ContractFacts& facts, Day day);

/// Of several extensions known on the day the one granted last, or nothing.
std::optional<Day> extended_to(const ContractFacts& facts, Kind kind, Period period, Day day);
bool waived_by(const ContractFacts& facts, Kind kind, Period period, Day day);

/// Is some charge past its deadline, or past its due date, and not paid on the day (R6).
bool late(const Walk& walk, Day day);
bool arrears(const Walk& walk, Day day);

/// R5: the first day of the run of days up to `on` on which the charge is paid.
std::optional<Day> paid_since(const Walk& walk, const ChargeState& charge, Day on);

/// R9, whatever holds on the day.
std::optional<Warning> warning(const Walk& walk, std::int64_t paid, Day on);

/// R7, R8, out of a ledger that has its charges and pauses.
std::vector<Obligation> obligations(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                                    const Ledger& ledger);

}  // namespace tracker::model
