// SPDX-License-Identifier: MIT
// Which row has the headings, and what separates its cells. Never goes beyond the beginning of a file.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "bank/csv/bank_csv_columns.hpp"
#include "bank/csv/bank_csv_rows.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr int rows_searched = 30;
constexpr std::size_t longest_heading_row = 65'536;  // so that a stray quote doesn't search all of the rest
constexpr std::size_t longest_beginning = std::size_t{1} << 20;
constexpr std::array<char, 3> delimiters{';', ',', '\t'};

/// The map, if all its headings stand in the row.
std::optional<ColumnMap> match(const ColumnMap& map, const std::vector<std::string>& headings) {
    std::vector<std::string> forms;
    forms.reserve(headings.size());
    for (const auto& heading : headings) forms.push_back(heading_form(heading));
    const bool all = std::all_of(map_fields.begin(), map_fields.end(), [&](const MapField& field) {
        const auto form = heading_form(map.*field.heading);
        return form.empty() || std::find(forms.begin(), forms.end(), form) != forms.end();
    });
    return all ? std::optional(map) : std::nullopt;
}

/// The rows that may be headings, and behind the last of them what it may need if cells of it hold line
/// breaks.
std::string read_beginning(TextLines lines) {
    std::string text;
    int rows = 0;
    std::size_t enough = longest_beginning;
    while (text.size() < enough && lines.next()) {
        if (!trimmed(lines.line()).empty() && ++rows == rows_searched) {
            enough = std::min(enough, text.size() + longest_heading_row);
        }
        text += lines.line();
        text += lines.end();
    }
    return text;
}

/// The cells of the row that begins with the text; none where it is no row.
std::vector<std::string> first_row(std::string_view text, char delimiter, const std::string& file) {
    text = text.substr(0, longest_heading_row);
    Input beginning(file, text.substr(0, utf8_prefix(text)));  // the cut may part a character
    BankRows rows(TextLines(beginning, Encoding::utf8), 1, delimiter);
    std::vector<std::string> cells;
    try {
        if (!rows.next()) return cells;
    } catch (const InputError&) {  // prose above the headings is no CSV
        return cells;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) cells.emplace_back(rows.cell(i));
    return cells;
}

[[noreturn]] void refuse(const std::string& file, const HeadingRow& likeliest, const ColumnMap* map) {
    constexpr std::size_t most = 12;
    std::string found;
    std::size_t shown = 0;
    for (const auto& heading : likeliest.headings) {
        if (heading.empty()) continue;
        if (shown++ == most) break;
        found += fmt::format("{}'{}'", found.empty() ? "" : ", ", fit(printable(one_line(heading)), 40));
    }
    if (shown > most) found += " ...";
    if (is_own_format(likeliest.headings)) {
        throw InputError(fmt::format(
            "'{}' holds payments as the tracker writes them, not a statement of a bank: import it "
            "as payments",
            printable(file)));
    }
    throw InputError(fmt::format(
        "'{}' {}; line {} has {}: name the columns: --map NAME=date=...;income=...;purpose=...",
        printable(file),
        map == nullptr ? "has no headings that are known" : "has not all headings of the map in one row",
        likeliest.line, found.empty() ? "none" : found));
}

}  // namespace

HeadingRow find_headings(Input& input, Encoding encoding, const ColumnMap* map) {
    const std::string text = read_beginning(TextLines(input, encoding));
    const std::string& file = input.name();
    HeadingRow best;
    LineReader lines(text);
    int searched = 0;
    for (std::size_t begin = 0; searched < rows_searched && lines.next(); begin += lines.with_end().size()) {
        if (trimmed(lines.line()).empty()) continue;
        ++searched;
        HeadingRow here{"", lines.number(), ';', {}, {}};
        bool found = false;
        for (const char delimiter : delimiters) {
            auto cells = first_row(std::string_view(text).substr(begin), delimiter, file);
            const auto meant = map == nullptr ? recognise(cells) : match(*map, cells);
            if (meant ? found && cells.size() <= here.headings.size()
                      : found || cells.size() <= here.headings.size()) {
                continue;
            }
            here.delimiter = delimiter;
            here.headings = std::move(cells);
            if (meant) here.map = *meant;
            found = meant.has_value();
        }
        if (found) {
            here.above = text.substr(0, begin);
            return here;
        }
        if (best.line == 0 || here.headings.size() > best.headings.size()) best = std::move(here);
    }
    if (best.line == 0) {
        throw InputError(fmt::format("'{}' is empty: export the statement again", printable(file)));
    }
    refuse(file, best, map);
}

}  // namespace tracker
