// SPDX-License-Identifier: MIT
// The rows of a bank's CSV file, one held at a time. More patient than read_csv, since nobody can mend what a
// bank exports: any delimiter, quotes within plain cells (`ООО "Ромашка"`), and each row's own text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/text_lines.hpp"

namespace tracker {

class BankRows {
  public:
    /// Lines that no one has read from; the first row begins in the line of the number `line`.
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

}  // namespace tracker
