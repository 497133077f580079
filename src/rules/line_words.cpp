// SPDX-License-Identifier: MIT
#include "tracker/rules/line_words.hpp"

#include <fmt/format.h>

#include <vector>

#include "tracker/rules/consequences.hpp"

namespace tracker {
namespace {

std::string in_words(Months months) {
    if (months.all()) return "each month";
    if (months == every::quarter) return "each quarter";
    if (months == every::half_year) return "each half-year";
    if (months == every::year) return "each year";
    return "months " + months.to_text();
}

/// "the month", "the month after", "the 2nd month after".
std::string month_from_period(int offset) {
    if (offset == 0) return "the month";
    const int months = offset > 0 ? offset : -offset;
    const std::string_view side = offset > 0 ? "after" : "before";
    if (months == 1) return fmt::format("the month {}", side);
    const bool teen = months > 10 && months < 14;
    const std::string_view ending = teen               ? "th"
                                    : months % 10 == 1 ? "st"
                                    : months % 10 == 2 ? "nd"
                                    : months % 10 == 3 ? "rd"
                                                       : "th";
    return fmt::format("the {}{} month {}", months, ending, side);
}

}  // namespace

std::string in_words(const Inputs& inputs) {
    std::vector<std::string> kinds;
    for (const Kind kind : inputs.kinds()) kinds.emplace_back(kind.text());
    return enumerated(kinds);
}

std::string in_words(const Line& line) {
    std::string words =
        fmt::format("{}: day {} of {}{}", in_words(line.months), line.day, month_from_period(line.offset),
                    line.convention == Convention::following   ? ", or the next working day"
                    : line.convention == Convention::preceding ? ", or the working day before"
                                                               : "");
    if (!line.inputs.empty())
        words += fmt::format("; needs {}, and {} from then", in_words(line.inputs),
                             count(line.lead, "working day"));
    if (line.pause == InPause::owed) words += "; owed in a pause, too";
    return words;
}

}  // namespace tracker
