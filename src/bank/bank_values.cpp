// SPDX-License-Identifier: MIT
// Reads days and amounts as banks write them.
#include "bank/bank_values.hpp"

#include <algorithm>
#include <array>

namespace tracker {
namespace {

bool is_time(std::string_view text) {
    return !text.empty() && is_digit(text[0]) &&
           text.find_first_not_of("0123456789:.+-Z") == std::string_view::npos;
}

/// Whether all but the first of the groups between the marks have three digits, as thousands have.
bool parts_thousands(std::string_view whole, char mark) {
    const auto first = whole.find(mark);
    if (first == 0 || first > 3) return false;
    for (std::size_t at = first; at < whole.size(); at += 4) {
        if (whole[at] != mark || whole.size() - at < 4) return false;
        if (whole.substr(at + 1, 3).find_first_not_of(digits) != std::string_view::npos) return false;
    }
    return whole.substr(0, first).find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace

std::string_view bare_value(std::string_view text) {
    constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\n", "\r", "\u00a0", "\u202f"};
    for (bool more = true; more;) {
        more = false;
        for (const auto blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                more = true;
            } else if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                more = true;
            }
        }
    }
    return text;
}

std::optional<Day> read_bank_day(std::string_view text) {
    text = bare_value(text);
    for (const std::string_view year : {"г.", "г"}) {
        if (text.ends_with(year)) text = bare_value(text.substr(0, text.size() - year.size()));
    }
    const auto end = std::min(text.find_first_of(" T,\n\t"), text.size());
    const auto day = text.substr(0, end);
    if (end < text.size() && !is_time(bare_value(text.substr(end + 1)))) return std::nullopt;
    if (day.size() == 8 && day[2] == '.' && day[5] == '.')
        return parse_day(std::string(day.substr(0, 6)) + "20" + std::string(day.substr(6)));
    return parse_day(day);
}

std::string plain_amount(std::string_view text) {
    text = bare_value(text);
    std::string sign;
    if (text.starts_with('-') || text.starts_with('+')) {
        sign = text[0];
        text = bare_value(text.substr(1));
    }
    std::string amount(text);
    const auto mark = amount.find_last_of(".,");
    if (mark != std::string::npos) {
        const char other = amount[mark] == '.' ? ',' : '.';
        if (parts_thousands(std::string_view(amount).substr(0, mark), other)) std::erase(amount, other);
    }
    if (amount.size() > 1 && amount.ends_with('.') && is_digit(amount[amount.size() - 2])) amount.pop_back();
    if (amount.size() > 1 && (amount[0] == '.' || amount[0] == ',') && is_digit(amount[1]))
        amount = "0" + amount;
    return sign + amount;
}

}  // namespace tracker
