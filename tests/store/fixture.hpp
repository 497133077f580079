// SPDX-License-Identifier: MIT
// What the tests of the store share: a real database in a folder of its own, one of each fact, and raw SQL
// past the store, as somebody with the sqlite3 shell would write it.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "tracker/store/store.hpp"

namespace tracker::test {

/// A folder that is gone with its owner.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

/// An empty database. Each change comes an hour after the one before it.
class Practice {
  public:
    Practice() { Store::create(path); }
    /// Writes in one change, and returns its number.
    ChangeNumber write(const std::function<void(Store&)>& work);

    Folder folder;
    std::string path = folder.file("practice.db");
    std::int64_t time = 1'800'000'000;
};

/// The numbers that one_of_each gives.
struct Numbers {
    ClientId client = 0;
    ContractId contract = 0;
    ChangeNumber change = 0;
};

/// Records one fact of each sort, in one change: contract 12/26 with neulovimy from 2026-09-01.
Numbers one_of_each(Practice& practice);

/// Runs SQL past the store, with foreign keys on; returns what SQLite says against it, or "".
std::string sql(const std::string& path, const std::string& statements);

/// Three changes: one of each fact, a setting replaced, an undo of that.
void three_changes(Practice& practice);

/// Runs SQL as somebody would who has taken the schema's triggers and checks away, and puts them back.
void edit_past_guards(const std::string& path, const std::string& statements);

/// The bank lines that wait.
std::vector<BankRecord> unplaced(const Store& store);

/// The rows of a query, cells joined by '|', NULL as '-'.
std::vector<std::string> rows(const std::string& path, const std::string& query);

/// The rights of a file, 0600; 0 if there is none.
unsigned mode(const std::string& path);

/// The message of the Error that the call throws, or "".
std::string refusal(const std::function<void()>& call);

}  // namespace tracker::test
