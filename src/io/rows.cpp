// SPDX-License-Identifier: MIT
// Rows as CSV and for Excel. Never shortens or regroups: these views are read back by programs.
#include "tracker/io/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "cells.hpp"
#include "tracker/io/csv.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

std::string separated(const Rows& rows, char delimiter, std::string (*text)(const Cell&)) {
    std::vector<std::string> cells;
    for (const auto& column : rows.columns) cells.push_back(column.name);
    std::string out;
    out.reserve((rows.rows.size() + 1) * rows.columns.size() *
                12);  // about a row's length; growing would copy it all
    append_csv_row(out, cells, delimiter);
    for (const auto& row : rows.rows) {
        cells.clear();
        for (const auto& cell : row) {
            cells.push_back(text(cell));
            if (!is_utf8(cells.back())) cells.back() = repaired(cells.back());
        }
        append_csv_row(out, cells, delimiter);
    }
    return out;
}

bool starts_formula(std::string_view text) {
    constexpr std::string_view signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const auto seen = after_blanks(text);
    const auto blanks = text.substr(0, text.size() - seen.size());
    return blanks.find_first_of("\t\r\n") != std::string_view::npos ||
           std::any_of(std::begin(signs), std::end(signs), [&](auto sign) { return seen.starts_with(sign); });
}

std::string excel_text(const Cell& cell) {
    return std::visit(
        Overloaded{
            [](const std::string& text) { return starts_formula(text) ? "'" + text : text; },
            [](Day day) {
                const date::year_month_day civil{day};
                return fmt::format("{:02}.{:02}.{:04}", static_cast<unsigned>(civil.day()),
                                   static_cast<unsigned>(civil.month()), static_cast<int>(civil.year()));
            },
            [](Period period) { return fmt::format("{:02}.{:04}", period.month(), period.year()); },
            [](Money amount) {
                auto text = format(amount);
                text[text.size() - 3] = ',';
                return text;
            },
            [](const auto& other) { return plain_text(other); },
        },
        cell);
}

}  // namespace

std::string to_csv(const Rows& rows) {
    return separated(rows, ',', &plain_text);
}

std::string to_excel(const Rows& rows) {
    return "\xEF\xBB\xBF" + separated(rows, ';', &excel_text);
}

}  // namespace tracker
