// SPDX-License-Identifier: MIT
// What is recorded stays recorded: past the store, too, no fact can be altered or deleted. What gets past the
// triggers is found by the chain of changes (chain_test.cpp).
#include "fixture.hpp"
#include "store/tables.hpp"

namespace tracker {
namespace {

using namespace test;

std::vector<std::string> columns(const std::string& path, const std::string& table) {
    return rows(path, "SELECT name FROM pragma_table_info('" + table + "')");
}

/// A second change, for retracting by.
Numbers two_changes(Practice& practice) {
    const Numbers numbers = one_of_each(practice);
    practice.write([](Store& store) {
        Setting setting{{}, "reminder-day", "6"};
        store.add(0, setting);
    });
    return numbers;
}

}  // namespace

TEST_CASE("each table holds a fact, or the tests below prove nothing", "[store]") {
    Practice practice;
    one_of_each(practice);
    for (const tables::FactTable& table : tables::everything()) {
        CAPTURE(table.name);
        CHECK(rows(practice.path, "SELECT count(*) > 0 FROM " + std::string(table.name)) ==
              std::vector<std::string>{"1"});
    }
}

TEST_CASE("no column of a fact can be altered, not even to what it was", "[store]") {
    Practice practice;
    one_of_each(practice);
    for (const tables::FactTable& table : tables::everything()) {
        for (const std::string& column : columns(practice.path, std::string(table.name))) {
            if (column == "retracted") continue;
            CAPTURE(table.name, column);
            CHECK(sql(practice.path, "UPDATE " + std::string(table.name) + " SET \"" + column + "\" = \"" +
                                         column + '"') == "facts are never altered");
        }
    }
}

TEST_CASE("no fact, change, client, contract or kind can be deleted", "[store]") {
    Practice practice;
    one_of_each(practice);
    for (const tables::FactTable& table : tables::everything()) {
        CAPTURE(table.name);
        CHECK(sql(practice.path, "DELETE FROM " + std::string(table.name)) == "facts are never deleted");
    }
    CHECK(sql(practice.path, "DELETE FROM change") == "changes are never deleted");
    CHECK(sql(practice.path, "DELETE FROM client") == "clients are never deleted");
    CHECK(sql(practice.path, "DELETE FROM contract") == "contracts are never deleted");
    CHECK(sql(practice.path, "DELETE FROM kind") == "kinds are never deleted");
}

TEST_CASE("a fact is retracted by a later change that exists", "[store]") {
    Practice practice;
    two_changes(practice);
    for (const tables::FactTable& table : tables::everything()) {
        CAPTURE(table.name);
        const std::string set = "UPDATE " + std::string(table.name) + " SET retracted = ";
        CHECK(sql(practice.path, set + "1 WHERE added = 1").find("CHECK constraint failed") == 0);
        CHECK(sql(practice.path, set + "99 WHERE added = 1").find("FOREIGN KEY constraint failed") == 0);
        CHECK(sql(practice.path, set + "'two' WHERE added = 1").find("cannot store TEXT value") == 0);
        CHECK(sql(practice.path, set + "2 WHERE added = 1").empty());
    }
}

TEST_CASE("a change and what it undoes are never altered once it is sealed", "[store]") {
    Practice practice;
    two_changes(practice);
    for (const char* column : {"number", "time", "user", "command"}) {
        CHECK(sql(practice.path, std::string("UPDATE change SET ") + column + " = " + column) ==
              "changes are never altered");
    }
    CHECK(sql(practice.path, "UPDATE change SET entries = 1 WHERE number = 1") == "a change is sealed once");
    CHECK(sql(practice.path, "UPDATE change SET undoes = 1 WHERE number = 2") == "a change is sealed once");
    CHECK(sql(practice.path, "UPDATE contract SET client = client") == "contracts are never altered");
    CHECK(sql(practice.path, "UPDATE kind SET name = 'other'") == "kinds are never altered");
}

}  // namespace tracker
