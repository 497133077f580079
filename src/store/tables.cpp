// SPDX-License-Identifier: MIT
#include "tables.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "tracker/core/error.hpp"

namespace tracker::tables {

void KindNumbers::load() {
    kinds_.assign(1, Kind{});
    SQLite::Statement query(database_, "SELECT id, name FROM kind ORDER BY id");
    while (query.executeStep()) {
        const auto id = static_cast<std::size_t>(query.getColumn(0).getInt64());
        if (id >= 100'000)
            throw DatabaseError("the database numbers its kinds beyond reason: restore a backup");
        const std::string name = query.getColumn(1).getString();
        if (!Kind::is_slug(name))
            throw DatabaseError("the database has a kind without a name: restore a backup");
        kinds_.resize(id + 1);
        kinds_[id] = Kind{name};
    }
}

std::int64_t KindNumbers::held(Kind kind) const {
    const auto at = std::find(kinds_.begin(), kinds_.end(), kind);
    return at == kinds_.end() ? 0 : at - kinds_.begin();
}

std::int64_t KindNumbers::number(Kind kind) {
    if (kinds_.empty()) load();
    if (const std::int64_t number = held(kind); number > 0) return number;
    SQLite::Statement add(database_, "INSERT INTO kind (name) VALUES (?)");
    add.bind(1, std::string(kind.text()));
    add.exec();
    load();
    const std::int64_t number = held(kind);
    if (number == 0)
        throw DatabaseError("the database doesn't keep a kind that it is given: restore a backup");
    return number;
}

std::optional<Kind> KindNumbers::find(std::int64_t number) {
    if (kinds_.empty()) load();
    const auto at = static_cast<std::size_t>(number);
    if (at >= kinds_.size() || kinds_[at] == Kind{}) return std::nullopt;
    return kinds_[at];
}

Kind KindNumbers::kind(std::int64_t number) {
    const auto found = find(number);
    if (!found) throw DatabaseError("a fact has a kind that the database doesn't list: restore a backup");
    return *found;
}

void Binder::operator()(std::string_view, const std::optional<Line>& line) {
    if (!line) {
        for (int i = 0; i < 4; ++i) null();
        return;
    }
    word(std::string(text(line->owed_by)));
    integer(line->offset);
    integer(line->day);
    word(std::string(text(line->convention)));
}

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
