// SPDX-License-Identifier: MIT
#include "store/sqlite/open.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "data/embedded.hpp"
#include "store/impl.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/new_file.hpp"
#include "tracker/base/standard_streams.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {

namespace {

bool writable(const std::string& path) {
    return ::access(path.c_str(), W_OK) == 0;
}

void check_file(const std::string& path, Store::Access access) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            throw DatabaseError(fmt::format(
                "there is no database '{}': make one with 'tracker init', or name another with --db FILE",
                path));
        }
        throw DatabaseError(fmt::format("the database '{}' can't be opened: {}", path, std::strerror(errno)));
    }
    if (!S_ISREG(about.st_mode)) {
        throw DatabaseError(fmt::format("'{}' is not a file: name a database with --db FILE", path));
    }
    if (access != Store::Access::write) return;
    if (!writable(path)) {
        throw DatabaseError(
            fmt::format("the database '{}' is read-only: give yourself the right to write it", path));
    }
    refuse_network(path);
}

/// Migrates a database of an older version where it may be written.
void lead_on(Store::Impl& impl, int version) {
    if (!writable(impl.path)) {
        throw DatabaseError(
            fmt::format("the database '{}' is of version {} and read-only: give yourself the right to "
                        "write it, for once, and it is led on to version {}",
                        impl.path, version, schema_version()));
    }
    refuse_network(impl.path);
    migrate(impl, fmt::format("{}.version-{}", impl.path, version));
}

}  // namespace

void rethrow(const SQLite::Exception& error, const std::string& path) {
    const std::string_view what = error.what();
    const int code = error.getErrorCode() & 0xFF;  // without what SQLite may say beside it
    if ((code == SQLITE_FULL || code == SQLITE_IOERR) && growth_was_refused()) {
        throw DatabaseError(fmt::format(
            "'{}' may not grow, so nothing was written: raise the limit on a file's size (ulimit -f)", path));
    }
    switch (code) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw InUseError(fmt::format(
                "the database '{}' is in use by another process: try again when it is done", path));
        case SQLITE_FULL:
            throw DatabaseError(
                fmt::format("the disk is full, the change was not recorded in '{}': make room", path));
        case SQLITE_IOERR:  // also of a commit whose last step failed: that is recorded, if the disk holds it
            throw DatabaseError(fmt::format(
                "the disk fails under '{}' ({}): mend it, then see in 'tracker log' what is recorded", path,
                what));
        case SQLITE_READONLY:
            throw DatabaseError(
                fmt::format("the database '{}' is read-only: give yourself the right to write it", path));
        case SQLITE_CANTOPEN:
            throw DatabaseError(
                fmt::format("the database '{}' can't be opened: look at the rights of the file and its "
                            "folder, and for room on the disk",
                            path));
        case SQLITE_NOTADB:
            throw DatabaseError(fmt::format("'{}' is not a database: name another with --db FILE", path));
        case SQLITE_CONSTRAINT:
            throw InputError(fmt::format("the database refuses this fact, nothing was recorded: {}", what));
        case SQLITE_CORRUPT:
            throw DatabaseError(
                fmt::format("the database '{}' is damaged ({}): restore a backup", path, what));
        default:
            throw DatabaseError(fmt::format("the database '{}' can't be used: {}", path, what));
    }
}

int schema_version() {
    constexpr std::string_view words = "PRAGMA user_version = ";
    static const int version = [&] {
        const std::string_view schema = embedded("schema.sql");
        return std::atoi(std::string(schema.substr(schema.rfind(words) + words.size())).c_str());
    }();
    return version;
}

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

void leave_wal(SQLite::Database& database) {
    SQLite::Statement mode(database, "PRAGMA journal_mode");
    if (!mode.executeStep() || mode.getColumn(0).getString() != "wal") return;
    mode.reset();
    SQLite::Statement leave(database, "PRAGMA journal_mode = DELETE");
    if (!leave.executeStep() || leave.getColumn(0).getString() != "delete")
        throw SQLite::Exception("database is locked", SQLITE_BUSY);
}

void one_thread() {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// A database on a network file system can be read, but its locks can't be relied on: two who write at a time
/// may both succeed, and lose what one of them wrote.
void refuse_network(const std::string& path) {
    const std::string_view network = files::network_of(path);
    if (network.empty()) return;
    throw DatabaseError(fmt::format(
        "the database '{}' is on a network file system ({}), where locks can't be relied on: keep "
        "it on a local disk, and put backups there with 'tracker backup'",
        path, network));
}

std::unique_ptr<Connection::Engine> open_engine(const std::string& path, bool to_write) {
    const int flags = to_write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
    return std::make_unique<Connection::Engine>(SQLite::Database(path, flags, busy_milliseconds), path);
}

void check_readable(const std::string& path) {
    check_file(path, Store::Access::read);
}

void set_up(SQLite::Database& database) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // EXTRA syncs the folder after a commit too: with FULL, a loss of power can bring back the journal, and
    // that takes back what the program has said is recorded.
    database.exec(
        "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; "
        "PRAGMA synchronous = EXTRA");
}

void check_identity(SQLite::Database& database, const std::string& path) {
    if (pragma(database, "application_id") != application_id) {
        throw DatabaseError(fmt::format("'{}' is not a tracker database: name another with --db FILE", path));
    }
    const int version = pragma(database, "user_version");
    if (version > schema_version()) {
        throw DatabaseError(
            fmt::format("the database '{}' is of version {}, this program knows versions up to {}: "
                        "use the newer program",
                        path, version, schema_version()));
    }
}

void Store::create(const std::string& path, const std::function<void(const std::string&)>& fill) {
    refuse_network(path);
    NewFile file(path);
    guarded(file.path(), [&] {
        one_thread();
        SQLite::Database database(file.path(), SQLite::OPEN_READWRITE);
        set_up(database);
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(std::string(embedded("schema.sql")));
        transaction.commit();
    });
    if (fill) fill(file.path());
    file.move_to_place();
}

Store::Impl::Impl(std::string name, std::unique_ptr<Connection::Engine> engine)
    : path(std::move(name)), connection(std::move(engine)) {}

Store::Store(const std::string& path, Access access) {
    check_file(path, access);
    const auto identity = files::identity_of(path);
    guarded(path, [&] {
        one_thread();
        // Also for reading, where the file may be written: what a killed writer left half done is rolled back
        // first.
        impl_ = std::make_unique<Impl>(path, open_engine(path, writable(path)));
        impl_->identity = identity.value_or(files::Identity{});
        SQLite::Database& database = database_of(*impl_);
        set_up(database);
        // One look at the file: a lock taken once, and for a command that only reads one state of the facts,
        // whatever others write meanwhile.
        database.exec("BEGIN");
        check_identity(database, path);
        if (const int version = pragma(database, "user_version"); version < schema_version()) {
            database.exec("COMMIT");
            lead_on(*impl_, version);
            database.exec("BEGIN");
        }
        if (access != Access::inspect) check_schema(database, path);
        database.exec(access == Access::write ? "COMMIT" : "PRAGMA query_only = ON; PRAGMA cache_size = 100");
    });
}

Store::~Store() = default;

void Store::end_reading() {
    guarded(impl_->path, [&] {
        if (sqlite3_get_autocommit(database_of(*impl_).getHandle()) == 0) database_of(*impl_).exec("COMMIT");
    });
}

}  // namespace tracker
