// SPDX-License-Identifier: MIT
// A bank line that is no payment.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A bank line that was put aside; `line` is the entry of its record.
struct Dismissal {
    Recorded recorded;
    std::int64_t line = 0;
    std::string reason;
};

template <>
struct Description<Dismissal> {
    static constexpr TableTraits table{.name = "dismissal"};
    static constexpr auto fields = std::tuple{
        field(&Dismissal::line, {.name = "line", .of_bank_line = true}),
        field(&Dismissal::reason, {.name = "reason"}),
    };
};

}  // namespace tracker
