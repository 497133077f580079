// SPDX-License-Identifier: MIT
// Any bytes as the tracker's own CSV; what was read is written and read again.
#include <utility>

#include "properties.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/base/error.hpp"

using namespace tracker;
using Rows = std::vector<std::vector<std::string>>;

namespace {

Rows read_again(const std::string& text) {
    Rows rows;
    read_csv(text, fuzz::file_name, [&](CsvRow&& row) { rows.push_back(std::move(row.cells)); });
    return rows;
}

void check_rows(std::string_view bytes, Rows& rows) {
    std::size_t line = 0;
    read_csv(bytes, fuzz::file_name, [&](CsvRow&& row) {
        fuzz::require(row.line > line, "rows come in their order", bytes);
        line = row.line;
        fuzz::require(!row.cells.empty(), "a row has a cell", bytes);
        for (const auto& cell : row.cells) fuzz::require_text(cell, "a cell");
        rows.push_back(std::move(row.cells));
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // The header that every file of the tracker has: it tells commas from semicolons, and a first cell that
    // begins with a byte-order mark from one.
    Rows rows{{"client", "date"}};
    try {
        check_rows(bytes, rows);
    } catch (const InputError& error) {
        fuzz::require_refusal(error.what());
    }
    for (const char delimiter : {',', ';'}) {
        std::string text;
        for (const auto& row : rows) append_csv_row(text, row, delimiter);
        fuzz::require(read_again(text) == rows, "what is written is read back", text);
    }
    return 0;
}
