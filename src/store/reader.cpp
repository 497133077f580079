// SPDX-License-Identifier: MIT
#include "store/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/error.hpp"

namespace tracker::tables {

std::string_view Reader::word() {
    const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(row_, next_));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row_, next_++));
    return start ? std::string_view(start, size) : std::string_view{};
}

bool Reader::skip_null() {
    if (sqlite3_column_type(row_, next_) != SQLITE_NULL) return false;
    ++next_;
    return true;
}

Limits limits_of(std::string_view column) {
    if (column == "pay_day" || column == "day") return {1, 31};
    if (column == "grace") return {0, 366};
    if (column == "resume") return {0, 60};
    if (column == "offset") return {-12, 24};
    return {};
}

bool is_currency(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void Reader::refuse(std::string_view column) {
    throw DatabaseError(fmt::format(
        "the database is damaged: {} of a fact is a value that can't be: restore a backup", column));
}

/// What other places show as it is, or rest on, must have its form.
void Reader::operator()(std::string_view name, std::string& value) {
    value.assign(word());
    const auto all = [&](auto fits) { return std::all_of(value.begin(), value.end(), fits); };
    const auto slug = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (name == "code" && (value.empty() || !all(slug))) refuse(name);
    if (name == "currency" && !is_currency(value)) refuse(name);
}

void Reader::operator()(std::string_view, std::optional<Line>& line) {
    if (skip_null()) {
        next_ += 3;
        line.reset();
        return;
    }
    Line& read = line.emplace();
    (*this)("owed_by", read.owed_by);
    (*this)("offset", read.offset);
    (*this)("day", read.day);
    (*this)("convention", read.convention);
}

}  // namespace tracker::tables
