// SPDX-License-Identifier: MIT
// How a database is opened: what every connection is set to, what is taken for a tracker's database, and how
// an older version becomes the present one.
#pragma once

#include <memory>
#include <string>

#include "store/impl.hpp"
#include "store/sqlite/engine.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {

inline constexpr int application_id = 1953653618;  // "trkr"
/// The version that schema.sql states at its end.
int schema_version();

/// The program has one thread: SQLite need not lock each value that is read, nor count what it allocates. To
/// be said before the first database is opened.
void one_thread();

inline constexpr int busy_milliseconds = 5000;

/// Opens a file as it is.
std::unique_ptr<Connection::Engine> open_engine(const std::string& path, bool to_write);
inline SQLite::Database& database_of(Store::Impl& impl) {
    return impl.connection.engine().database;
}

/// A number that SQLite keeps in the file's head: "user_version".
int pragma(SQLite::Database& database, const char* name);

/// Throws DatabaseError if there is no such file, or it is none.
void check_readable(const std::string& path);

/// Throws DatabaseError if the path lies on a network file system.
void refuse_network(const std::string& path);

/// Settings of the connection: foreign keys, what is committed survives a loss of power, defensive against a
/// database that was made to harm.
void set_up(SQLite::Database& database);

/// Throws DatabaseError unless the database is a tracker's and of this version or an older one.
void check_identity(SQLite::Database& database, const std::string& path);

/// Leads a database of an older version to the present one, in one transaction; with a name, a copy as it was
/// is left beside it first: `backup`, or the next free name like it. Does nothing to one of the present
/// version.
void migrate(Store::Impl& impl, const std::string& backup);

/// Throws DatabaseError unless each table and trigger is one of schema.sql, and all of those are there.
void check_schema(SQLite::Database& database, const std::string& path);

/// What a user has set to SQLite's write-ahead log is set back, and all that stands in the log comes into the
/// file: a copy is one file, and what is read of a file alone must be all. Throws SQLite::Exception if others
/// have it open.
void leave_wal(SQLite::Database& database);

/// Copies the whole database into another one. Throws DatabaseError that names the file which fails.
void copy_pages(SQLite::Database& from, const std::string& from_path, SQLite::Database& to,
                const std::string& to_path);
/// The same to a file that exists and is empty.
void copy_database(SQLite::Database& from, const std::string& from_path, const std::string& to);

}  // namespace tracker
