// SPDX-License-Identifier: MIT
#include "tracker/facts/months.hpp"

#include <charconv>

namespace tracker {
namespace {

constexpr int months_of_year = 12;

/// A number from 1 to 12 at the beginning of the text, which it takes off.
std::optional<int> take_month(std::string_view& text) {
    int month = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), month);
    if (read.ec != std::errc() || month < 1 || month > months_of_year) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return month;
}

bool is_gap(char c) {
    return c == ' ' || c == ',';
}

constexpr std::uint16_t bit(int month) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(month - 1));
}

}  // namespace

std::optional<Months> Months::parse(std::string_view text) {
    std::uint16_t bits = 0;
    while (true) {
        while (!text.empty() && is_gap(text.front())) text.remove_prefix(1);
        if (text.empty()) break;
        const auto first = take_month(text);
        auto last = first;
        if (first && text.starts_with('-')) {
            text.remove_prefix(1);
            last = take_month(text);
        }
        if (!last || *last < *first || (!text.empty() && !is_gap(text.front()))) return std::nullopt;
        for (int month = *first; month <= *last; ++month) bits |= bit(month);
    }
    if (bits == 0) return std::nullopt;
    return Months{bits};
}

std::string Months::to_text() const {
    std::string text;
    if (all()) return text;
    for (int month = 1; month <= months_of_year; ++month) {
        if ((bits_ & bit(month)) == 0) continue;
        int last = month;
        while (last < months_of_year && (bits_ & bit(last + 1)) != 0) ++last;
        if (!text.empty()) text += ' ';
        text += std::to_string(month);
        if (last - month < 2) continue;
        text += '-' + std::to_string(last);
        month = last;
    }
    return text;
}

int Months::reported() const {
    if (*this == every::year) return months_of_year;
    if (*this == every::half_year) return 6;
    return (bits_ & ~every::quarter.bits_) == 0 ? 3 : 1;
}

Period Months::next(Period period) const {
    do ++period;
    while (!has(period));
    return period;
}

std::string format(Period period, Months months) {
    std::string month = format(period);
    std::string year = month.substr(0, 4);
    const auto nth = [&](int length) { return std::to_string((period.month() - 1) / length + 1); };
    switch (months.reported()) {
        case 12:
            return year;
        case 6:
            return year + "-H" + nth(6);
        case 3:
            return year + "-Q" + nth(3);
        default:
            return month;
    }
}

}  // namespace tracker
