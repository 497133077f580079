// SPDX-License-Identifier: MIT
// The rows of a bank's CSV file. More patient than read_csv, since nobody can mend what a bank exports: any
// delimiter, quotes within plain cells (`ООО "Ромашка"`), and each row's own text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

class BankRows {
  public:
    /// Views of the text, whose first line has the number `line`, and of the name must outlive the rows.
    BankRows(std::string_view text, std::size_t line, char delimiter, const std::string& file)
        : text_(text), next_line_(line), delimiter_(delimiter), file_(file) {}

    /// Goes to the next row that isn't blank; false at the end. Throws InputError naming file and line: text
    /// after a closing quote, a quote that is never closed.
    bool next();

    [[nodiscard]] std::size_t size() const { return size_; }
    /// Without outer blanks, unless quoted; "" beyond the last one.
    [[nodiscard]] std::string_view cell(std::size_t index) const {
        return index < size_ ? std::string_view(cells_[index]) : std::string_view();
    }
    [[nodiscard]] std::size_t line() const { return line_; }
    /// The row's text with its line end.
    [[nodiscard]] std::string_view raw() const { return text_.substr(begin_, at_ - begin_); }

  private:
    void read_row();
    void read_cell();
    void read_quoted(std::string& cell);

    std::string_view text_;
    std::size_t next_line_;
    char delimiter_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t line_ = 0;
    std::vector<std::string> cells_;  // kept from row to row, so that rows don't allocate
    std::size_t size_ = 0;
};

}  // namespace tracker
