// SPDX-License-Identifier: MIT
#include "open.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>

#include "data/embedded.hpp"
#include "inside.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace fs = std::filesystem;

namespace {

/// Steps from version 1 on will stand here, oldest first; schema.sql is always the newest version.
constexpr std::span<const Step> steps{};

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

/// The program has one thread: SQLite need not lock each value that is read, nor count what it allocates.
void one_thread() {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

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
    if (access == Store::Access::write && !writable(path)) {
        throw DatabaseError(
            fmt::format("the database '{}' is read-only: give yourself the right to write it", path));
    }
}

/// The folder, made for its owner alone if it is missing.
void make_folder(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return;
    make_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        throw DatabaseError(
            fmt::format("the folder '{}' can't be made: {}", folder.string(), std::strerror(errno)));
    }
}

}  // namespace

void rethrow(const SQLite::Exception& error, const std::string& path) {
    const std::string_view what = error.what();
    switch (error.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw DatabaseError(fmt::format(
                "the database '{}' is in use by another process: try again when it is done", path));
        case SQLITE_FULL:
            throw DatabaseError(
                fmt::format("the disk is full, nothing was recorded in '{}': make room", path));
        case SQLITE_READONLY:
            throw DatabaseError(
                fmt::format("the database '{}' is read-only: give yourself the right to write it", path));
        case SQLITE_CANTOPEN:
            throw DatabaseError(fmt::format(
                "the database '{}' can't be opened: look at the rights of the file and its folder", path));
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

void set_up(SQLite::Database& database) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    database.exec("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL");
}

void check_identity(SQLite::Database& database, const std::string& path) {
    if (pragma(database, "application_id") != application_id) {
        throw DatabaseError(fmt::format("'{}' is not a tracker database: name another with --db FILE", path));
    }
    const int version = pragma(database, "user_version");
    if (version > schema_version) {
        throw DatabaseError(
            fmt::format("the database '{}' is of version {}, this program knows versions up to {}: "
                        "use the newer program",
                        path, version, schema_version));
    }
}

void migrate(SQLite::Database& database, const Step* first, const Step* last, int to) {
    for (const Step* step = first; step != last; ++step) {
        if (pragma(database, "user_version") != step->from || step->from >= to) continue;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(step->sql);
        database.exec(fmt::format("PRAGMA user_version = {}", step->from + 1));
        transaction.commit();
    }
}

void migrate(SQLite::Database& database) {
    migrate(database, steps.data(), steps.data() + steps.size(), schema_version);
}

void Store::create(const std::string& path) {
    if (fs::exists(fs::symlink_status(path))) {
        throw DatabaseError(fmt::format("'{}' exists already: name another file with --db FILE", path));
    }
    make_folder(fs::path(path).parent_path());
    const auto mask = ::umask(0077);  // the file is the owner's alone from its first byte on
    try {
        guarded(path, [&] {
            SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            database.exec(std::string(embedded("schema.sql")));
            transaction.commit();
        });
    } catch (...) {
        ::umask(mask);
        for (const char* tail : {"", "-journal"}) ::unlink((path + tail).c_str());
        throw;
    }
    ::umask(mask);
}

Store::Store(const std::string& path, Access access) {
    check_file(path, access);
    guarded(path, [&] {
        one_thread();
        // Also for reading, where the file may be written: what a killed writer left half done is rolled back
        // first.
        inside_ =
            std::make_unique<Inside>(path, writable(path) ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
        SQLite::Database& database = inside_->database;
        set_up(database);
        check_identity(database, path);
        if (pragma(database, "user_version") < schema_version) migrate(database);
        // One command sees one state of the facts, whatever others write meanwhile.
        if (access == Access::read) database.exec("PRAGMA query_only = ON; PRAGMA cache_size = 100; BEGIN");
    });
}

Store::~Store() = default;

}  // namespace tracker
