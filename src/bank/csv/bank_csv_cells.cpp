// SPDX-License-Identifier: MIT
// Cells as texts, and what some words in them mean. Never guesses at a number that Excel has shortened.
#include <algorithm>
#include <array>

#include "bank/csv/bank_csv_values.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {

std::string_view unwrapped_cell(std::string_view text) {
    const bool wrapped = text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"');
    return trimmed(wrapped ? text.substr(2, text.size() - 3) : text);
}

std::string bank_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\n' && out.ends_with(' ')) continue;
        out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return out;
}

std::string bank_code(std::string_view text) {
    const auto is_letter = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    std::string out;
    if (text.starts_with('\'')) text.remove_prefix(1);
    for (const char c : text) {
        if (c == ' ') continue;
        if (!is_letter(c)) return {};
        out += c;
    }
    return out.find_first_not_of('0') == std::string::npos ? std::string() : out;
}

std::string bank_tax_id(std::string_view text) {
    return bank_code(text.substr(0, text.find('/')));
}

bool says_not_booked(std::string_view status) {
    constexpr std::array<std::string_view, 16> words{
        "отказ",   "отклон", "отмен", "аннулир", "не ",    "неусп",  "ошибк",  "в обраб",
        "обрабат", "ожида",  "hold",  "fail",    "reject", "declin", "cancel", "pending"};
    const auto folded = fold(status);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return folded.starts_with(word); });
}

bool says_total(std::string_view row) {
    constexpr std::array<std::string_view, 7> words{"итог",   "всего", "остат",  "оборот",
                                                    "сальдо", "total", "balance"};
    const auto folded = fold(row);
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return folded.find(word) != std::string::npos; });
}

}  // namespace tracker
