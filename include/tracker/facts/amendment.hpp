// SPDX-License-Identifier: MIT
// Terms that change.
#pragma once

#include <optional>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// Terms that hold from a period on; what is empty stays as it was.
struct Amendment {
    Recorded recorded;
    Period from;
    std::optional<Money> fee;
    std::optional<int> grace;
    std::optional<int> resume;
};

template <>
struct Description<Amendment> {
    static constexpr TableTraits table{
        .name = "amendment", .owner = "contract", .file = "terms", .says_something = true};
    static constexpr auto fields = std::tuple{
        field(&Amendment::from, {.name = "from", .required = true, .key = true}),
        field(&Amendment::fee, {.name = "fee", .least = 0}),
        field(&Amendment::grace, {.name = "grace", .least = 0, .most = 366}),
        field(&Amendment::resume, {.name = "resume", .least = 0, .most = 60}),
    };
    static auto order(const Amendment& fact) { return std::tuple(fact.from); }
};

}  // namespace tracker
