// SPDX-License-Identifier: MIT
// Rows of cells. Knows nothing of what a cell means.
#include "io/bank_csv/bank_csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "io/lines.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
bool BankRows::next() {
    while (at_ < text_.size()) {
        begin_ = at_;
        line_ = next_line_;
        size_ = 0;
        read_row();
        if (size_ > 1 || !trimmed(cells_[0]).empty()) return true;
    }
    return false;
}

void BankRows::read_row() {
    while (true) {
        read_cell();
        if (at_ == text_.size()) return;
        const char c = text_[at_++];
        if (c == delimiter_) continue;
        if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++next_line_;
        return;
    }
}

void BankRows::read_cell() {
    if (size_ == cells_.size()) cells_.emplace_back();
    auto& cell = cells_[size_++];
    const char stops[] = {delimiter_, '\r', '\n', '\0'};
    const auto content =
        std::min(text_.find_first_not_of(delimiter_ == '\t' ? " " : " \t", at_), text_.size());
    if (content < text_.size() && text_[content] == '"') {
        at_ = content;
        read_quoted(cell);
        const auto end = std::min(text_.find_first_of(stops, at_), text_.size());
        if (const auto rest = trimmed(text_.substr(at_, end - at_)); !rest.empty()) {
            throw InputError(
                fmt::format("'{}' line {}: '{}' stands after the closing quote of a cell: write "
                            "each quote within a quoted cell twice",
                            printable(file_), next_line_, fit(printable(rest), 60)));
        }
        at_ = end;
        return;
    }
    const auto end = std::min(text_.find_first_of(stops, at_), text_.size());
    cell = trimmed(text_.substr(at_, end - at_));
    at_ = end;
}

void BankRows::read_quoted(std::string& cell) {
    cell.clear();
    while (true) {
        const auto from = at_ + 1;
        const auto quote = text_.find('"', from);
        if (quote == std::string_view::npos) {
            throw InputError(fmt::format(
                "'{}' line {}: a quoted cell that begins in this row is never closed: add the missing quote",
                printable(file_), line_));
        }
        const auto part = text_.substr(from, quote - from);
        for (std::size_t i = 0; i < part.size(); ++i) {
            const bool lone_cr = part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n');
            if (part[i] == '\n' || lone_cr) ++next_line_;
        }
        cell += part;
        at_ = quote + 1;
        if (at_ == text_.size() || text_[at_] != '"') return;
        cell += '"';
    }
}

}  // namespace tracker
