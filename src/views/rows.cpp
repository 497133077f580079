// SPDX-License-Identifier: MIT
// Rows as CSV and for Excel. Never shortens or regroups: these views are read back by programs.
#include "tracker/views/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "tracker/base/csv.hpp"
#include "tracker/base/text.hpp"
#include "tracker/views/cells.hpp"

namespace tracker {
namespace {

/// A cell's text: itself, or put into `scratch`.
std::string_view text_in(const Cell& cell, std::string& scratch) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    return scratch = plain_text(cell);
}

void append_text(std::string& out, std::string_view text, char delimiter) {
    is_utf8(text) ? append_csv(out, text, delimiter) : append_csv(out, repaired(text), delimiter);
}

/// `text` is a cell's text, which may stand in the scratch that it is given.
template <class Text>
std::string separated(const Listing& rows, char delimiter, Text text) {
    std::vector<std::string> names;
    for (const auto& column : rows.columns) names.push_back(column.name);
    std::string out;
    constexpr std::size_t usual = 12;  // bytes a cell; growing would copy it all
    out.reserve((rows.size + 1) * names.size() * usual);
    append_csv_row(out, names, delimiter);
    std::string scratch;
    for (std::size_t i = 0; i < rows.size; ++i) {
        const std::vector<Cell>& cells = rows.row(i);
        const std::size_t start = out.size();
        for (const Cell& cell : cells) {
            if (&cell != &cells.front()) out += delimiter;
            append_text(out, text(cell, scratch), delimiter);
        }
        if (out.size() == start) out += "\"\"";  // an empty line would be no row
        out += '\n';
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

/// Whether the text gets an apostrophe in front: a formula, or one behind apostrophes.
bool is_marked(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return starts_formula(text);
}

std::string_view excel_text(const Cell& cell, std::string& scratch) {
    return scratch = std::visit(
               Overloaded{
                   [](const std::string& text) { return is_marked(text) ? "'" + text : text; },
                   [](Day day) {
                       const date::year_month_day civil{day};
                       return fmt::format("{:02}.{:02}.{:04}", static_cast<unsigned>(civil.day()),
                                          static_cast<unsigned>(civil.month()),
                                          static_cast<int>(civil.year()));
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

Listing::Listing(const Rows& rows)
    : columns(rows.columns),
      size(rows.rows.size()),
      row([&rows](std::size_t i) -> const std::vector<Cell>& { return rows.rows[i]; }) {}

Listing::Listing(const std::vector<Column>& all_columns, std::size_t rows,
                 std::function<const std::vector<Cell>&(std::size_t)> row_at)
    : columns(all_columns), size(rows), row(std::move(row_at)) {}

std::string to_csv(const Listing& rows) {
    return separated(rows, ',', text_in);
}

std::string_view from_excel(std::string_view text) {
    return text.starts_with('\'') && is_marked(text) ? text.substr(1) : text;
}

std::string to_excel(const Listing& rows) {
    return "\xEF\xBB\xBF" + separated(rows, ';', excel_text);
}

}  // namespace tracker
