// SPDX-License-Identifier: MIT
// The rows of a bank's CSV file, which of them holds the headings, and how headings are compared.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/bank/bank_csv.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/text_lines.hpp"

namespace tracker {

/// The rows of the file, one held at a time. Reads more than read_csv does, since a bank's export can't be
/// corrected: any delimiter, quotes within plain cells (`ООО "Ромашка"`); keeps each row's own text.
class BankRows {
  public:
    /// `lines` must not have been read from; the first row begins in line `line` (1-based).
    BankRows(TextLines lines, std::size_t line, char delimiter);

    /// Goes to the next row that isn't blank; false at the end. Throws InputError naming file and line: text
    /// after a closing quote, a quote that isn't closed within a mebibyte.
    bool next();

    [[nodiscard]] std::size_t size() const { return size_; }
    /// Without outer blanks, unless quoted; "" beyond the last one.
    [[nodiscard]] std::string_view cell(std::size_t index) const {
        return index < size_ ? std::string_view(cells_[index]) : std::string_view();
    }
    [[nodiscard]] std::size_t line() const { return line_; }
    /// The row's text with its line end.
    [[nodiscard]] std::string_view raw() const { return row_; }

  private:
    void append_line();
    void read_row();
    void read_cell();
    void read_quoted(std::string& cell);

    TextLines lines_;
    char delimiter_;
    std::string row_;  // all of the row as far as it is read: one line, unless a quoted cell goes on
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    std::vector<std::string> cells_;  // kept from row to row, so that rows don't allocate
    std::size_t size_ = 0;
};

/// A field of ColumnMap and its name in the text of a map.
struct MapField {
    std::string_view name;
    std::string ColumnMap::*heading;
};

inline constexpr std::array<MapField, 15> map_fields{{
    {"account", &ColumnMap::account},
    {"date", &ColumnMap::date},
    {"number", &ColumnMap::number},
    {"amount", &ColumnMap::amount},
    {"income", &ColumnMap::income},
    {"expense", &ColumnMap::expense},
    {"type", &ColumnMap::type},
    {"currency", &ColumnMap::currency},
    {"payer", &ColumnMap::payer},
    {"payer_account", &ColumnMap::payer_account},
    {"payer_tax_id", &ColumnMap::payer_tax_id},
    {"payee", &ColumnMap::payee},
    {"payee_account", &ColumnMap::payee_account},
    {"payee_tax_id", &ColumnMap::payee_tax_id},
    {"purpose", &ColumnMap::purpose},
}};

/// The columns that headings which nothing recognises may have, as `--map` takes them; `...` where no heading
/// is likely. To be copied and looked at: nothing is read by it.
std::string likely_map(const std::vector<std::string>& headings);

/// The text on one line: trimmed, line breaks and tabs as spaces, no-break spaces too.
std::string one_line(std::string_view text);

/// The form in which headings are compared: folded, punctuation and blanks as single spaces.
std::string heading_form(std::string_view heading);

/// The row that holds the headings.
struct HeadingRow {
    std::string above;     ///< the text above it
    std::size_t line = 0;  ///< where it begins, 1-based
    char delimiter = ';';
    std::vector<std::string> headings;
    ColumnMap map;
};

/// Finds the headings of the map, or without one those that `recognise` knows, within the first 30 rows.
/// Throws InputError where there are none; it lists the cells of the row with the most of them.
HeadingRow find_headings(Input& input, Encoding encoding, const ColumnMap* map);

}  // namespace tracker
