// SPDX-License-Identifier: MIT
#include "store/sqlite/rebuild.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace tracker {
namespace {

constexpr std::string_view old_prefix = "old version's ";

std::vector<std::string> names(SQLite::Database& database, const char* query) {
    std::vector<std::string> found;
    SQLite::Statement statement(database, query);
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getString());
    return found;
}

std::string as_name(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

/// Takes away all that isn't data, and the tables' names with it.
void put_aside(SQLite::Database& database) {
    for (const char* type : {"view", "trigger", "index"}) {
        const std::string of_type =
            fmt::format("SELECT name FROM sqlite_schema WHERE type = '{}' AND sql IS NOT NULL", type);
        for (const std::string& name : names(database, of_type.c_str()))
            database.exec(fmt::format("DROP {} {}", type, as_name(name)));
    }
    for (const std::string& name :
         names(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
        database.exec(fmt::format("ALTER TABLE {} RENAME TO {}", as_name(name),
                                  as_name(std::string(old_prefix) + name)));
    }
}

/// The text of a schema as statements: those that make what holds data, and those that watch or show it.
struct Statements {
    std::vector<std::string> data;
    std::vector<std::string> rest;
};

Statements statements_of(std::string_view schema) {
    Statements all;
    std::string statement;
    std::size_t at = 0;
    while (at < schema.size()) {
        const std::size_t end = std::min(schema.find(';', at), schema.size() - 1);
        statement += schema.substr(at, end + 1 - at);
        at = end + 1;
        if (sqlite3_complete(statement.c_str()) == 0) continue;  // within a trigger, a comment or a text
        const bool watches = statement.find("\nCREATE TRIGGER ") != std::string::npos ||
                             statement.find("\nCREATE VIEW ") != std::string::npos;
        (watches ? all.rest : all.data).push_back(std::move(statement));
        statement.clear();
    }
    return all;
}

std::vector<std::string> columns_of(SQLite::Database& database, const std::string& table) {
    std::vector<std::string> columns;
    SQLite::Statement query(database, "SELECT name FROM pragma_table_info(?)");
    query.bind(1, table);
    while (query.executeStep()) columns.push_back(query.getColumn(0).getString());
    return columns;
}

class Filling {
  public:
    Filling(SQLite::Database& database, int from, const AddedColumn* first, const AddedColumn* last)
        : database_(database), from_(from), first_(first), last_(last) {}

    void fill(const std::string& table) {
        const std::string old = std::string(old_prefix) + table;
        const std::vector<std::string> had = columns_of(database_, old);
        const std::vector<std::string> has = columns_of(database_, table);
        if (has.empty()) return;  // a table that is no more
        std::string into;
        std::string values;
        for (const std::string& column : has) {
            const bool kept = std::find(had.begin(), had.end(), column) != had.end();
            const std::string value = kept ? as_name(column) : value_of(table, column);
            into += (into.empty() ? "" : ", ") + as_name(column);
            values += (values.empty() ? "" : ", ") + value;
        }
        database_.exec(
            fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", as_name(table), into, values, as_name(old)));
    }

  private:
    [[nodiscard]] std::string value_of(std::string_view table, std::string_view column) const {
        const AddedColumn* found = std::find_if(first_, last_, [&](const AddedColumn& one) {
            return one.since > from_ && one.table == table && one.column == column;
        });
        return found == last_ ? "NULL" : std::string(found->value);
    }

    SQLite::Database& database_;
    int from_;
    const AddedColumn* first_;
    const AddedColumn* last_;
};

}  // namespace

void rebuild(SQLite::Database& database, int from, std::string_view schema, const AddedColumn* first,
             const AddedColumn* last) {
    put_aside(database);
    const Statements statements = statements_of(schema);
    for (const std::string& statement : statements.data) database.exec(statement);
    const std::string old_names =
        fmt::format("SELECT substr(name, {}) FROM sqlite_schema WHERE type = 'table' AND name LIKE '{}%'",
                    old_prefix.size() + 1, "old version''s ");
    Filling filling(database, from, first, last);
    for (const std::string& table : names(database, old_names.c_str())) {
        filling.fill(table);
        database.exec("DROP TABLE " + as_name(std::string(old_prefix) + table));
    }
    // Triggers last: they would take the old rows for news.
    for (const std::string& statement : statements.rest) database.exec(statement);
}

}  // namespace tracker
