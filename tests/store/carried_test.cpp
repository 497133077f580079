// SPDX-License-Identifier: MIT
// The cache: what is no good is noticed, and a change takes away what it touches.
#include <fmt/format.h>

#include "carried.hpp"
#include "tracker/rules/carry_forward.hpp"

namespace tracker {
namespace {

using namespace test;

/// A practice whose only contract is in the cache.
struct Kept {
    Kept() : numbers(one_of_each(practice)) {
        practice.write([&](Store& store) {
            Setting setting{{}, "firm-name", "a"};
            store.add(0, setting);
            store.keep_carried(right(store));
        });
    }
    /// What belongs into the cache.
    [[nodiscard]] CarriedFacts right(const Store& store) const {
        return carry_forward(*store.facts(numbers.contract), Calendar{store.all<Holiday>()}, since);
    }
    /// What decisions about a day are given.
    [[nodiscard]] CarriedFacts given(Day day) const {
        CarriedFacts found;
        const Store store(practice.path, Store::Access::read);
        store.each_contract_from(day, [&](const Client& client, const CarriedFacts& facts) {
            CHECK(client.code == "neulovimy");
            found = facts;
        });
        return found;
    }
    /// How many payments these are given: none of them are left in the cache.
    [[nodiscard]] std::size_t payments_from(Day day) const { return given(day).payments.size(); }
    [[nodiscard]] std::string held() const {
        return rows(practice.path, "SELECT count(*) FROM cache_contract").at(0);
    }

