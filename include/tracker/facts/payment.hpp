// SPDX-License-Identifier: MIT
// Money received.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// Money received; negative is a refund. `bank_line` names the line of a statement that it came from, 0 if
/// none.
struct Payment {
    Recorded recorded;
    Day date{};
    Money amount;
    std::string reference;
    std::string source;
    std::int64_t bank_line = 0;
};

template <>
struct Description<Payment> {
    static constexpr TableTraits table{
        .name = "payment", .owner = "contract", .file = "payments", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&Payment::date, {.name = "date", .required = true}),
        field(&Payment::amount, {.name = "amount", .sign = Sign::not_zero, .required = true}),
        currency_field(),
        field(&Payment::reference, {.name = "reference", .decides = false}),
        field(&Payment::source, {.name = "source", .decides = false}),
        field(&Payment::bank_line, {.name = "line",
                                    .decides = false,
                                    .stored_only = true,
                                    .zero_is_null = true,
                                    .of_bank_line = true}),
    };
    static auto order(const Payment& fact) { return std::tuple(fact.date, fact.recorded.entry); }
};

}  // namespace tracker
