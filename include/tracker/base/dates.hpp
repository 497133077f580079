// SPDX-License-Identifier: MIT
// Civil dates and periods (calendar months). Knows no clock: "today" is always an argument.
#pragma once

#include <date/date.h>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tracker {

/// A civil date in the firm's time zone, as days since 1970-01-01.
using Day = date::sys_days;
using date::days;

/// The calendar month accounted or served: year * 12 + month - 1.
struct Period {
    int index = 0;
    auto operator<=>(const Period&) const = default;
    Period operator+(int months) const { return {index + months}; }
    Period operator-(int months) const { return {index - months}; }
    int operator-(Period other) const { return index - other.index; }
    Period& operator++() {
        ++index;
        return *this;
    }
    [[nodiscard]] int year() const { return index / 12; }
    [[nodiscard]] unsigned month() const { return static_cast<unsigned>(index % 12) + 1; }
};

/// Dates are taken from 1900-01-01 to 2199-12-31: whatever is outside is a slip of the keyboard.
inline constexpr Day earliest_day = date::sys_days{date::year{1900} / 1 / 1};
inline constexpr Day latest_day = date::sys_days{date::year{2199} / 12 / 31};
inline constexpr Period earliest_period{1900 * 12};
inline constexpr Period latest_period{2199 * 12 + 11};

constexpr int to_int(Day day) {
    return static_cast<int>(day.time_since_epoch().count());
}
constexpr Day to_day(int count) {
    return Day{days{count}};
}

Period period_of(Day day);
Day first_day(Period period);
Day last_day(Period period);

/// Day `day` (1 to 31) of the month, clamped to that month's last day.
Day day_in(Period period, int day);

/// "2026-11-05" and "2026-11".
std::string format(Day day);
std::string format(Period period);

/// Exactly `2026-11-05` or `05.11.2026`, the whole text, a date that exists; anything else is nothing.
std::optional<Day> parse_day(std::string_view text);

/// Exactly `2026-11` or `11.2026`.
std::optional<Period> parse_period(std::string_view text);

}  // namespace tracker
