// SPDX-License-Identifier: MIT
// Titles of kinds in sentences, with the periods that they are about. Knows no facts.
#pragma once

#include <string>
#include <string_view>

#include "tracker/facts/client.hpp"

namespace tracker {

/// A title as it stands in the middle of a sentence, small unless it is an abbreviation: "декларация по НДС",
/// "НДФЛ, удержанный 1-22 числа".
std::string mid_sentence(std::string_view title);

/// A period in the words that a title may need.
struct PeriodSaid {
    std::string period;  ///< "сентябрь 2026 г."
    std::string so_far;  ///< what is reported from the year's beginning on: "9 месяцев 2026 г."
    int year = 0;
};

/// A title with the period. Where it names a month or a year of which it doesn't say which, the period takes
/// that place: "страховые взносы за работников за месяц" is said "страховые взносы за работников за сентябрь
/// 2026 г."; where it ends with days or a share of the period, the period follows in brackets: "НДФЛ,
/// удержанный 1-22 числа (сентябрь 2026 г.)".
std::string title_of_period(std::string_view title, const PeriodSaid& said, Language language);

}  // namespace tracker
