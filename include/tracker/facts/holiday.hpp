// SPDX-License-Identifier: MIT
// The production calendar.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

enum class HolidayKind : std::uint8_t { holiday, workday, short_day };
template <>
inline constexpr auto words_of<HolidayKind> = words("holiday", "workday", "short");

/// A day that differs from its weekday: a day off, a working Saturday or Sunday, a shortened day.
struct Holiday {
    Recorded recorded;
    Day date{};
    HolidayKind kind = HolidayKind::holiday;
    std::string name;
};

template <>
struct Description<Holiday> {
    static constexpr TableTraits table{.name = "holiday", .file = "holidays", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&Holiday::date, {.name = "date", .required = true, .key = true}),
        field(&Holiday::kind, {.name = "kind", .required = true}),
        field(&Holiday::name, {.name = "name", .decides = false}),
    };
};

}  // namespace tracker
