// SPDX-License-Identifier: MIT
// An obligation that was met.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// An obligation was met on a date.
struct Fulfilment {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    std::string note;
};

template <>
struct Description<Fulfilment> {
    static constexpr TableTraits table{
        .name = "fulfilment", .owner = "contract", .file = "fulfilments", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&Fulfilment::kind, {.name = "kind", .required = true, .key = true, .cluster = 2}),
        field(&Fulfilment::period, {.name = "period", .required = true, .key = true, .cluster = 1}),
        field(&Fulfilment::date, {.name = "date", .required = true}),
        field(&Fulfilment::note, {.name = "note", .decides = false}),
    };
    static auto order(const Fulfilment& fact) { return std::tuple(fact.period, fact.kind); }
};

}  // namespace tracker
