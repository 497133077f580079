// SPDX-License-Identifier: MIT
// An obligation that is forgiven.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// An obligation forgiven on a date.
struct Waiver {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    std::string reason;
};

template <>
struct Description<Waiver> {
    static constexpr TableTraits table{.name = "waiver", .owner = "contract", .file = "waivers"};
    static constexpr auto fields = std::tuple{
        field(&Waiver::kind, {.name = "kind", .required = true, .key = true}),
        field(&Waiver::period, {.name = "period", .required = true, .key = true}),
        field(&Waiver::date, {.name = "date", .required = true}),
        field(&Waiver::reason, {.name = "reason"}),
    };
    static auto order(const Waiver& fact) { return std::tuple(fact.date, fact.recorded.entry); }
};

}  // namespace tracker
