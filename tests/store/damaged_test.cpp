// SPDX-License-Identifier: MIT
// Values that the schema would not have let in: a file can be damaged, or made by hand. None is read as a
// fact.
#include <sqlite3.h>

#include "fixture.hpp"

namespace tracker {
namespace {

using namespace test;

/// Past every check: what a damaged page does to a value.
void damage(const std::string& path, const std::string& update) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    database.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF");
    database.exec(update);
}

std::string refused(const std::string& path) {
    return refusal([&] {
        const Store store(path, Store::Access::read);
        static_cast<void>(store.clients());
        store.each_contract([](const ContractFacts&) {});
        store.each_bank_line([](const BankRecord&) {});
        static_cast<void>(store.all<Holiday>());
        static_cast<void>(store.changes());
    });
}

struct Damage {
    const char* update;
    const char* column;
};

const Damage damages[] = {
    {"UPDATE payment SET date = 9999999999", "date"},
    {"UPDATE charge SET due = -2147483648", "due"},
    {"UPDATE fulfilment SET period = 1", "period"},
    {"UPDATE payment SET amount = 9223372036854775807", "amount"},
    {"UPDATE contract_record SET grace = 2147483647", "grace"},
    {"UPDATE contract_record SET pay_day = 0", "pay_day"},
    {"UPDATE contract_record SET currency = char(27) || '[m'", "currency"},
    {"UPDATE amendment SET resume = -1", "resume"},
    {"UPDATE schedule_line SET owed_by = 'nobody'", "owed_by"},
    {"UPDATE schedule_line SET \"offset\" = 1000", "offset"},
    {"UPDATE client_record SET code = char(27)", "code"},
    {"UPDATE client_record SET language = 'de'", "language"},
    {"UPDATE holiday SET date = 99999999", "date"},
    {"UPDATE bank_line SET occurrence = -1", "occurrence"},
};

}  // namespace

TEST_CASE("a value that can't be is refused, and its column named", "[store]") {
    for (const auto& [update, column] : damages) {
        CAPTURE(update);
        Practice practice;
        one_of_each(practice);
        CHECK(refused(practice.path).empty());
        damage(practice.path, update);
        CHECK(refused(practice.path) == "the database is damaged: " + std::string(column) +
                                            " of a fact is a value that can't be: restore a backup");
    }
}

TEST_CASE("kinds and changes that can't be are refused", "[store]") {
    Practice practice;
    one_of_each(practice);
    SECTION("a kind without a name") {
        damage(practice.path, "UPDATE kind SET name = char(27) || id");
        CHECK(refused(practice.path) == "the database has a kind without a name: restore a backup");
    }
    SECTION("a kind that isn't listed") {
        damage(practice.path, "UPDATE fulfilment SET kind = 0");
        CHECK(refused(practice.path) == "a fact has a kind that the database doesn't list: restore a backup");
    }
    SECTION("a change that counts less than nothing") {
        damage(practice.path, "UPDATE change SET entries = -1");
        CHECK(refused(practice.path) == "a change counts less than nothing: restore a backup");
    }
    SECTION("changes numbered to the end") {
        damage(practice.path, "UPDATE change SET entries = 9223372036854775807");
        CHECK(refusal([&] { practice.write([](Store&) {}); }) ==
              "the database numbers its changes beyond reason: restore a backup");
    }
}

}  // namespace tracker
