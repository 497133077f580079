// SPDX-License-Identifier: MIT
// Rows as a table for people. Never lets a control character through, whatever the cells hold.
#include <algorithm>
#include <numeric>
#include <string_view>

#include "tracker/base/text.hpp"
#include "tracker/views/cells.hpp"

namespace tracker {
namespace {

constexpr int gap = 2;
constexpr int least_width = 8;
constexpr int least_width_of_others = 24;
constexpr int least_heading = 3;

std::string shown(const Cell& cell, const Column& column, const Speech& speech) {
    if (const auto* amount = std::get_if<Money>(&cell)) return speech.sum({*amount, ""}, "grouped");
    if (const auto* day = std::get_if<Day>(&cell)) return speech.day(*day);
    if (const auto* period = std::get_if<Period>(&cell)) return speech.period({*period, 1}, "short");
    if (const auto* text = std::get_if<std::string>(&cell); text && column.words) return speech.word(*text);
    return printable(plain_text(cell));
}

/// By how much the table is too wide.
int excess_of(const std::vector<int>& widths, int room) {
    return std::accumulate(widths.begin(), widths.end(), 0) + gap * (static_cast<int>(widths.size()) - 1) -
           room;
}

/// Takes columns off the widest of those that `may` give way until the table fits, or until none is wider
/// than `least`.
template <class May>
void narrow(std::vector<int>& widths, const std::vector<Column>& columns, int room, int least, May may) {
    int excess = excess_of(widths, room);
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

/// Takes off headings what no cell below them needs, from the last column back.
void narrow_headings(std::vector<int>& widths, const std::vector<int>& needed, int room) {
    int excess = excess_of(widths, room);
    for (std::size_t c = widths.size(); c-- > 0 && excess > 0;) {
        const int taken = std::clamp(widths[c] - std::max(needed[c], least_heading), 0, excess);
        widths[c] -= taken;
        excess -= taken;
    }
}

/// A number is never shortened: what is left of it would be another one.
void narrow(std::vector<int>& widths, const std::vector<int>& needed, const std::vector<Column>& columns,
            int room) {
    narrow(widths, columns, room, least_width, [](const Column& column) { return column.flexible; });
    narrow_headings(widths, needed, room);
    narrow(widths, columns, room, least_width_of_others, [](const Column& column) { return !column.right; });
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<Column>& columns,
                    const std::vector<int>& widths) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (c > 0) line.append(gap, ' ');
        const std::string text = fit(cells[c], widths[c]);
        line += columns[c].right ? pad_left(text, widths[c]) : pad_right(text, widths[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::string to_table(const Listing& rows, const Speech& speech, int columns, bool colour) {
    std::vector<int> needed(rows.columns.size(), 0);  // below the headings
    for (std::size_t i = 0; i < rows.size; ++i) {
        const std::vector<Cell>& cells = rows.row(i);
        for (std::size_t c = 0; c < cells.size(); ++c)
            needed[c] = std::max(needed[c], width(shown(cells[c], rows.columns[c], speech)));
    }
    std::vector<std::string> line;
    for (const auto& column : rows.columns) line.push_back(speech.heading(column.name));
    std::vector<int> widths = needed;
    for (std::size_t c = 0; c < widths.size(); ++c) widths[c] = std::max(widths[c], width(line[c]));
    narrow(widths, needed, rows.columns, columns);
    std::string out = line_of(line, rows.columns, widths);
    if (colour) out = "\x1b[1m" + out + "\x1b[0m";
    out += '\n';
    for (std::size_t i = 0; i < rows.size; ++i) {
        line.clear();
        const std::vector<Cell>& cells = rows.row(i);
        for (std::size_t c = 0; c < cells.size(); ++c)
            line.push_back(shown(cells[c], rows.columns[c], speech));
        out += line_of(line, rows.columns, widths) + '\n';
    }
    return out;
}

}  // namespace tracker
