// SPDX-License-Identifier: MIT
// The days that a statement speaks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// The days of an own account that a file gives as its range, both included; without `from`, up to its last
/// booking date. `made_on` is the day on which the file was made, where it says so: it speaks for no day
/// after that (known_days).
struct Statement {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    std::string account;
    std::optional<Day> from;
    Day until{};
    std::optional<Day> made_on{};
};

template <>
struct Description<Statement> {
    static constexpr TableTraits table{.name = "statement"};
    static constexpr auto fields = std::tuple{
        field(&Statement::file, {.name = "file"}),
        field(&Statement::account, {.name = "account"}),
        field(&Statement::from, {.name = "from"}),
        field(&Statement::until, {.name = "until"}),
        field(&Statement::made_on, {.name = "made_on", .added_later = true}),
    };
};

}  // namespace tracker
