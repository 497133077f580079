// SPDX-License-Identifier: MIT
// What a listing command answers: typed rows, and their views as CSV, for Excel, as JSON and as a table. The
// views return text and decide nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tracker/base/dates.hpp"
#include "tracker/base/money.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {

/// One value; monostate is an empty cell.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Day, Period, Money>;

/// Empty for nothing.
template <class Value>
Cell cell(const std::optional<Value>& value) {
    return value ? Cell(*value) : Cell();
}

struct Column {
    std::string name;
    bool right = false;     ///< aligned to the right in tables: numbers
    bool flexible = false;  ///< may be shortened in a table that is too wide
    bool words = false;     ///< its cells are words of the data, which languages have their own for
};

struct Rows {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// Rows as the views ask for them, one after the other, some views twice: a long list needn't be held as
/// cells. Refers to what it was made from.
struct Listing {
    Listing(const Rows& rows);  // NOLINT(google-explicit-constructor): rows are a listing
    /// `row_at` makes or finds a row, which holds until the next call.
    Listing(const std::vector<Column>& all_columns, std::size_t rows,
            std::function<const std::vector<Cell>&(std::size_t)> row_at);

    const std::vector<Column>& columns;
    std::size_t size;
    std::function<const std::vector<Cell>&(std::size_t)> row;
};

/// RFC 4180: comma, header, "\n", ISO dates, amounts `6000.00`, empty cells empty; as in all views, bytes
/// that are not UTF-8 become U+FFFD.
std::string to_csv(const Listing& rows);

/// What Russian Excel opens by a double click: byte-order mark, `;`, `05.11.2026`, `11.2026`, `6000,00`.
/// Text that a spreadsheet would run as a formula (beginning with = + - @ TAB CR or their full-width forms,
/// also after what can't be seen) gets a leading apostrophe; so does what would be such text without the
/// apostrophes that it begins with, so that from_excel() gives back what there was.
std::string to_excel(const Listing& rows);

/// The text of a cell that to_excel() wrote.
std::string_view from_excel(std::string_view text);

/// An array of objects with the columns' names in order, one object a line. Amounts, dates and periods are
/// strings as in CSV, integers numbers, empty cells null; bytes that are not UTF-8 become U+FFFD.
std::string to_json(const Listing& rows);

/// A table for people, at most `columns` wide if the flexible columns can give way (none below 8), or else
/// the other columns of text (none below 24: dates and most codes stay whole). Amounts are grouped by
/// thousands, every cell passes through printable(), lines end without spaces. Headings, days, amounts and
/// words of the data are the language's. `colour` makes the header bold.
std::string to_table(const Listing& rows, const Speech& speech, int columns = 80, bool colour = false);

}  // namespace tracker
