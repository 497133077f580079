// SPDX-License-Identifier: MIT
// SQLite as by_hand.cpp uses it: the least over its own interface, and an end to the program where it
// refuses.
#pragma once

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace by_hand {

[[noreturn]] inline void fail(const std::string& what) {
    fmt::print(stderr, "by_hand: {}\n", what);
    std::exit(2);
}

class Database {
  public:
    explicit Database(const char* path) {
        if (sqlite3_open(path, &database_) != SQLITE_OK) fail(path);
    }
    ~Database() { sqlite3_close(database_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(sqlite3_errmsg(database_));
    }
    [[nodiscard]] sqlite3* handle() const { return database_; }

  private:
    sqlite3* database_ = nullptr;
};

class Query {
  public:
    Query(const Database& database, const char* sql) {
        if (sqlite3_prepare_v2(database.handle(), sql, -1, &statement_, nullptr) != SQLITE_OK)
            fail(sqlite3_errmsg(database.handle()));
    }
    ~Query() { sqlite3_finalize(statement_); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(int at, std::int64_t value) {
        sqlite3_bind_int64(statement_, at, value);
        return *this;
    }
    Query& bind(int at, const std::string& value) {
        sqlite3_bind_text(statement_, at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    bool step() { return sqlite3_step(statement_) == SQLITE_ROW; }
    void once() {
        if (sqlite3_step(statement_) != SQLITE_DONE) fail("a row is refused");
        sqlite3_reset(statement_);
    }
    [[nodiscard]] std::int64_t number(int at) const { return sqlite3_column_int64(statement_, at); }
    [[nodiscard]] std::string text(int at) const {
        return reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
    }

  private:
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace by_hand
