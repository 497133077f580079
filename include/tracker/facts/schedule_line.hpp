// SPDX-License-Identifier: MIT
// When something must happen.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include "tracker/facts/description.hpp"
#include "tracker/facts/inputs.hpp"
#include "tracker/facts/months.hpp"

namespace tracker {

enum class OwedBy : std::uint8_t { client, us };
template <>
inline constexpr auto words_of<OwedBy> = words("client", "us");
enum class Convention : std::uint8_t { none, following, preceding };
template <>
inline constexpr auto words_of<Convention> = words("none", "following", "preceding");
/// What becomes of work of ours that falls due while service is paused (R7).
enum class InPause : std::uint8_t { withheld, owed };
template <>
inline constexpr auto words_of<InPause> = words("withheld", "owed");

/// How a line's due dates come about: the day of the month `offset` months after the period, moved by the
/// convention; and what the obligations need.
struct Line {
    OwedBy owed_by = OwedBy::client;
    int offset = 0;
    int day = 1;
    Convention convention = Convention::none;
    Months months{};                    ///< of which there are obligations (R1a)
    InPause pause = InPause::withheld;  ///< of a line of ours (R7)
    Inputs inputs{};                    ///< of a line of ours (R7a)
    int lead = 0;                       ///< working days that the work takes once the inputs have come (R7a)
    bool operator==(const Line&) const = default;
};

/// The contract's line of a kind from a period on; without a line, the kind is dropped.
struct ScheduleLine {
    Recorded recorded;
    Kind kind;
    Period from;
    std::optional<Line> line;
};

/// The fields of a line, for facts that have one or haven't; `without` says what it does that there is none.
template <class Fact>
constexpr auto line_fields(std::optional<Line> Fact::*line, std::string_view without) {
    return optional_part(
        line, without, field(&Line::owed_by, {.name = "owed_by"}),
        field(&Line::offset, {.name = "offset", .least = -12, .most = 24}),
        field(&Line::day, {.name = "day", .least = 1, .most = 31}),
        field(&Line::convention, {.name = "convention"}),
        field(&Line::months, {.name = "months", .zero_is_null = true, .added_later = true}),
        field(&Line::pause, {.name = "pause", .zero_is_null = true, .added_later = true}),
        field(&Line::inputs, {.name = "inputs", .zero_is_null = true, .added_later = true}),
        field(&Line::lead,
              {.name = "lead", .least = 0, .most = 60, .zero_is_null = true, .added_later = true}));
}

template <>
struct Description<ScheduleLine> {
    static constexpr TableTraits table{.name = "schedule_line", .owner = "contract", .file = "schedule"};
    static constexpr auto fields = std::tuple{
        field(&ScheduleLine::kind, {.name = "kind", .required = true, .key = true}),
        field(&ScheduleLine::from, {.name = "from", .required = true, .key = true}),
        line_fields(&ScheduleLine::line, "drop the kind"),
    };
    static auto order(const ScheduleLine& fact) { return std::tuple(fact.kind, fact.from); }
};

}  // namespace tracker
