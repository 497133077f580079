// SPDX-License-Identifier: MIT
// The days that a statement speaks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// The days of an own account that a file speaks for, both included; without `from`, up to its last booking
/// date.
struct Statement {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    std::string account;
    std::optional<Day> from;
    Day until{};
};

template <>
struct Description<Statement> {
    static constexpr TableTraits table{.name = "statement"};
    static constexpr auto fields = std::tuple{
        field(&Statement::file, {.name = "file"}),
        field(&Statement::account, {.name = "account"}),
        field(&Statement::from, {.name = "from"}),
        field(&Statement::until, {.name = "until"}),
    };
};

}  // namespace tracker
