// SPDX-License-Identifier: MIT
#include "commands/line_words.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "tracker/exchange/fact_columns.hpp"
#include "tracker/views/cells.hpp"

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
    const int months = std::abs(offset);
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

/// What stands in an empty cell.
std::string_view unsaid(std::string_view column) {
    return column == "months" ? "1-12" : "none";
}

std::vector<Cell> cells_of(const Line& line) {
    const std::string no_currency;
    std::vector<Cell> cells;
    const ScheduleLine fact{{}, {}, {}, line};
    visit_fields(fact, CellsOfFact(cells, no_currency));
    return cells;
}

}  // namespace

std::string in_words(const Line& line) {
    return fmt::format("{}: day {} of {}{}", in_words(line.months), line.day, month_from_period(line.offset),
                       line.convention == Convention::following   ? ", or the next working day"
                       : line.convention == Convention::preceding ? ", or the working day before"
                                                                  : "");
}

std::string in_words(const Inputs& inputs) {
    std::string words;
    const std::size_t kinds = inputs.kinds().size();
    for (std::size_t i = 0; i < kinds; ++i) {
        if (i > 0) words += i + 1 < kinds ? ", " : " and ";
        words += inputs.kinds()[i].text();
    }
    return words;
}

std::string difference(const Line& line, const Line& other) {
    const std::vector<FieldTraits> columns = own_columns<ScheduleLine>();
    const std::vector<Cell> cells = cells_of(line);
    const std::vector<Cell> others = cells_of(other);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string text = plain_text(cells[i]);
        const std::string another = plain_text(others[i]);
        if (text == another) continue;
        const std::string_view name = columns[i].name;
        return fmt::format("{} {}, not {}", name, text.empty() ? unsaid(name) : text,
                           another.empty() ? unsaid(name) : another);
    }
    return "";
}

}  // namespace tracker
