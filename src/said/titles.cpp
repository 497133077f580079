// SPDX-License-Identifier: MIT
#include "tracker/said/titles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// How a title speaks of its period in general, and what is said instead of one period.
struct InGeneral {
    Language language;
    std::string_view words;
    std::string_view said;
};
constexpr std::array in_general{
    InGeneral{Language::ru, " за месяц", " за {period}"},
    InGeneral{Language::ru, " за квартал", " за {period}"},
    InGeneral{Language::ru, " за год", " за {period}"},
    InGeneral{Language::ru, " на год", " на {year} год"},
    InGeneral{Language::ru, " на следующий год", " на {next_year} год"},
    InGeneral{Language::ru, ": I квартал, полугодие, 9 месяцев", " за {so_far}"},
    InGeneral{Language::ru, " декабря", " декабря {year} г."},
    InGeneral{Language::en, " for the month", " for {period}"},
    InGeneral{Language::en, " for the year", " for {period}"},
    InGeneral{Language::en, " for the next year", " for {next_year}"},
    InGeneral{Language::en, ", yearly", " for {period}"},
    InGeneral{Language::en, " December", " December {year}"},
    InGeneral{Language::en, ": Q1, half-year, 9 months", " for {so_far}"},
};

/// Ends of titles that name days or a share of the period: "за" after them would be about those.
struct End {
    Language language;
    std::string_view words;
};
constexpr std::array ends_with_part{
    End{Language::ru, " числа"},        End{Language::ru, " месяца"}, End{Language::ru, " квартала"},
    End{Language::ru, " года"},         End{Language::ru, " треть"},  End{Language::en, " 1-22"},
    End{Language::en, " day 23 on"},    End{Language::en, " third"},  End{Language::en, " thirds"},
    End{Language::en, " of the month"},
};

/// The character at the text's beginning.
std::string_view first_character(std::string_view text) {
    std::size_t size = std::min<std::size_t>(text.size(), 1);
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
    return text.substr(0, size);
}

bool is_small_letter(std::string_view character) {
    const bool letter = character.size() > 1 || (character >= "a" && character <= "z");
    return letter && fold(character) == character;
}

/// Where the words stand as words of their own; npos if they don't.
std::size_t find_words(std::string_view title, std::string_view words) {
    const std::size_t at = title.find(words);
    if (at == std::string_view::npos) return at;
    const std::string_view after = title.substr(at + words.size());
    const bool ends = after.empty() || after.front() == ':' || after.starts_with(" (");
    return ends ? at : std::string_view::npos;
}

}  // namespace

std::string mid_sentence(std::string_view title) {
    const std::string_view first = first_character(title);
    const std::string_view rest = title.substr(first.size());
    if (!is_small_letter(first_character(rest))) return std::string(title);
    return fold(first).append(rest);
}

std::string title_of_period(std::string_view title, const PeriodSaid& said, Language language) {
    for (const InGeneral& one : in_general) {
        const std::size_t at =
            one.language == language ? find_words(title, one.words) : std::string_view::npos;
        if (at == std::string_view::npos) continue;
        return fmt::format("{}{}{}", title.substr(0, at),
                           fmt::format(fmt::runtime(one.said), fmt::arg("period", said.period),
                                       fmt::arg("so_far", said.so_far), fmt::arg("year", said.year),
                                       fmt::arg("next_year", said.year + 1)),
                           title.substr(at + one.words.size()));
    }
    const bool part = std::any_of(ends_with_part.begin(), ends_with_part.end(), [&](const End& end) {
        return end.language == language && title.ends_with(end.words);
    });
    if (part) return fmt::format("{} ({})", title, said.period);
    return fmt::format("{} {} {}", title, language == Language::ru ? "за" : "for", said.period);
}

}  // namespace tracker
