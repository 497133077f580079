// SPDX-License-Identifier: MIT
// The slow, obvious model of the rules: it walks every day from before the contract's start and judges each
// by the facts dated that day or earlier. It shares no function with src/core, so that a mistake must be made
// twice to pass.
#pragma once

#include <optional>
#include <vector>

#include "tracker/facts/facts.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker::model {

// Civil dates (model_schedule.cpp), written again on purpose.
Period month_of(Day day);
/// The last period of which something can be due on the day: a line falls due up to a year before its period.
Period last_due_by(Day day);
Day day_of_month(Period period, int day);

/// R2's working day.
bool is_working(const std::vector<Holiday>& holidays, Day day);

/// R1: is the contract in force on any day of the month.
bool covers(const Contract& contract, Period period);

/// The terms for the period: those of the start and every amendment from that period or an earlier one.
/// Covered or not makes no difference: a one-off charge may be due, and arrears cleared, before the contract
/// starts or after it ends.
Terms terms_of(const ContractFacts& facts, Period period);

/// Every kind of which the contract ever has a line, the standard ones (R3) included.
std::vector<Kind> all_kinds(const ContractFacts& facts);

/// The line of the kind for the period, whether covered or not.
std::optional<Line> line_of(const ContractFacts& facts, Kind kind, Period period);

/// R1, R2, R4: the due date without extensions, or nothing where there is no such obligation.
std::optional<Day> scheduled_due(const ContractFacts& facts, const std::vector<Holiday>& holidays, Kind kind,
                                 Period period);

/// R4 to R9 for the day, by walking there. `cause_*` and `text` of suspensions are left empty.
Ledger ledger_on(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on, Day through);

/// A ledger of the model's for a horizon long enough that whatever comes next is in it.
Ledger far_ledger(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on);

/// The last covered period such that no fee up to it is unpaid, out of a far ledger; nothing if that is
/// before the first fee, or if there never is a fee. A waived fee isn't unpaid.
std::optional<Period> paid_through(const ContractFacts& facts, const Ledger& far);

/// The earliest due date from the day on of what is open and not withheld, out of a far ledger.
std::optional<Day> next_due(const Ledger& far);

}  // namespace tracker::model
