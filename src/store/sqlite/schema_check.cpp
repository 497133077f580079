// SPDX-License-Identifier: MIT
// Whether the tables and triggers of a file are those of schema.sql. SQLite runs what a file's schema says,
// so a file from elsewhere could hold a trigger that writes what nobody said, or a view in a table's place
// that never ends.
#include <fmt/format.h>

#include <algorithm>

#include "data/embedded.hpp"
#include "store/sqlite/open.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

bool starts_with_one_of(std::string_view sql, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return sql.starts_with(beginning); });
}

bool matters(std::string_view sql) {
    return starts_with_one_of(sql, {"CREATE TABLE ", "CREATE TRIGGER "});
}

/// Views and indexes of the user's own, and what SQLite counts for itself, change nothing that is asked here.
bool is_harmless(std::string_view sql) {
    return starts_with_one_of(
        sql, {"CREATE VIEW ", "CREATE INDEX ", "CREATE UNIQUE INDEX ", "CREATE TABLE sqlite_stat"});
}

std::size_t count_of_what_matters(std::string_view schema) {
    constexpr std::string_view begin = "\nCREATE T";
    std::size_t count = 0;
    for (auto at = schema.find(begin); at != std::string_view::npos; at = schema.find(begin, at + 1))
        count += matters(schema.substr(at + 1)) ? 1 : 0;
    return count;
}

}  // namespace

void check_schema(SQLite::Database& database, const std::string& path) {
    const std::string_view schema = embedded("schema.sql");
    // By its text, which is what SQLite runs, whatever else a row says of it. SQLite keeps each statement as
    // it was given, in the order in which they were, so one pass through schema.sql finds them all.
    SQLite::Statement query(database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    std::size_t found = 0;
    std::size_t at = 0;
    while (query.executeStep()) {
        const auto column = query.getColumn(0);
        const std::string_view sql(column.getText(), static_cast<std::size_t>(column.getBytes()));
        auto place = schema.find(sql, at);
        if (place == std::string_view::npos) place = schema.substr(0, at).find(sql);
        if (place != std::string_view::npos) {
            at = place + sql.size();
            found += matters(sql) ? 1 : 0;
        } else if (!is_harmless(sql)) {
            throw DatabaseError(
                fmt::format("the database '{}' holds '{}', which the program has not made: restore a backup",
                            path, fit(printable(sql.substr(0, sql.find('\n'))), 60)));
        }
    }
    if (found == count_of_what_matters(schema)) return;
    throw DatabaseError(
        fmt::format("the database '{}' lacks a table or a check that belongs to it: restore a backup", path));
}

}  // namespace tracker
