// SPDX-License-Identifier: MIT
// A query's rows as facts. SQLiteCpp counts references for each value that is read, which is felt over
// 170,000 rows; this reads from the statement itself.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <utility>

#include "tables.hpp"

namespace tracker::tables {

class Cursor {
  public:
    Cursor(SQLite::Database& database, const std::string& sql) : database_(database.getHandle()) {
        sqlite3_stmt* statement = nullptr;
        const int outcome =
            sqlite3_prepare_v2(database_, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement, nullptr);
        statement_.reset(statement);
        if (outcome != SQLITE_OK) throw SQLite::Exception(database_, outcome);
    }

    void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }
    void bind(int parameter, const std::string& value) {
        sqlite3_bind_text(statement_.get(), parameter, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT);
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

    /// The fact in a row of `select<Fact>()`; its owner is column 0.
    template <class Fact>
    void read(Fact& fact, KindNumbers& kinds) const {
        fact.recorded.entry = integer(1);
        fact.recorded.added = integer(2);
        visit_fields(fact, Reader(statement_.get(), 3, kinds));
    }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace tracker::tables
