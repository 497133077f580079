// SPDX-License-Identifier: MIT
#include "bank/periods_named.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "bank/purpose_text.hpp"

namespace tracker {
namespace {

/// What the names of months begin with; the rest is the ending of a case.
constexpr std::array<std::string_view, 12> months = {"январ", "феврал", "март", "апрел", "ма",  "июн",
                                                     "июл",   "август", "сент", "октяб", "ноя", "дек"};
constexpr std::size_t longest_ending = 8;  // bytes

std::optional<int> month_of(std::string_view word) {
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (!word.starts_with(months[i]) || word.size() > months[i].size() + longest_ending) continue;
        const std::string_view ending = word.substr(months[i].size());
        const bool may = months[i] == "ма";
        if (!may || ending == "й" || ending == "я" || ending == "е" || ending == "ю")
            return static_cast<int>(i);
    }
    return std::nullopt;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// 2026 of "2026" and "2026г".
std::optional<int> year_of(std::string_view word) {
    if (word.size() < 4 || (word.size() > 4 && purpose_text::is_digit(word[4]))) return std::nullopt;
    const auto year = number(word.substr(0, 4));
    return year && *year >= 1990 && *year < 2100 ? year : std::nullopt;
}

/// "11.2026", "11/2026"
std::optional<Period> in_digits(std::string_view word) {
    const auto sign = word.find_first_of("./");
    if (sign > 2 || word.size() != sign + 5) return std::nullopt;  // or there is none
    const auto month = number(word.substr(0, sign));
    const auto year = year_of(word.substr(sign + 1));
    if (!month || !year || *month < 1 || *month > 12) return std::nullopt;
    return Period{*year * 12 + *month - 1};
}

bool is_day_of_month(std::string_view word) {
    const auto day = word.size() <= 2 ? number(word) : std::nullopt;
    return day && *day >= 1 && *day <= 31;
}

Period nearest_period(int month, Day day) {
    const Period present = period_of(day);
    Period period{present.index / 12 * 12 + month};
    if (period - present > 6) period = period - 12;
    if (present - period > 6) period = period + 12;
    return period;
}

}  // namespace

std::set<Period> periods_named(std::string_view purpose, Day day) {
    std::set<Period> named;
    const auto words = purpose_text::purpose_words(purpose);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view word = words[at].text;
        if (const auto period = in_digits(word)) named.insert(*period);
        // "июнь-июль 2026"
        const std::size_t dash = std::min(word.find('-'), word.size());
        const auto first = month_of(word.substr(0, dash));
        const auto last = dash < word.size() ? month_of(word.substr(dash + 1)) : first;
        const bool of_date = at > 0 && is_day_of_month(words[at - 1].text) && !words[at].after_comma;
        if (!first || !last || of_date) continue;
        const auto year = at + 1 < words.size() ? year_of(words[at + 1].text) : std::nullopt;
        const Period until = year ? Period{*year * 12 + *last} : nearest_period(*last, day);
        for (Period period = until - (*last - *first + 12) % 12; period <= until; ++period)
            named.insert(period);
    }
    return named;
}

}  // namespace tracker
