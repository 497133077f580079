// SPDX-License-Identifier: MIT
// What `check` finds in a database that was edited past the program: each of its rules, broken.
#include <algorithm>

#include "fixture.hpp"

namespace tracker {
namespace {

using namespace test;
using Found = std::vector<std::string>;

std::string copy_of(const Practice& practice) {
    std::string path = practice.folder.file("edited.db");
    std::filesystem::copy_file(practice.path, path, std::filesystem::copy_options::overwrite_existing);
    return path;
}

struct Breach {
    const char* edit;  ///< of a practice with three_changes, its guards taken away
    const char* finding;
};

const Breach breaches[] = {
    {"UPDATE change SET digest = NULL WHERE number = 3", "rule: change 3 was never sealed"},
    {"INSERT INTO change VALUES (5, 0, 'a', 'b', NULL, 99, zeroblob(32))",
     "rule: change 5 has no change 4 before it"},
    {"UPDATE change SET entries = 1 WHERE number = 3",
     "rule: change 3 ends before the entries of the change before it"},
    {"INSERT INTO fulfilment SELECT contract, entry + 1, period, kind, date, note, added, NULL FROM "
     "fulfilment",
     "rule: contract 1 met its salary twice"},
    {"DELETE FROM contract_record", "rule: contract 1 has no record"},
    {"UPDATE contract_record SET retracted = 3",
     "rule: payment 10 is about contract 1, which no record holds"},
    {"DELETE FROM client_record", "rule: contract 1 holds, and its client has no record"},
    {"UPDATE bank_file SET retracted = 3", "rule: bank line 20 is of no file"},
    {"UPDATE payment SET line = 99 WHERE amount > 0", "rule: payment 10 comes from no bank line"},
    {"UPDATE payment SET line = 20", "rule: bank line 20 became more than one payment"},
    {"DELETE FROM bank_line", "rule: dismissal 22 is of no bank line"},
    {"DELETE FROM letter", "rule: delivery 15 is of no letter"},
    {"UPDATE payment SET entry = 99 WHERE amount > 0",
     "rule: payment 99 is numbered beyond change 1, which recorded it"},
    {"DELETE FROM client", "broken reference: contract refers to rows of client that are not there"},
    {"UPDATE payment SET amount = 0", "damaged: CHECK constraint failed in payment"},
    {"UPDATE payment SET amount = amount + 1",
     "chain: change 1 isn't what was recorded: 'tracker log --verify'"},
};

}  // namespace

TEST_CASE("each rule that a database must keep is found broken", "[store]") {
    Practice practice;
    three_changes(practice);
    for (const Breach& breach : breaches) {
        const std::string path = copy_of(practice);
        edit_past_guards(path, breach.edit);
        const Found found = Store(path, Store::Access::inspect).findings();
        CAPTURE(breach.edit, found);
        CHECK(std::count(found.begin(), found.end(), breach.finding) > 0);
    }
}

TEST_CASE("a database that doesn't hold is found out, each in its words", "[store]") {
    Practice practice;
    three_changes(practice);
    const auto findings = [&](const std::string& edit) {
        const std::string path = copy_of(practice);
        CHECK(sql(path, edit).empty());
        return Store(path, Store::Access::inspect).findings();
    };
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
