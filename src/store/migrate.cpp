// SPDX-License-Identifier: MIT
// From an older version of the schema to the present one, with a copy of how it was.
#include <fmt/format.h>

#include "data/embedded.hpp"
#include "new_file.hpp"
#include "open.hpp"
#include "rebuild.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace {

/// What rows of older versions lack.
constexpr AddedColumn added_columns[] = {{2, "bank_line", "reference", "''"}};

/// Leaves a copy under a name that nobody has, `name` or one like it; returns the name.
std::string keep_copy(const std::string& path, const std::string& name) {
    // SQLite copies nothing from a connection that has begun to write: another one reads what it writes over.
    SQLite::Database database(path, SQLite::OPEN_READONLY, Store::Inside::busy_milliseconds);
    std::string free = files::free_name(name);
    NewFile copy(free);
    copy_database(database, copy.path());
    copy.move_to_place();
    return free;
}

}  // namespace

void migrate(Store::Inside& inside, const std::string& backup) {
    SQLite::Database& database = inside.database;
    if (pragma(database, "user_version") == schema_version) return;
    // Neither can be set within a transaction. With them, renaming a table changes nothing else.
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON");
    std::string kept;
    try {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const int from = pragma(database, "user_version");  // another process may have been faster
        if (from < schema_version) {
            if (!backup.empty()) kept = keep_copy(inside.path, backup);
            rebuild(database, from, embedded("schema.sql"), std::begin(added_columns),
                    std::end(added_columns));
            if (from < 2) seal_all(inside);
        }
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        if (!kept.empty()) files::remove(kept);  // of a database that is as it was
        if (error.getErrorCode() != SQLITE_CONSTRAINT) throw;
        throw DatabaseError(fmt::format(
            "the database '{}' can't be led on to version {}, and is as it was: {}: restore a backup",
            inside.path, schema_version, error.what()));
    }
    database.exec("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON");
}

}  // namespace tracker
