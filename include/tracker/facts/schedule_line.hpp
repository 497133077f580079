// SPDX-License-Identifier: MIT
// When something must happen.
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

enum class OwedBy : std::uint8_t { client, us };
template <>
inline constexpr auto words_of<OwedBy> = words("client", "us");
enum class Convention : std::uint8_t { none, following, preceding };
template <>
inline constexpr auto words_of<Convention> = words("none", "following", "preceding");

/// How a line's due dates come about: the day of the month `offset` months after the period, moved by the
/// convention.
struct Line {
    OwedBy owed_by = OwedBy::client;
    int offset = 0;
    int day = 1;
    Convention convention = Convention::none;
    bool operator==(const Line&) const = default;
};

/// The contract's line of a kind from a period on; without a line, the kind is dropped.
struct ScheduleLine {
    Recorded recorded;
    Kind kind;
    Period from;
    std::optional<Line> line;
};

template <>
struct Description<ScheduleLine> {
    static constexpr TableTraits table{.name = "schedule_line", .owner = "contract", .file = "schedule"};
    static constexpr auto fields = std::tuple{
        field(&ScheduleLine::kind, {.name = "kind", .required = true, .key = true}),
        field(&ScheduleLine::from, {.name = "from", .required = true, .key = true}),
        optional_part(&ScheduleLine::line, "drop the kind", field(&Line::owed_by, {.name = "owed_by"}),
                      field(&Line::offset, {.name = "offset", .least = -12, .most = 24}),
                      field(&Line::day, {.name = "day", .least = 1, .most = 31}),
                      field(&Line::convention, {.name = "convention"})),
    };
    static auto order(const ScheduleLine& fact) { return std::tuple(fact.kind, fact.from); }
};

}  // namespace tracker
