// SPDX-License-Identifier: MIT
// Copies of the whole database: consistent ones, while others read and write.
#include <SQLiteCpp/Backup.h>

#include "files.hpp"
#include "inside.hpp"
#include "new_file.hpp"
#include "open.hpp"
#include "tracker/core/error.hpp"

namespace tracker {

void copy_database(SQLite::Database& from, const std::string& to) {
    SQLite::Database copy(to, SQLite::OPEN_READWRITE, Store::Inside::busy_milliseconds);
    copy.exec("PRAGMA synchronous = EXTRA");
    SQLite::Backup backup(copy, from);
    // In one step: the copy is of one state, and those who write meanwhile wait no longer than it takes.
    const int outcome = backup.executeStep(-1);
    if (outcome != SQLITE_DONE) throw SQLite::Exception(from.getHandle(), outcome);
}

void Store::back_up(const std::string& path) const {
    if (files::identity_of(path) != files::Identity{})
        throw DatabaseError(fmt::format("'{}' exists already: name another file", path));
    NewFile file(path);
    guarded(path, [&] { copy_database(inside_->database, file.path()); });
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

std::string Store::stage(const std::string& file, const std::string& path) {
    check_readable(file);
    std::string staged = path + ".restored";
    files::remove(staged);  // of a run that was stopped
    NewFile copy(staged);
    guarded(file, [&] {
        one_thread();
        SQLite::Database original(file, SQLite::OPEN_READONLY, Inside::busy_milliseconds);
        check_identity(original, file);
        copy_database(original, copy.path());
    });
    guarded(copy.path(), [&] {
        Inside inside(copy.path(), SQLite::OPEN_READWRITE);
        set_up(inside.database);
        migrate(inside, "");
    });
    try {
        copy.move_to_place();
    } catch (...) {
        files::remove(staged);
        throw;
    }
    return staged;
}

void Store::put_in_place(const std::string& staged, const std::string& path, const std::string& kept) {
    const std::string journal = path + "-journal";
    if (files::identity_of(path) == files::Identity{}) {
        files::move_to_new(staged, path);
    } else {
        // Both names of the present file stand before the new one takes its place: at no moment is there no
        // database. What a killed writer left beside it belongs to it, and must not meet the new one.
        const Lock lock(path);
        files::link_as(path, kept);
        if (files::identity_of(journal) != files::Identity{}) files::move_to_new(journal, kept + "-journal");
        files::move_over(staged, path);
    }
    files::sync_folder(files::folder_of(path));
}

}  // namespace tracker
