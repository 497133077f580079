// SPDX-License-Identifier: MIT
// What the model's work of ours waits for (R7a).
#include "model/money.hpp"

namespace tracker::model {
namespace {

/// What the client owes of the kind for the month, by the schedule or as a duty that is there on the day: its
/// own due date, since an extension given to the client makes no work of ours late.
std::optional<Day> owed_by_client(const ContractFacts& facts, const std::vector<Holiday>& holidays, Kind kind,
                                  Period month, Day day) {
    const std::optional<Line> line = line_of(facts, kind, month);
    if (line && line->owed_by == OwedBy::client)
        if (const auto due = scheduled_due(facts, holidays, kind, month)) return due;
    for (const Duty& duty : facts.duties) {
        const bool is_it = duty.kind == kind && duty.period == month && duty.owed_by == OwedBy::client;
        if (is_it && duty.date <= day) return duty.due;
    }
    return std::nullopt;
}

/// The day on which it was there or needed no more, whichever was earlier; nothing if neither by the day.
std::optional<Day> came(const ContractFacts& facts, Kind kind, Period month, Day day) {
    std::optional<Day> first;
    const auto note = [&](const auto& fact) {
        if (fact.kind != kind || fact.period != month || fact.date > day) return;
        if (!first || fact.date < *first) first = fact.date;
    };
    for (const Fulfilment& fulfilment : facts.fulfilments) note(fulfilment);
    for (const Waiver& waiver : facts.waivers) note(waiver);
    return first;
}

}  // namespace

std::vector<Input> inputs_of(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                             const Line& line, Period period, Day day) {
    std::vector<Input> found;
    for (const Kind kind : line.inputs.kinds())
        for (const Period month : reporting_period(line, period))
            if (const auto due = owed_by_client(facts, holidays, kind, month, day))
                found.push_back({*due, came(facts, kind, month, day)});
    return found;
}

bool is_late(const Input& input, Day day) {
    if (input.came) return *input.came > input.due;
    return input.due < day;
}

}  // namespace tracker::model
