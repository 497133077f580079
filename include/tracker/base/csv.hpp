// SPDX-License-Identifier: MIT
// CSV (RFC 4180) in and out, as rows of text. Never guesses: what is malformed is refused with its line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

struct CsvRow {
    std::size_t line = 0;  ///< of the file, where the row starts; quoted cells may hold line breaks
    std::vector<std::string> cells;
    char delimiter = ',';
};

/// Reads a whole file's text row by row, the header row among them; `row` may move the cells out of its
/// argument. The text is UTF-8, a byte-order mark is skipped, lines end with LF or CRLF, empty lines are
/// skipped. Cells are separated by commas; by semicolons where the first line holds a semicolon and no comma
/// (what Russian Excel writes); by what a first line `sep=;` says, which is no row. Throws InputError naming
/// the file and the line: an empty file, text that isn't UTF-8, a NUL, a quote inside an unquoted cell, text
/// after a closing quote, a quote that is never closed. Rows before the fault were given to `row`.
void read_csv(std::string_view text, const std::string& file_name, const std::function<void(CsvRow&&)>& row);

/// Appends one cell, quoted only where it must be: for the delimiter, a quote, a line break, an outer space
/// or tab.
void append_csv(std::string& out, std::string_view cell, char delimiter = ',');

/// Appends a row and "\n". A row of one empty cell is written as `""`, since an empty line would be skipped.
void append_csv_row(std::string& out, const std::vector<std::string>& cells, char delimiter = ',');

}  // namespace tracker
