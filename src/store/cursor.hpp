// SPDX-License-Identifier: MIT
// A query's rows as facts. SQLiteCpp counts references for each value that is read, which is felt over
// 170,000 rows; this reads from the statement itself.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "store/reader.hpp"
#include "store/tables.hpp"

namespace tracker::tables {

/// Statements at rest. An import reads the facts of a thousand contracts one by one, with eleven queries
/// each: to prepare these anew takes longer than to run them.
class Statements {
  public:
    explicit Statements(SQLite::Database& database) : database_(database.getHandle()) {}
    ~Statements() {
        for (const auto& [sql, statement] : at_rest_) sqlite3_finalize(statement);
    }
    Statements(const Statements&) = delete;
    Statements& operator=(const Statements&) = delete;

    /// Puts a statement to rest when its user is done with it.
    struct Rest {
        Statements* statements = nullptr;
        void operator()(sqlite3_stmt* statement) const { statements->put(statement); }
    };
    using Handle = std::unique_ptr<sqlite3_stmt, Rest>;

    Handle take(const std::string& sql) {
        if (const auto found = at_rest_.find(sql); found != at_rest_.end()) {
            Handle handle(found->second, Rest{this});
            at_rest_.erase(found);
            return handle;
        }
        sqlite3_stmt* statement = nullptr;
        const int outcome =
            sqlite3_prepare_v2(database_, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement, nullptr);
        if (outcome != SQLITE_OK) throw SQLite::Exception(database_, outcome);
        return {statement, Rest{this}};
    }

    [[nodiscard]] sqlite3* database() const { return database_; }

  private:
    void put(sqlite3_stmt* statement) {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        at_rest_.emplace(sqlite3_sql(statement), statement);
    }

    sqlite3* database_;
    std::unordered_multimap<std::string, sqlite3_stmt*> at_rest_;  // by their text
};

class Cursor {
  public:
    Cursor(Statements& statements, const std::string& sql)
        : database_(statements.database()), statement_(statements.take(sql)) {}

    void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }
    void bind(int parameter, const std::string& value) {
        sqlite3_bind_text(statement_.get(), parameter, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT);
    }

    /// The bytes must outlive the statement's run.
    void bind_bytes(int parameter, std::string_view value) {
        sqlite3_bind_blob64(statement_.get(), parameter, value.data(), value.size(), SQLITE_STATIC);
    }

    /// Steps to the next row; false after the last.
    bool step() {
        const int outcome = sqlite3_step(statement_.get());
        if (outcome == SQLITE_ROW) return true;
        if (outcome != SQLITE_DONE) throw SQLite::Exception(database_, outcome);
        return false;
    }

    [[nodiscard]] std::int64_t integer(int column) const {
        return sqlite3_column_int64(statement_.get(), column);
    }

    /// A text or a blob; empty if it is null.
    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }
    /// The same where it lies, until the next step.
    [[nodiscard]] std::string_view bytes(int column) const {
        const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
        return start ? std::string_view(start, size) : std::string_view{};
    }
    [[nodiscard]] bool is_null(int column) const {
        return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
    }
    /// The row that the cursor stands on.
    [[nodiscard]] sqlite3_stmt* row() const { return statement_.get(); }

    /// The fact in a row of `select<Fact>()`; its owner is column 0.
    template <class Fact>
    void read(Fact& fact, KindNumbers& kinds) const {
        fact.recorded.entry = integer(1);
        fact.recorded.added = integer(2);
        visit_fields(fact, Reader(statement_.get(), 3, kinds));
    }
    /// The same of `select_in_brief<Fact>()`: what decisions don't need stays as it is.
    template <class Fact>
    void read_in_brief(Fact& fact, KindNumbers& kinds) const {
        Reader reader(statement_.get(), 1, kinds);
        visit_in_brief(fact, reader);
    }

  private:
    sqlite3* database_;
    Statements::Handle statement_;
};

}  // namespace tracker::tables
