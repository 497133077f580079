// SPDX-License-Identifier: MIT
// What every connection is set to, and the steps from one version of the schema to the next.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace tracker {

inline constexpr int application_id = 1953653618;  // "trkr"
inline constexpr int schema_version = 1;

/// One step of a migration: the SQL that leads from `from` to `from` + 1.
struct Step {
    int from;
    const char* sql;
};

/// Settings of the connection: foreign keys, defensive against a database that was made to harm.
void set_up(SQLite::Database& database);

/// Throws DatabaseError unless the database is a tracker's and of this version or an older one.
void check_identity(SQLite::Database& database, const std::string& path);

/// Leads a database from its version to `to` by the steps, each in one transaction together with its
/// `user_version`.
void migrate(SQLite::Database& database, const Step* first, const Step* last, int to);

/// The program's own steps.
void migrate(SQLite::Database& database);

}  // namespace tracker
