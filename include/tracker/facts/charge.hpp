// SPDX-License-Identifier: MIT
// Work out of scope.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A one-off charge: work out of scope.
struct Charge {
    Recorded recorded;
    Day date{};
    Day due{};
    Money amount;
    std::string text;
};

template <>
struct Description<Charge> {
    static constexpr TableTraits table{.name = "charge", .owner = "contract", .file = "charges"};
    static constexpr auto fields = std::tuple{
        field(&Charge::date, {.name = "date", .required = true}),
        field(&Charge::due, {.name = "due", .not_before = "date", .required = true}),
        field(&Charge::amount, {.name = "amount", .sign = Sign::positive, .required = true}),
        currency_field(),
        field(&Charge::text, {.name = "text"}),
    };
    static auto order(const Charge& fact) { return std::tuple(fact.date, fact.recorded.entry); }
};

}  // namespace tracker
