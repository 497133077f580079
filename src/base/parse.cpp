// SPDX-License-Identifier: MIT
// Dates, periods and amounts as people type them. Never reads one date as another: what is odd is refused.
#include "tracker/base/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::string_view how_to_write_a_day =
    "write 2026-11-05, 05.11.2026, today, yesterday, tomorrow, +3d, -2w or a day of this month";
constexpr std::string_view how_to_write_a_period =
    "write 2026-11, 11.2026, 2026-Q3, 2026-H1, 2026, this, last or next";

[[noreturn]] void refuse(std::string_view kind, std::string_view text, std::string_view why) {
    throw InputError(fmt::format("{} '{}' {}", kind, printable(text), why));
}

/// Whether the text has the shape of the pattern, in which 0 stands for any digit.
bool looks_like(std::string_view text, std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

/// All of the text as a number without a sign; saturates where it is beyond what any date needs.
std::optional<int> number(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() ? std::min(value, 1'000'000) : 1'000'000;
}

/// `+3d`, `-2w`: the count of days to move by.
std::optional<int> read_shift(std::string_view text) {
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    if (text.back() != 'd' && text.back() != 'w') return std::nullopt;
    const auto count = number(text.substr(1, text.size() - 2));
    if (!count) return std::nullopt;
    return *count * (text.back() == 'w' ? 7 : 1) * (text[0] == '-' ? -1 : 1);
}

/// A day counted from another one, which may lead beyond what dates can be.
Day in_range(std::string_view text, Day day) {
    if (day >= earliest_day && day <= latest_day) return day;
    refuse("date", text,
           fmt::format("is out of range: dates go from {} to {}", format(earliest_day), format(latest_day)));
}

Period in_range(std::string_view text, Period period) {
    if (period >= period_of(earliest_day) && period <= period_of(latest_day)) return period;
    refuse("period", text,
           fmt::format("is out of range: write a month from {} to {}", format(period_of(earliest_day)),
                       format(period_of(latest_day))));
}

Day day_of_month(std::string_view text, int day, Day today) {
    const auto month = period_of(today);
    const int last = (last_day(month) - first_day(month)).count() + 1;
    if (day < 1 || day > last) {
        refuse("date", text,
               fmt::format("does not exist in {}: write a day from 1 to {}, or a whole date", format(month),
                           last));
    }
    return day_in(month, day);
}

/// Why a text of a date's shape was refused; its parts are digits.
std::string why_not_day(std::string_view year, std::string_view month) {
    const auto period = parse_period(fmt::format("{}-{}", year, month));
    if (*number(month) < 1 || *number(month) > 12) return "does not exist: months go from 01 to 12";
    if (!period) {
        return fmt::format("is out of range: write a date from {} to {}", format(earliest_day),
                           format(latest_day));
    }
    return fmt::format("does not exist: {} has the days 01 to {}", format(*period),
                       format(last_day(*period)).substr(8));
}

}  // namespace

Day read_day(std::string_view text, Day today) {
    if (const auto day = parse_day(text)) return *day;
    if (text == "today") return today;
    if (text == "yesterday") return in_range(text, today - days{1});
    if (text == "tomorrow") return in_range(text, today + days{1});
    if (const auto shift = read_shift(text)) return in_range(text, today + days{*shift});
    if (const auto day = number(text); day && text.size() <= 2) return day_of_month(text, *day, today);
    if (looks_like(text, "0000-00-00")) {
        refuse("date", text, why_not_day(text.substr(0, 4), text.substr(5, 2)));
    }
    if (looks_like(text, "00.00.0000")) {
        refuse("date", text, why_not_day(text.substr(6, 4), text.substr(3, 2)));
    }
    refuse("date", text, fmt::format("is not a date: {}", how_to_write_a_day));
}

namespace {

/// "2026-Q3", "2026-H1", "2026": the last month of the quarter, the half-year, the year (R1a).
std::optional<Period> read_report(std::string_view text) {
    const bool quarter = looks_like(text, "0000-Q0") || looks_like(text, "0000-q0");
    const bool half = looks_like(text, "0000-H0") || looks_like(text, "0000-h0");
    if (!quarter && !half && !looks_like(text, "0000")) return std::nullopt;
    const int length = quarter ? 3 : half ? 6 : 12;
    const int nth = quarter || half ? *number(text.substr(6)) : 1;
    if (nth < 1 || nth * length > 12) {
        refuse("period", text,
               fmt::format("does not exist: {} go from 1 to {}", quarter ? "quarters" : "half-years",
                           12 / length));
    }
    return in_range(text, Period{*number(text.substr(0, 4)) * 12 + nth * length - 1});
}

}  // namespace

Period read_period(std::string_view text, Day today) {
    if (const auto period = parse_period(text)) return *period;
    if (const auto period = read_report(text)) return *period;
    if (text == "this") return period_of(today);
    if (text == "last") return in_range(text, period_of(today) - 1);
    if (text == "next") return in_range(text, period_of(today) + 1);
    const bool iso = looks_like(text, "0000-00");
    if (!iso && !looks_like(text, "00.0000")) {
        refuse("period", text, fmt::format("is not a period: {}", how_to_write_a_period));
    }
    const int month = *number(iso ? text.substr(5, 2) : text.substr(0, 2));
    if (month < 1 || month > 12) refuse("period", text, "does not exist: months go from 01 to 12");
    const int year = *number(iso ? text.substr(0, 4) : text.substr(3, 4));
    return in_range(text, Period{year * 12 + month - 1});
}

Money read_money(std::string_view text) {
    if (const auto amount = parse_money(text)) return *amount;
    refuse("amount", text, why_not_money(text));
}

}  // namespace tracker
