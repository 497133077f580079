// SPDX-License-Identifier: MIT
// Rows as JSON; the one file that includes nlohmann-json. Never writes an amount as a number.
#include <nlohmann/json.hpp>

#include "tracker/views/cells.hpp"

namespace tracker {
namespace {

using nlohmann::ordered_json;

ordered_json value_of(const Cell& cell) {
    if (std::holds_alternative<std::monostate>(cell)) return nullptr;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    return plain_text(cell);
}

}  // namespace

std::string to_json(const Listing& rows) {
    std::string out = "[";
    for (std::size_t i = 0; i < rows.size; ++i) {
        const std::vector<Cell>& cells = rows.row(i);
        ordered_json object = ordered_json::object();
        for (std::size_t c = 0; c < cells.size(); ++c) object[rows.columns[c].name] = value_of(cells[c]);
        out += i == 0 ? "\n  " : ",\n  ";
        out += object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    }
    out += rows.size == 0 ? "]\n" : "\n]\n";
    return out;
}

}  // namespace tracker
