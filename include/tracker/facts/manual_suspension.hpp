// SPDX-License-Identifier: MIT
// Service suspended by hand.
#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A manual suspension [from, until), counted from `date` on; a later record of the same `from` replaces it
/// (R6).
struct ManualSuspension {
    Recorded recorded;
    Day date{};
    Day from{};
    std::optional<Day> until;
    std::string reason;
};

template <>
struct Description<ManualSuspension> {
    static constexpr TableTraits table{.name = "suspension", .owner = "contract", .file = "suspensions"};
    static constexpr auto fields = std::tuple{
        field(&ManualSuspension::date, {.name = "date", .required = true}),
        field(&ManualSuspension::from, {.name = "from", .required = true}),
        field(&ManualSuspension::until, {.name = "until", .after = "from"}),
        field(&ManualSuspension::reason, {.name = "reason"}),
    };
    static auto order(const ManualSuspension& fact) { return std::tuple(fact.date, fact.recorded.entry); }
};

}  // namespace tracker
