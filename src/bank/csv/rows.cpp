// SPDX-License-Identifier: MIT
// Splits the text of a CSV file into rows of cells, and finds the row with the headings and the delimiter.
#include "bank/csv/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_row = std::size_t{1} << 20;  // bytes, where a quoted cell goes on over lines
constexpr int rows_searched = 30;
constexpr std::size_t longest_heading_row = 65'536;  // bytes: bounds the search for the end of a stray quote
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

/// The lines in which headings are searched, and up to longest_heading_row bytes from the last of them on,
/// since its cells may hold line breaks.
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

/// The cells of the row that begins with the text; none where its quotes are misplaced.
std::vector<std::string> first_row(std::string_view text, char delimiter, const std::string& file) {
    text = text.substr(0, longest_heading_row);
    Input beginning(file, text.substr(0, utf8_prefix(text)));  // the cut may split a character
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

/// Throws the InputError of a file without known headings.
[[noreturn]] void refuse_headings(const std::string& file, const HeadingRow& likeliest,
                                  const ColumnMap* map) {
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
        "'{}' {}; line {} has {}: name the columns, as in --map 'NAME={}'", printable(file),
        map == nullptr ? "has no headings that are known" : "has not all headings of the map in one row",
        likeliest.line, found.empty() ? "none" : found, printable(likely_map(likeliest.headings))));
}

}  // namespace

BankRows::BankRows(TextLines lines, std::size_t line, char delimiter)
    : lines_(std::move(lines)), delimiter_(delimiter) {
    while (lines_.number() + 1 < line && lines_.next()) {
    }
}

bool BankRows::next() {
    while (lines_.next()) {
        row_.clear();
        at_ = 0;
        size_ = 0;
        line_ = lines_.number();
        append_line();
        read_row();
        if (size_ > 1 || !trimmed(cells_[0]).empty()) return true;
    }
    return false;
}

/// Appends the current line to the row; views into the row are invalid afterwards.
void BankRows::append_line() {
    row_ += lines_.line();
    row_ += lines_.end();
}

void BankRows::read_row() {
    while (true) {
        read_cell();
        if (at_ == row_.size() || row_[at_] != delimiter_) return;
        ++at_;
    }
}

void BankRows::read_cell() {
    if (size_ == cells_.size()) cells_.emplace_back();
    auto& cell = cells_[size_++];
    const char stops[] = {delimiter_, '\r', '\n', '\0'};
    const auto plain_text = [&] {
        const auto end = std::min(row_.find_first_of(stops, at_), row_.size());
        const auto text = trimmed(std::string_view(row_).substr(at_, end - at_));
        at_ = end;
        return text;
    };
    const auto content = row_.find_first_not_of(delimiter_ == '\t' ? " " : " \t", at_);
    if (content == std::string::npos || row_[content] != '"') {
        cell = plain_text();
        return;
    }
    at_ = content;
    read_quoted(cell);
    if (const auto rest = plain_text(); !rest.empty()) {
        throw InputError(
            fmt::format("{}: '{}' stands after the closing quote of a cell: write each "
                        "quote within a quoted cell twice",
                        place(lines_.file(), lines_.number()), fit(printable(rest), 60)));
    }
}

void BankRows::read_quoted(std::string& cell) {
    cell.clear();
    ++at_;
    while (true) {
        const auto quote = row_.find('"', at_);
        if (quote == std::string::npos) {
            cell.append(row_, at_);
            at_ = row_.size();
            // The limit keeps a stray quote from taking all the rest of the file for one cell.
            if (at_ > longest_row || !lines_.next()) {
                throw InputError(
                    fmt::format("{}: a quoted cell that begins in this row is never "
                                "closed: add the missing quote",
                                place(lines_.file(), line_)));
            }
            append_line();
            continue;
        }
        cell.append(row_, at_, quote - at_);
        at_ = quote + 1;
        if (at_ == row_.size() || row_[at_] != '"') return;
        cell += '"';
        ++at_;
    }
}

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
    refuse_headings(file, best, map);
}

}  // namespace tracker
