// SPDX-License-Identifier: MIT
// SQLite behind the store's connection.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "store/connection.hpp"

namespace tracker {

/// A statement of SQLite's.
struct Query::Prepared {
    Prepared(Connection::Engine& of, sqlite3_stmt* prepared) : engine(of), statement(prepared) {}
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() { sqlite3_finalize(statement); }

    Connection::Engine& engine;
    sqlite3_stmt* statement;
};

/// The database, and its statements at rest. An import reads the facts of a thousand contracts one by one,
/// with eleven queries each: to prepare these anew takes longer than to run them.
struct Connection::Engine {
    /// `name` is what messages call it.
    Engine(SQLite::Database&& opened, std::string name)
        : database(std::move(opened)), path(std::move(name)) {}

    SQLite::Database database;
    std::string path;
    std::unordered_multimap<std::string, std::unique_ptr<Query::Prepared>> at_rest;  // by their text
};

[[noreturn]] void rethrow(const SQLite::Exception& error, const std::string& path);

/// Runs `work`; what SQLite says comes out as an error that names the file and how to mend it.
template <class Work>
auto guarded(const std::string& path, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        rethrow(error, path);
    }
}

}  // namespace tracker
