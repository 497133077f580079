// SPDX-License-Identifier: MIT
// Rows as a table for people. Never lets a control character through, whatever the cells hold.
#include <algorithm>
#include <numeric>
#include <string_view>

#include "cells.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

constexpr int gap = 2;
constexpr int least_width = 8;
constexpr int least_width_of_others = 24;

std::string shown(const Cell& cell) {
    if (const auto* amount = std::get_if<Money>(&cell)) return format_grouped(*amount);
    return printable(plain_text(cell));
}

/// Takes columns off the widest of those that `may` give way until the table fits, or until none is wider
/// than `least`.
template <class May>
void narrow(std::vector<int>& widths, const std::vector<Column>& columns, int room, int least, May may) {
    int excess =
        std::accumulate(widths.begin(), widths.end(), 0) + gap * (static_cast<int>(widths.size()) - 1) - room;
    while (excess > 0) {
        int* widest = nullptr;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (!may(columns[c]) || widths[c] <= least) continue;
            if (widest == nullptr || widths[c] > *widest) widest = &widths[c];
        }
        if (widest == nullptr) return;
        --*widest;
        --excess;
    }
}

/// A number is never shortened: what is left of it would be another one.
void narrow(std::vector<int>& widths, const std::vector<Column>& columns, int room) {
    narrow(widths, columns, room, least_width, [](const Column& column) { return column.flexible; });
    narrow(widths, columns, room, least_width_of_others, [](const Column& column) { return !column.right; });
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<Column>& columns,
                    const std::vector<int>& widths) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (c > 0) line.append(gap, ' ');
        const auto text = columns[c].right ? cells[c] : fit(cells[c], widths[c]);
        line += columns[c].right ? pad_left(text, widths[c]) : pad_right(text, widths[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::string to_table(const Rows& rows, int columns, bool colour) {
    std::vector<std::vector<std::string>> lines(rows.rows.size() + 1);
    for (const auto& column : rows.columns) lines[0].push_back(printable(column.name));
    for (std::size_t r = 0; r < rows.rows.size(); ++r) {
        for (const auto& cell : rows.rows[r]) lines[r + 1].push_back(shown(cell));
    }
    std::vector<int> widths(rows.columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t c = 0; c < line.size(); ++c) widths[c] = std::max(widths[c], width(line[c]));
    }
    narrow(widths, rows.columns, columns);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = line_of(lines[i], rows.columns, widths);
        out += colour && i == 0 ? "\x1b[1m" + line + "\x1b[0m\n" : line + "\n";
    }
    return out;
}

}  // namespace tracker
