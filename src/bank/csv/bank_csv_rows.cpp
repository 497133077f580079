// SPDX-License-Identifier: MIT
// Rows of cells. Knows nothing of what a cell means.
#include "bank/csv/bank_csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_row = std::size_t{1} << 20;

}  // namespace

BankRows::BankRows(TextLines lines, std::size_t line, char delimiter)
    : lines_(std::move(lines)), delimiter_(delimiter) {
    while (lines_.number() + 1 < line && lines_.next()) {
    }
}

bool BankRows::next() {
    while (lines_.next()) {
        row_.clear();
        at_ = 0;
        size_ = 0;
        line_ = lines_.number();
        append_line();
        read_row();
        if (size_ > 1 || !trimmed(cells_[0]).empty()) return true;
    }
    return false;
}

/// Views of the row end here: it may move.
void BankRows::append_line() {
    row_ += lines_.line();
    row_ += lines_.end();
}

void BankRows::read_row() {
    while (true) {
        read_cell();
        if (at_ == row_.size() || row_[at_] != delimiter_) return;
        ++at_;
    }
}

void BankRows::read_cell() {
    if (size_ == cells_.size()) cells_.emplace_back();
    auto& cell = cells_[size_++];
    const char stops[] = {delimiter_, '\r', '\n', '\0'};
    const auto plain_text = [&] {
        const auto end = std::min(row_.find_first_of(stops, at_), row_.size());
        const auto text = trimmed(std::string_view(row_).substr(at_, end - at_));
        at_ = end;
        return text;
    };
    const auto content = row_.find_first_not_of(delimiter_ == '\t' ? " " : " \t", at_);
    if (content == std::string::npos || row_[content] != '"') {
        cell = plain_text();
        return;
    }
    at_ = content;
    read_quoted(cell);
    if (const auto rest = plain_text(); !rest.empty()) {
        throw InputError(
            fmt::format("'{}' line {}: '{}' stands after the closing quote of a cell: write each "
                        "quote within a quoted cell twice",
                        printable(lines_.file()), lines_.number(), fit(printable(rest), 60)));
    }
}

void BankRows::read_quoted(std::string& cell) {
    cell.clear();
    ++at_;
    while (true) {
        const auto quote = row_.find('"', at_);
        if (quote == std::string::npos) {
            cell.append(row_, at_);
            at_ = row_.size();
            // The limit keeps a stray quote from taking all the rest of the file for one cell.
            if (at_ > longest_row || !lines_.next()) {
                throw InputError(
                    fmt::format("'{}' line {}: a quoted cell that begins in this row is never "
                                "closed: add the missing quote",
                                printable(lines_.file()), line_));
            }
            append_line();
            continue;
        }
        cell.append(row_, at_, quote - at_);
        at_ = quote + 1;
        if (at_ == row_.size() || row_[at_] != '"') return;
        cell += '"';
        ++at_;
    }
}

}  // namespace tracker
