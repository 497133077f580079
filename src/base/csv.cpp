// SPDX-License-Identifier: MIT
// CSV by libcsv in strict mode, one line at a time so that rows know their line. Never lets an exception
// cross libcsv.
#include "tracker/base/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

[[noreturn]] void refuse(const std::string& file, std::size_t line, std::string_view what) {
    throw InputError(fmt::format("'{}' line {}: {}", printable(file), line, what));
}

/// What would surprise libcsv or whoever keeps the text.
void check_text(std::string_view text, const std::string& file) {
    if (const auto good = utf8_prefix(text); good < text.size()) {
        refuse(file, line_at(text, good),
               fmt::format("byte 0x{:02x} is not UTF-8: save the file as UTF-8",
                           static_cast<unsigned char>(text[good])));
    }
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        refuse(file, line_at(text, nul), "holds a NUL character: save the file as UTF-8 text");
    }
}

char find_delimiter(std::string_view text) {
    LineReader lines(text);
    while (lines.next() && trimmed(lines.line()).empty()) {
    }
    const bool semicolons = lines.line().find(';') != std::string_view::npos;
    return semicolons && lines.line().find(',') == std::string_view::npos ? ';' : ',';
}

/// The delimiter that a first line `sep=;` names, which Excel writes and reads.
std::optional<char> said_delimiter(std::string_view text) {
    const auto first = trimmed(text.substr(0, text.find('\n')));
    const bool says = first.size() == 5 && fold(first.substr(0, 4)) == "sep=";
    return says && (first[4] == ';' || first[4] == ',') ? std::optional(first[4]) : std::nullopt;
}

class Parser {
  public:
    Parser(const std::string& file, char delimiter) : file_(file) {
        if (csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
        csv_set_delim(&csv_, static_cast<unsigned char>(delimiter));
        row_.delimiter = delimiter;
    }
    ~Parser() { csv_free(&csv_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    /// Takes one line with its end, which ends at most one row; true if it did.
    bool take(const LineReader& lines) {
        line_ = lines.number();
        if (!inside_) row_.line = line_;
        done_ = false;
        const auto bytes = lines.with_end();
        if (csv_parse(&csv_, bytes.data(), bytes.size(), &on_cell, &on_row, this) != bytes.size())
            fail(lines.line());
        inside_ = !done_ && (inside_ || !trimmed(lines.line()).empty());
        return done_;
    }

    /// Ends the last row, if the file doesn't end with a line end; true if there was one.
    bool finish() {
        done_ = false;
        if (csv_fini(&csv_, &on_cell, &on_row, this) != 0) {
            refuse(file_, row_.line,
                   "a quoted cell that begins in this row is never closed: add the missing quote");
        }
        return done_;
    }

    CsvRow take_row() {
        CsvRow next;
        next.delimiter = row_.delimiter;
        next.cells.reserve(row_.cells.size());
        return std::exchange(row_, std::move(next));
    }

  private:
    static void on_cell(void* cell, std::size_t size, void* self) noexcept {
        static_cast<Parser*>(self)->row_.cells.emplace_back(static_cast<const char*>(cell), size);
    }
    static void on_row(int, void* self) noexcept { static_cast<Parser*>(self)->done_ = true; }

    [[noreturn]] void fail(std::string_view text) {
        if (csv_error(&csv_) != CSV_EPARSE) throw std::bad_alloc();
        const auto row =
            row_.line == line_ ? "" : fmt::format(" (in the row that begins in line {})", row_.line);
        refuse(
            file_, line_,
            fmt::format("misplaced quote in '{}'{}: put the cell in quotes and write each quote in it twice",
                        fit(printable(text), 60), row));
    }

    csv_parser csv_{};
    const std::string& file_;
    CsvRow row_;
    std::size_t line_ = 0;
    bool inside_ = false;  // a quoted cell goes on in the next line
    bool done_ = false;
};

}  // namespace

void read_csv(std::string_view text, const std::string& file_name, const std::function<void(CsvRow&&)>& row) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (trimmed(text).empty()) {
        throw InputError(
            fmt::format("'{}' is empty: its first line must name the columns", printable(file_name)));
    }
    check_text(text, file_name);
    LineReader lines(text);
    const auto said = said_delimiter(text);
    if (said) lines.next();
    Parser parser(file_name, said.value_or(find_delimiter(text)));
    while (lines.next()) {
        if (parser.take(lines)) row(parser.take_row());
    }
    if (parser.finish()) row(parser.take_row());
}

void append_csv(std::string& out, std::string_view cell, char delimiter) {
    const auto outer = [](char c) { return c == ' ' || c == '\t'; };
    const auto special = [&](char c) { return c == delimiter || c == '"' || c == '\r' || c == '\n'; };
    const bool quote = !cell.empty() && (outer(cell.front()) || outer(cell.back()) ||
                                         std::any_of(cell.begin(), cell.end(), special));
    if (!quote) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells, char delimiter) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += delimiter;
        append_csv(out, cells[i], delimiter);
    }
    if (cells.size() == 1 && cells[0].empty()) out += "\"\"";
    out += '\n';
}

}  // namespace tracker
