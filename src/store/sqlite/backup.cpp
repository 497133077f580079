// SPDX-License-Identifier: MIT
// Copies of the whole database: consistent ones, while others read and write.
#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "store/impl.hpp"
#include "store/sqlite/open.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/new_file.hpp"

namespace tracker {

namespace {

/// Whether it is the database that is copied which fails, and not the copy.
bool is_of_source(int outcome) {
    switch (outcome & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return true;
        default:
            return outcome == SQLITE_IOERR_READ || outcome == SQLITE_IOERR_SHORT_READ;
    }
}

/// In one step: the copy is of one state, and those who write meanwhile wait no longer than it takes. Returns
/// SQLite's extended code, SQLITE_DONE if all was copied.
int copy_all(SQLite::Database& from, SQLite::Database& to) {
    int outcome = SQLITE_DONE;
    {
        SQLite::Backup backup(to, from);
        outcome = backup.executeStep(-1);
    }
    const int extended = sqlite3_extended_errcode(to.getHandle());
    return (extended & 0xff) == (outcome & 0xff) ? extended : outcome;
}

}  // namespace

void copy_pages(SQLite::Database& from, const std::string& from_path, SQLite::Database& to,
                const std::string& to_path) {
    const int outcome = copy_all(from, to);
    if (outcome != SQLITE_DONE)
        rethrow(SQLite::Exception(sqlite3_errstr(outcome), outcome & 0xff),
                is_of_source(outcome) ? from_path : to_path);
}

void copy_database(SQLite::Database& from, const std::string& from_path, const std::string& to) {
    guarded(to, [&] {
        SQLite::Database copy(to, SQLite::OPEN_READWRITE, busy_milliseconds);
        copy.exec("PRAGMA synchronous = EXTRA");
        copy_pages(from, from_path, copy, to);
        leave_wal(copy);
    });
}

void Store::back_up(const std::string& path) const {
    if (files::exists(path)) throw DatabaseError(fmt::format("'{}' exists already: name another file", path));
    NewFile file(path);
    copy_database(database_of(*impl_), impl_->path, file.path());
    {
        const Store written(file.path(), Access::read);
        const auto findings = written.findings();
        if (!findings.empty())
            throw DatabaseError(
                fmt::format("the copy doesn't hold, so '{}' was not made: {}", path, findings.front()));
        if (written.last_change() < last_change())
            throw DatabaseError(fmt::format("the copy isn't what was copied, so '{}' was not made", path));
    }
    file.move_to_place();
}

bool Store::holds_all_of(const std::string& path) const {
    try {
        // Not as a Store: an older version would be led on, and a copy stays as it is.
        Connection other(open_engine(path, false));
        Query last(other, "SELECT number, digest FROM change ORDER BY number DESC LIMIT 1");
        if (!last.step()) return true;
        Query own(impl_->connection, "SELECT 1 FROM change WHERE number = ?1 AND digest = ?2");
        own.bind(1, last.integer(0));
        own.bind_bytes(2, last.bytes(1));
        return own.step();
    } catch (const SQLite::Exception&) {
        return false;
    } catch (const DatabaseError&) {
        return false;
    }
}

void Store::leave_file() {
    guarded(impl_->path, [&] {
        // SQLite removes a temporary database when it is closed, and from its folder at once.
        auto own = std::make_unique<Impl>(
            impl_->path,
            std::make_unique<Connection::Engine>(
                SQLite::Database("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), impl_->path));
        const int outcome = copy_all(database_of(*impl_), database_of(*own));
        if (outcome != SQLITE_DONE && !is_of_source(outcome))
            throw DatabaseError(
                fmt::format("a temporary copy of '{}' can't be made ({}): make room for it, or name another "
                            "folder for temporary files in $SQLITE_TMPDIR",
                            impl_->path, sqlite3_errstr(outcome)));
        if (outcome != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(outcome), outcome & 0xff);
        set_up(database_of(*own));
        database_of(*own).exec("PRAGMA query_only = ON");
        own->known = impl_->known;
        own->identity = impl_->identity;
        impl_ = std::move(own);
    });
}

}  // namespace tracker
