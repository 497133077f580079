// SPDX-License-Identifier: MIT
// From an older version of the schema to the present one, with a copy of how it was.
#include <fmt/format.h>
#include <unistd.h>

#include "data/embedded.hpp"
#include "store/sqlite/open.hpp"
#include "store/sqlite/rebuild.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/new_file.hpp"

namespace tracker {
namespace {

/// What rows of older versions lack.
constexpr AddedColumn added_columns[] = {{2, "bank_line", "reference", "''"}};

/// A copy of a database as it was. It is taken away again if the database stays as it was.
class CopyOfBefore {
  public:
    explicit CopyOfBefore(Store::Impl& impl) : impl_(impl) {}
    CopyOfBefore(const CopyOfBefore&) = delete;
    CopyOfBefore& operator=(const CopyOfBefore&) = delete;
    ~CopyOfBefore() {
        if (file_ && files::names(name_, *file_) && !is_migrated()) files::remove(name_);
    }

    /// Makes it under a name that nobody has, `name` or one like it.
    void make(const std::string& name) {
        // SQLite copies nothing from a connection that has begun to write: another one reads what it writes
        // over.
        SQLite::Database database(impl_.path, SQLite::OPEN_READONLY, busy_milliseconds);
        name_ = files::free_name(name);
        NewFile copy(name_);
        copy_database(database, impl_.path, copy.path());
        file_ = files::identity_of(copy.path());
        copy.move_to_place();
    }

  private:
    /// A commit can fail in its last step, and hold. Where the database can't be asked, the journal says: as
    /// long as it is there, whoever opens the database next takes back what was written.
    [[nodiscard]] bool is_migrated() const {
        try {
            return pragma(database_of(impl_), "user_version") == schema_version();
        } catch (const SQLite::Exception&) {
            return ::access((impl_.path + "-journal").c_str(), F_OK) != 0;
        }
    }

    Store::Impl& impl_;
    std::string name_;
    std::optional<files::Identity> file_;
};

}  // namespace

void migrate(Store::Impl& impl, const std::string& backup) {
    SQLite::Database& database = database_of(impl);
    if (pragma(database, "user_version") == schema_version()) return;
    // Neither can be set within a transaction. With them, renaming a table changes nothing else.
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON");
    CopyOfBefore copy(impl);
    try {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const int from = pragma(database, "user_version");  // another process may have been faster
        if (from < schema_version()) {
            if (!backup.empty()) copy.make(backup);
            // The cache is none of it: the next change makes it anew.
            database.exec("DROP TABLE IF EXISTS cache_contract; DROP TABLE IF EXISTS cache_row");
            rebuild(database, from, embedded("schema.sql"), std::begin(added_columns),
                    std::end(added_columns));
            if (from < 2) seal_all(impl);
        }
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() != SQLITE_CONSTRAINT) throw;
        throw DatabaseError(fmt::format(
            "the database '{}' can't be led on to version {}, and is as it was: {}: restore a backup",
            impl.path, schema_version(), error.what()));
    }
    database.exec("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON");
}

}  // namespace tracker
