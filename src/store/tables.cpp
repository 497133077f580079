// SPDX-License-Identifier: MIT
#include "tables.hpp"

#include <sqlite3.h>

#include "tracker/core/error.hpp"

namespace tracker::tables {

void KindNumbers::load() {
    kinds_.assign(1, Kind{});
    SQLite::Statement query(database_, "SELECT id, name FROM kind ORDER BY id");
    while (query.executeStep()) {
        const auto id = static_cast<std::size_t>(query.getColumn(0).getInt64());
        if (id >= 100'000)
            throw DatabaseError("the database numbers its kinds beyond reason: restore a backup");
        kinds_.resize(id + 1);
        kinds_[id] = Kind{query.getColumn(1).getString()};
    }
}

std::int64_t KindNumbers::number(Kind kind) {
    if (kinds_.empty()) load();
    for (std::size_t id = 1; id < kinds_.size(); ++id) {
        if (kinds_[id] == kind) return static_cast<std::int64_t>(id);
    }
    SQLite::Statement add(database_, "INSERT INTO kind (name) VALUES (?)");
    add.bind(1, std::string(kind.text()));
    add.exec();
    load();
    return number(kind);
}

std::optional<Kind> KindNumbers::find(std::int64_t number) {
    if (kinds_.empty()) load();
    const auto at = static_cast<std::size_t>(number);
    if (at >= kinds_.size()) return std::nullopt;
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

void Reader::operator()(std::string_view, std::string& value) {
    value.assign(word());
}

void Reader::operator()(std::string_view, std::optional<Line>& line) {
    if (skip_null()) {
        next_ += 3;
        line.reset();
        return;
    }
    Line& read = line.emplace();
    (*this)("owed_by", read.owed_by);
    read.offset = static_cast<int>(integer());
    read.day = static_cast<int>(integer());
    (*this)("convention", read.convention);
}

}  // namespace tracker::tables