    const Day since = *parse_day("2026-11-20");
    Practice practice;
    Numbers numbers;
};

/// A value of the cache, as SQL says where it stands.
struct Cell {
    std::string table;
    std::string column;
    std::string row;
};

std::vector<Cell> cells(const std::string& path) {
    std::vector<Cell> all;
    for (const std::string table : {"cache_contract", "cache_row"}) {
        const std::string number = table == "cache_row" ? "list || position" : "contract";
        for (const std::string& row : rows(path, fmt::format("SELECT {} FROM {}", number, table))) {
            const std::string where = fmt::format("{} = '{}'", number, row);
            for (const std::string& column :
                 rows(path, fmt::format("SELECT name FROM pragma_table_info('{}')", table)))
                all.push_back({table, column, table == "cache_row" ? where : "true"});
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a change takes away what the cache holds of the contracts that it touches", "[store]") {
    Kept kept;
    CHECK(kept.held() == "1");
    SECTION("a payment") {
        kept.practice.write([&](Store& store) {
            Payment payment{{}, kept.since, Money{1}, "", "", 0};
            store.add(kept.numbers.contract, payment);
        });
        CHECK(kept.held() == "0");
    }
    SECTION("a fact that is taken back") {
        kept.practice.write([&](Store& store) {
            store.retract(kept.numbers.contract, store.facts(kept.numbers.contract)->waivers.at(0));
        });
        CHECK(kept.held() == "0");
    }
    SECTION("a holiday touches all") {
        kept.practice.write([&](Store& store) {
            Holiday holiday{{}, kept.since, HolidayKind::holiday, "a"};
            store.add(0, holiday);
        });
        CHECK(kept.held() == "0");
    }
    SECTION("what decides nothing touches none") {
        kept.practice.write([&](Store& store) {
            Setting setting{{}, "firm-name", "b"};
            store.add(0, setting);
            Letter letter;
            letter.date = kept.since;
            letter.about = "suspension 2026-11-16";
            store.add(kept.numbers.contract, letter);
        });
        CHECK(kept.held() == "1");
    }
}

TEST_CASE("the cache answers for its day and later ones alone", "[store]") {
    const Kept kept;
    CHECK(kept.payments_from(kept.since) == 0);
    CHECK(kept.payments_from(kept.since + days{400}) == 0);
    CHECK(kept.payments_from(kept.since - days{1}) == 2);
}

TEST_CASE("no value of the cache can be another and be believed", "[store]") {
    Kept kept;
    CarriedFacts whole;
    kept.practice.write([&](Store& store) {
        Setting setting{{}, "firm-name", "b"};
        store.add(0, setting);
        whole = with_all_brought(kept.right(store));
        store.keep_carried(whole);
    });
    REQUIRE(sum_of(kept.given(kept.since)) == sum_of(whole));
    SQLite::Database database(kept.practice.path, SQLite::OPEN_READWRITE);
    database.exec(
        "PRAGMA synchronous = OFF; CREATE TEMP TABLE contracts AS SELECT * FROM cache_contract;"
        "CREATE TEMP TABLE others AS SELECT * FROM cache_row");
    int refused = 0;
    for (const Cell& cell : cells(kept.practice.path)) {
        for (const std::string value :
             {"{0} + 1", "{0} - 1", "NULL", "'x' || {0}", "1e300", "zeroblob(9)", "9223372036854775807"}) {
            const std::string edit =
                fmt::format("UPDATE OR IGNORE {} SET {} = {} WHERE {}", cell.table, cell.column,
                            fmt::format(fmt::runtime(value), cell.column), cell.row);
            INFO(edit);
            try {
                database.exec(edit);
            } catch (const SQLite::Exception&) {  // the column's type or NOT NULL
                continue;
            }
            const CarriedFacts given = kept.given(kept.since);
            const bool believed = given.payments.empty();
            REQUIRE((!believed || sum_of(given) == sum_of(whole)));
            refused += believed ? 0 : 1;
            database.exec(
                "DELETE FROM cache_contract; INSERT INTO cache_contract SELECT * FROM contracts;"
                "DELETE FROM cache_row; INSERT INTO cache_row SELECT * FROM others");
        }
    }
    CHECK(refused > 200);
}

TEST_CASE("rows that are missing, more or another contract's are not used", "[store]") {
    const std::string other = "INSERT INTO cache_row SELECT list, contract, position + 9, ";
    for (const std::string& edited :
         {std::string("DELETE FROM cache_row WHERE list = 'schedule_line' AND position = 2"),
          std::string("DELETE FROM cache_row"), std::string("UPDATE cache_contract SET client = client + 1"),
          std::string("UPDATE cache_contract SET since = since - 1"),
          other +
              "v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12 FROM cache_row WHERE list = 'amendment'"}) {
        INFO(edited);
        const Kept kept;
        CHECK(sql(kept.practice.path, edited).empty());
        CHECK(kept.payments_from(kept.since) == 2);
        const Store store(kept.practice.path, Store::Access::read);
        CHECK_FALSE(store.is_kept(kept.right(store), false));
    }
    Kept kept;
    kept.practice.write([&](Store& store) {
        Contract contract = store.facts(kept.numbers.contract)->contract;
        contract.number = "13/26";
        store.add(store.new_contract(kept.numbers.client), contract);
    });
    CHECK(kept.given(kept.since).amendments.empty());  // those of the contract that is last
    CHECK(
        sql(kept.practice.path,
            "UPDATE cache_contract SET contract = contract + 1; UPDATE cache_row SET contract = contract + 1")
            .empty());
    CHECK(kept.given(kept.since).amendments.empty());
}

TEST_CASE("what is kept is what is made of the facts now", "[store]") {
    const Kept kept;
    const Store store(kept.practice.path, Store::Access::read);
    CHECK(store.carried_since(kept.numbers.contract) == to_int(kept.since));
    CHECK(store.is_kept(kept.right(store), false));
    CHECK_FALSE(store.is_kept(kept.right(store), true));
}

TEST_CASE("what another version of the program kept is not used, and all of it made anew", "[store]") {
    Kept kept;
    CHECK(sql(kept.practice.path, "UPDATE cache_contract SET form = form + 1").empty());
    CHECK(Store(kept.practice.path, Store::Access::read).carried_since(kept.numbers.contract) ==
          std::nullopt);
    CHECK(kept.payments_from(kept.since) == 2);
    kept.practice.write([&](Store& store) {
        Setting setting{{}, "firm-name", "b"};
        store.add(0, setting);
        CHECK(store.take_stale() == std::nullopt);
    });
}

TEST_CASE("rows whose contract somebody deleted hinder no change", "[store]") {
    Kept kept;
    CHECK(sql(kept.practice.path, "DELETE FROM cache_contract").empty());
    kept.practice.write([&](Store& store) {
        Setting setting{{}, "firm-name", "b"};
        store.add(0, setting);
        store.keep_carried(kept.right(store));
    });
    CHECK(kept.payments_from(kept.since) == 0);
}

TEST_CASE("where nothing is kept of a contract, its facts are read", "[store]") {
    Kept kept;
    kept.practice.write([&](Store& store) {
        Setting setting{{}, "firm-name", "b"};
        store.add(0, setting);
        store.keep_nothing_carried(kept.right(store));
    });
    CHECK(kept.held() == "1");
    const Store store(kept.practice.path, Store::Access::read);
    CHECK(store.is_kept(kept.right(store), true));
    CHECK(kept.payments_from(kept.since) == 2);
}

}  // namespace tracker
