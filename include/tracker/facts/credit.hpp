// SPDX-License-Identifier: MIT
// Money forgiven.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// Forgiven money; counts like a payment.
struct Credit {
    Recorded recorded;
    Day date{};
    Money amount;
    std::string reference;
    std::string source;
};

template <>
struct Description<Credit> {
    static constexpr TableTraits table{
        .name = "credit", .owner = "contract", .file = "credits", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&Credit::date, {.name = "date", .required = true}),
        field(&Credit::amount, {.name = "amount", .sign = Sign::positive, .required = true}),
        currency_field(),
        field(&Credit::reference, {.name = "reference", .decides = false}),
        field(&Credit::source, {.name = "source", .decides = false}),
    };
    static auto order(const Credit& fact) { return std::tuple(fact.date, fact.recorded.entry); }
};

}  // namespace tracker
