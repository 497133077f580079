// SPDX-License-Identifier: MIT
// The part of an import that is the same for every sort of fact: the header, the rows, the list of bad ones.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tracker/base/csv.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/fact_columns.hpp"
#include "tracker/exchange/import_file.hpp"
#include "tracker/views/cells.hpp"

namespace tracker {

/// The rows of a file by column name. `Use` is called for each row; the InputError it throws makes the row a
/// bad one.
template <class Fact>
class ImportTable {
  public:
    ImportTable(const std::string& file, ImportReport& report) : file_(file), report_(report) {}

    template <class Use>
    void read(std::string_view text, Use use) {
        bool header = true;
        read_csv(text, file_, [&](CsvRow&& row) {
            if (is_blank(row)) return;
            if (header) {
                take_header(row);
                header = false;
                return;
            }
            ++rows_;
            try {
                check_cells(row);
                if (row.delimiter == ';') unmark(row.cells);
                use(FactFromCells(columns_, row.cells), row.line);
            } catch (const InputError& error) {
                bad(row.line, error.what());
            }
        });
        if (header)
            throw InputError(
                fmt::format("'{}' is empty: its first line must name the columns", printable(file_)));
    }

    void bad(std::size_t line, const std::string& what) { report_.bad.push_back({line, what}); }

    /// The columns that the file has, in its order.
    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    [[nodiscard]] bool has(std::string_view column) const {
        return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
    }
    [[nodiscard]] std::size_t rows() const { return rows_; }

  private:
    /// What Excel leaves of cells that were deleted.
    static bool is_blank(const CsvRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const std::string& cell) { return after_blanks(cell).empty(); });
    }

    /// Takes off the apostrophes of --excel, whose files have semicolons; in others one is a text's own.
    static void unmark(std::vector<std::string>& cells) {
        for (std::string& cell : cells) {
            if (const auto text = from_excel(cell); text.size() < cell.size()) cell = std::string(text);
        }
    }

    /// Throws InputError for what stands under no heading.
    void check_cells(const CsvRow& row) const {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (after_blanks(row.cells[i]).empty()) continue;
            if (i >= columns_.size()) {
                throw InputError(fmt::format("{} cells, but the header has {} columns", row.cells.size(),
                                             columns_.size()));
            }
            if (columns_[i].empty()) {
                throw InputError(
                    fmt::format("'{}' stands in column {}, which has no heading: name it, or empty it",
                                fit(printable(row.cells[i]), 40), i + 1));
            }
        }
    }

    void take_header(const CsvRow& row) {
        std::vector<std::string> known;
        for (const FieldTraits& column : columns_of_file<Fact>()) known.emplace_back(column.name);
        constexpr std::string_view what = Description<Fact>::table.file;
        for (const std::string& cell : row.cells) {
            const std::string name(trimmed(cell));
            if (name.empty()) {
                columns_.emplace_back();
                continue;
            }
            if (std::find(known.begin(), known.end(), name) == known.end()) {
                const auto near = nearest(name, known, 1);
                throw InputError(fmt::format("{}: there is no column '{}' in {}: {}", place(file_, row.line),
                                             printable(name), what,
                                             near.empty() ? fmt::format("it has {}", fmt::join(known, ", "))
                                                          : fmt::format("did you mean '{}'?", near.front())));
            }
            if (has(name)) {
                throw InputError(fmt::format("{}: column '{}' stands twice", place(file_, row.line), name));
            }
            columns_.push_back(name);
        }
        for (const FieldTraits& column : columns_of_file<Fact>()) {
            if (has(column.name) || !column.required) continue;
            throw InputError(
                fmt::format("{}: column '{}' is missing from {}", place(file_, row.line), column.name, what));
        }
    }

    const std::string& file_;
    ImportReport& report_;
    std::vector<std::string> columns_;
    std::size_t rows_ = 0;
};

/// A fact's own cells as text, in the order of `own_columns`, for comparing what a row says with what is
/// known.
template <class Fact>
std::vector<std::string> own_texts(const Fact& fact, const std::string& currency) {
    std::vector<Cell> cells;
    visit_fields(fact, CellsOfFact(cells, currency));
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    for (const Cell& cell : cells) texts.push_back(plain_text(cell));
    return texts;
}

/// Compares facts by those of their columns that a file has.
template <class Fact>
class Comparison {
  public:
    explicit Comparison(const ImportTable<Fact>& table) : columns_(own_columns<Fact>()) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].key) keys_.push_back(i);
            if (table.has(columns_[i].name) && !columns_[i].file_only) compared_.push_back(i);
        }
        if (keys_.empty()) keys_ = compared_;
    }

    [[nodiscard]] std::string key(const std::vector<std::string>& texts) const {
        std::string key;
        for (const std::size_t i : keys_) key += texts[i] + '\x1f';
        return key;
    }

    /// "date is 2026-10-05, not 2026-10-06": how what is known differs from a row; empty if it doesn't.
    [[nodiscard]] std::string difference(const std::vector<std::string>& known,
                                         const std::vector<std::string>& row) const {
        for (const std::size_t i : compared_) {
            if (known[i] == row[i]) continue;
            return fmt::format("{} is {}, not {}", columns_[i].name,
                               known[i].empty() ? "empty" : printable(known[i]),
                               row[i].empty() ? "empty" : printable(row[i]));
        }
        return "";
    }

  private:
    std::vector<std::size_t> keys_;      // by what a fact is recognised
    std::vector<std::size_t> compared_;  // what must be equal for it to be the same
    std::vector<FieldTraits> columns_;
};

}  // namespace tracker
