// SPDX-License-Identifier: MIT
// An obligation recorded by itself.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/schedule_line.hpp"

namespace tracker {

/// A one-off duty (R1b): an answer to the tax office, a report of a year before the contract. It is there
/// from its date on, and its due date, which may be before that, is not moved.
struct Duty {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    Day due{};
    OwedBy owed_by = OwedBy::us;
    std::string text;
    InPause pause = InPause::withheld;
};

template <>
struct Description<Duty> {
    static constexpr TableTraits table{.name = "duty", .owner = "contract", .file = "duties"};
    static constexpr auto fields = std::tuple{
        field(&Duty::kind, {.name = "kind", .required = true, .key = true}),
        field(&Duty::period, {.name = "period", .month_of = "due", .key = true}),
        field(&Duty::date, {.name = "date", .required = true}),
        field(&Duty::due, {.name = "due", .required = true}),
        field(&Duty::owed_by, {.name = "owed_by"}),
        field(&Duty::text, {.name = "text"}),  // letters say it
        field(&Duty::pause, {.name = "pause"}),
    };
    static auto order(const Duty& fact) { return std::tuple(fact.period, fact.kind, fact.recorded.entry); }
};

}  // namespace tracker
