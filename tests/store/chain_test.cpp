// SPDX-License-Identifier: MIT
// The chain of changes: whatever is edited past the program, in any column of any table, is found.
#include <fmt/format.h>

#include "fixture.hpp"
#include "store/tables.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using namespace test;

/// Edits the database as an attacker with the sqlite3 shell would, without its guards, and asks the chain.
class Forger {
  public:
    Forger() { three_changes(practice_); }

    /// The first change that doesn't fit after the edit, 0 if all do; the edit is taken back.
    ChangeNumber found_after(const std::string& edit) {
        std::filesystem::copy_file(practice_.path, forged_,
                                   std::filesystem::copy_options::overwrite_existing);
        edit_past_guards(forged_, edit);
        const Store store(forged_, Store::Access::inspect);
        return store.verify().first_wrong.value_or(0);
    }

    [[nodiscard]] const std::string& path() const { return practice_.path; }

  private:
    Practice practice_;
    std::string forged_ = practice_.folder.file("forged.db");
};

/// What makes another value of any column.
std::string other_value(const std::string& column, const std::string& type) {
    if (type == "TEXT") return fmt::format("coalesce(\"{0}\", '') || 'x'", column);
    if (type == "BLOB") return "zeroblob(32)";
    return fmt::format("coalesce(\"{0}\", 0) + 1", column);
}

}  // namespace

TEST_CASE("an untouched chain holds, undo and all", "[store]") {
    Practice practice;
    CHECK(Store(practice.path, Store::Access::read).head() == std::string(64, '0'));
    three_changes(practice);
    const Store store(practice.path, Store::Access::read);
    const ChainState chain = store.verify();
    CHECK(chain.last == 3);
    CHECK(chain.wrong == 0);
    CHECK(chain.head == store.head());
    CHECK(store.change_of(chain.head) == 3);
    CHECK(store.change_of(std::string(64, '0')) == 0);
    CHECK_FALSE(store.change_of(std::string(64, 'f')));
    CHECK(store.findings().empty());
}

TEST_CASE("no column of a fact or a change can be edited unseen", "[store]") {
    Forger forger;
    std::vector<std::string> tables{"change"};
    for (const tables::FactTable& table : tables::everything()) tables.emplace_back(table.name);
    for (const std::string& table : tables) {
        for (const std::string& column :
             rows(forger.path(),
                  fmt::format("SELECT name || '|' || type FROM pragma_table_info('{}')", table))) {
            const auto bar = column.find('|');
            const std::string name = column.substr(0, bar);
            CAPTURE(table, name);
            const std::string key = table == "change" ? "number" : "entry";
            CHECK(forger.found_after(fmt::format("UPDATE {0} SET \"{1}\" = {2} WHERE {3} = (SELECT max({3}) "
                                                 "FROM {0})",
                                                 table, name, other_value(name, column.substr(bar + 1)),
                                                 key)) > 0);
        }
        CHECK(forger.found_after("DELETE FROM " + table) > 0);
    }
}

TEST_CASE("what facts stand on is covered too", "[store]") {
    Forger forger;
    CHECK(forger.found_after("UPDATE kind SET name = name || '-x'") == 1);
    CHECK(forger.found_after("UPDATE contract SET client = client + 1") == 1);
    CHECK(forger.found_after("INSERT INTO contract (client) VALUES (1)") ==
          0);  // about which nothing is said
    CHECK(forger.found_after("UPDATE setting SET retracted = NULL WHERE retracted = 2") == 2);
    CHECK(forger.found_after("INSERT INTO setting (entry, name, value, added) VALUES (99, 'a', 'b', 3)") ==
          3);
    CHECK(forger.found_after("INSERT INTO setting (entry, name, value, added) VALUES (99, 'a', 'b', 4)") ==
          4);
    CHECK(forger.found_after("UPDATE change SET time = time + 1 WHERE number = 2") == 2);
    CHECK(forger.found_after(
              "REPLACE INTO payment SELECT contract, entry, date, amount + 1, reference, source, "
              "line, added, retracted FROM payment") == 1);
}

}  // namespace tracker
