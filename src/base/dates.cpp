// SPDX-License-Identifier: MIT
#include "tracker/base/dates.hpp"

#include <algorithm>

namespace tracker {
namespace {

/// The digits of text[at, at + count) as a number; nothing if one isn't a digit.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Day> make_day(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    const date::year_month_day civil{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                     date::day{static_cast<unsigned>(*day)}};
    if (!civil.ok()) return std::nullopt;
    const Day result{civil};
    if (result < earliest_day || result > latest_day) return std::nullopt;
    return result;
}

std::optional<Period> make_period(std::optional<int> year, std::optional<int> month) {
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    const Period period{*year * 12 + *month - 1};
    if (period < period_of(earliest_day) || period > period_of(latest_day)) return std::nullopt;
    return period;
}

/// Writes a number of that many digits; reports format many thousands of dates, and fmt takes five times as
/// long.
void put(std::string& text, std::size_t at, std::size_t digits, unsigned number) {
    for (std::size_t i = at + digits; i-- > at; number /= 10) text[i] = static_cast<char>('0' + number % 10);
}

date::year_month month_of(Period period) {
    return date::year{period.year()} / date::month{period.month()};
}

}  // namespace

Period period_of(Day day) {
    const date::year_month_day civil{day};
    return {static_cast<int>(civil.year()) * 12 + static_cast<int>(static_cast<unsigned>(civil.month())) - 1};
}

Day first_day(Period period) {
    return Day{month_of(period) / 1};
}

Day last_day(Period period) {
    return Day{month_of(period) / date::last};
}

Day day_in(Period period, int day) {
    constexpr int in_every_month = 28;
    const Day found = first_day(period) + days{day - 1};
    return day <= in_every_month ? found : std::min(found, last_day(period));
}

std::string format(Day day) {
    const date::year_month_day civil{day};
    std::string text = "0000-00-00";
    put(text, 0, 4, static_cast<unsigned>(static_cast<int>(civil.year())));
    put(text, 5, 2, static_cast<unsigned>(civil.month()));
    put(text, 8, 2, static_cast<unsigned>(civil.day()));
    return text;
}

std::string format(Period period) {
    std::string text = "0000-00";
    put(text, 0, 4, static_cast<unsigned>(period.year()));
    put(text, 5, 2, period.month());
    return text;
}

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    if (text[4] == '-' && text[7] == '-') {
        return make_day(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    }
    if (text[2] == '.' && text[5] == '.') {
        return make_day(digits(text, 6, 4), digits(text, 3, 2), digits(text, 0, 2));
    }
    return std::nullopt;
}

std::optional<Period> parse_period(std::string_view text) {
    if (text.size() != 7) return std::nullopt;
    if (text[4] == '-') return make_period(digits(text, 0, 4), digits(text, 5, 2));
    if (text[2] == '.') return make_period(digits(text, 3, 4), digits(text, 0, 2));
    return std::nullopt;
}

}  // namespace tracker
