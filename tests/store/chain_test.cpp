// SPDX-License-Identifier: MIT
// The chain of changes: whatever is edited past the program, in any column of any table, is found.
#include <fmt/format.h>

#include "fixture.hpp"
#include "store/tables.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace {

using namespace test;

/// A practice with three changes: one of each fact, a setting replaced, an undo of that.
void three_changes(Practice& practice) {
    one_of_each(practice);
    const ChangeNumber second = practice.write([](Store& store) {
        const Setting held = store.all<Setting>().front();
        store.retract(0, held);
        Setting setting{{}, held.name, "6"};
        store.add(0, setting);
    });
    practice.write([&](Store& store) { store.undo(second); });
}

/// Edits the database as an attacker with the sqlite3 shell would, without its guards, and asks the chain.
class Forger {
  public:
    Forger() { three_changes(practice_); }

    /// The first change that doesn't fit after the edit, 0 if all do; the edit is taken back.
    ChangeNumber found_after(const std::string& edit) {
        std::filesystem::copy_file(practice_.path, forged_,
                                   std::filesystem::copy_options::overwrite_existing);
        SQLite::Database database(forged_, SQLite::OPEN_READWRITE);
        for (const std::string& name : rows(forged_, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
            database.exec("DROP TRIGGER " + name);
        database.exec("PRAGMA ignore_check_constraints = ON; " + edit);
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
    for (const tables::Table& table : tables::everything) tables.emplace_back(table.name);
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
}

TEST_CASE("a database that doesn't hold is found out, each in its words", "[store]") {
    Practice practice;
    three_changes(practice);
    const auto findings = [&](const std::string& edit) {
        const std::string path = practice.folder.file("edited.db");
        std::filesystem::copy_file(practice.path, path, std::filesystem::copy_options::overwrite_existing);
        CHECK(sql(path, edit).empty());
        return Store(path, Store::Access::inspect).findings();
    };
    using Found = std::vector<std::string>;
    CHECK(findings("DROP TRIGGER payment_kept") ==
          Found{"schema: the trigger payment_kept is missing or not as the program makes it"});
    CHECK(findings("CREATE VIEW mine AS SELECT 1; CREATE INDEX mine_too ON payment (date)").empty());
    CHECK(findings("CREATE TABLE mine (a)") == Found{"schema: the table mine is not the program's"});
    CHECK(findings("DROP TRIGGER payment_kept; UPDATE payment SET amount = 1; CREATE TRIGGER payment_kept "
                   "BEFORE UPDATE ON payment BEGIN SELECT 1; END")
              .front() == "schema: the trigger payment_kept is missing or not as the program makes it");
    CHECK(findings("INSERT INTO change (number, time, user, command) VALUES (5, 0, '', '')") ==
          Found{"rule: change 5 was never sealed", "rule: change 5 has no change 4 before it",
                "chain: change 5 isn't what was recorded: 'tracker log --verify'"});
}

}  // namespace tracker
