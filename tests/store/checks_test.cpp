// SPDX-License-Identifier: MIT
// What the domain forbids, the database refuses, whoever writes it.
#include "fixture.hpp"

namespace tracker {
namespace {

using namespace test;

constexpr const char* check = "CHECK constraint failed";
constexpr const char* foreign = "FOREIGN KEY constraint failed";
constexpr const char* strict = "cannot store";
constexpr const char* missing = "NOT NULL constraint failed";

struct Bad {
    const char* insert;  ///< after INSERT INTO; change 1, client 1, contract 1 and kind 1 exist
    const char* why;
};

// Days: 20000 is 2024-10-04; periods: 24320 is 2026-09.
const Bad bad_facts[] = {
    {"client_record VALUES (1, 99, 'Big', 'n', '', '', '', 'ru', '', 1, NULL)", check},
    {"client_record VALUES (1, 99, '', 'n', '', '', '', 'ru', '', 1, NULL)", check},
    {"client_record VALUES (1, 99, 'a', '', '', '', '', 'ru', '', 1, NULL)", check},
    {"client_record VALUES (1, 99, 'a', 'n', '12345', '', '', 'ru', '', 1, NULL)", check},
    {"client_record VALUES (1, 99, 'a', 'n', '770708389x', '', '', 'ru', '', 1, NULL)", check},
    {"client_record VALUES (1, 99, 'a', 'n', '', '', '', 'de', '', 1, NULL)", check},
    {"client_record VALUES (1, 99, 'a', NULL, '', '', '', 'ru', '', 1, NULL)", missing},
    {"client_record VALUES (99, 99, 'a', 'n', '', '', '', 'ru', '', 1, NULL)", foreign},
    {"client_record VALUES (1, 99, 'neulovimy', 'n', '', '', '', 'ru', '', 1, NULL)",
     "UNIQUE constraint failed"},
    {"contract_record VALUES (1, 99, '', NULL, 20000, NULL, 'RUB', 1, 10, 5, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, 19999, 'RUB', 1, 10, 5, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 90000, NULL, 'RUB', 1, 10, 5, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, NULL, 'rub', 1, 10, 5, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, NULL, 'RUB', -1, 10, 5, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, NULL, 'RUB', 1.5, 10, 5, 0, '', 1, NULL)", strict},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, NULL, 'RUB', 1, 32, 5, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, NULL, 'RUB', 1, 10, 367, 0, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, 20000, NULL, 'RUB', 1, 10, 5, 61, '', 1, NULL)", check},
    {"contract_record VALUES (1, 99, '1', NULL, '2026-09-01', NULL, 'RUB', 1, 10, 5, 0, '', 1, NULL)",
     strict},
    {"amendment VALUES (1, 99, 24320, NULL, NULL, NULL, 1, NULL)", check},
    {"amendment VALUES (1, 99, 1, 100, NULL, NULL, 1, NULL)", check},
    {"amendment VALUES (99, 99, 24320, 100, NULL, NULL, 1, NULL)", foreign},
    {"schedule_line VALUES (1, 99, 1, 24320, 'them', 1, 5, 'none', NULL, NULL, NULL, NULL, 1, NULL)", check},
    {"schedule_line VALUES (1, 99, 1, 24320, 'us', 99, 5, 'none', NULL, NULL, NULL, NULL, 1, NULL)", check},
    {"schedule_line VALUES (1, 99, 1, 24320, 'us', 1, 0, 'none', NULL, NULL, NULL, NULL, 1, NULL)", check},
    {"schedule_line VALUES (1, 99, 1, 24320, 'us', 1, 5, 'nearest', NULL, NULL, NULL, NULL, 1, NULL)", check},
    {"schedule_line VALUES (1, 99, 1, 24320, 'us', NULL, 5, 'none', NULL, NULL, NULL, NULL, 1, NULL)", check},
    {"schedule_line VALUES (1, 99, 99, 24320, 'us', 1, 5, 'none', NULL, NULL, NULL, NULL, 1, NULL)", foreign},
    {"fulfilment VALUES (1, 99, 99999, 1, 20000, '', 1, NULL)", check},
    {"fulfilment VALUES (1, 99, 24320, 1, 99999, '', 1, NULL)", check},
    {"fulfilment VALUES (1, 99, 24320, 99, 20000, '', 1, NULL)", foreign},
    {"fulfilment VALUES (1, 99, 24320, 1, 20000, '', 99, NULL)", foreign},
    {"fulfilment VALUES (1, 0, 24320, 1, 20000, '', 1, NULL)", check},
    {"fulfilment SELECT contract, 99, period, kind, date + 1, '', 1, NULL FROM fulfilment",
     "an obligation is fulfilled once"},
    {"extension VALUES (1, 99, 1, 24320, 20000, 99999, '', 1, NULL)", check},
    {"waiver VALUES (1, 99, 1, 24320, 20000, NULL, 1, NULL)", missing},
    {"charge VALUES (1, 99, 20000, 19999, 100, '', 1, NULL)", check},
    {"charge VALUES (1, 99, 20000, 20000, 0, '', 1, NULL)", check},
    {"charge VALUES (1, 99, 20000, 20000, 1000000000000001, '', 1, NULL)", check},
    {"payment VALUES (1, 99, 20000, 0, '', '', NULL, 1, NULL)", check},
    {"payment VALUES (1, 99, 20000, -1000000000000001, '', '', NULL, 1, NULL)", check},
    {"payment VALUES (1, 99, 20000, 'much', '', '', NULL, 1, NULL)", strict},
    {"payment VALUES (99, 99, 20000, 1, '', '', NULL, 1, NULL)", foreign},
    {"credit VALUES (1, 99, 20000, -1, '', '', 1, NULL)", check},
    {"suspension VALUES (1, 99, 20000, 20000, 20000, '', 1, NULL)", check},
    {"holiday VALUES (99, 20000, 'feast', '', 1, NULL)", check},
    {"setting VALUES (99, 'a', NULL, 1, NULL)", missing},
    {"bank_file VALUES (99, 'a', 'pdf', 1, NULL)", check},
    {"kind VALUES (99, 'VAT return')", check},
    {"kind VALUES (99, 'a-kind-of-twenty-four-ch')", check},
    {"change VALUES (0, 1, 'u', 'c', NULL, NULL, NULL)", check},
    {"change VALUES (99, 1, 'u', 'c', 100, NULL, NULL)", check},
    {"contract VALUES (99, 99)", foreign},
};

}  // namespace

TEST_CASE("what the domain forbids is refused by the database itself", "[store]") {
    Practice practice;
    one_of_each(practice);
    for (const Bad& bad : bad_facts) {
        CAPTURE(bad.insert, bad.why);
        CHECK(sql(practice.path, std::string("INSERT INTO ") + bad.insert).find(bad.why) == 0);
    }
    CHECK(rows(practice.path, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(rows(practice.path, "PRAGMA foreign_key_check").empty());
}

TEST_CASE("every table is strict", "[store]") {
    Practice practice;
    CHECK(rows(practice.path,
               "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
               "AND name NOT LIKE 'sqlite%'")
              .empty());
}

TEST_CASE("a code that a client gave up is another's to take", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    practice.write([&](Store& store) {
        Client client = *store.client_by_code("neulovimy");
        store.retract(numbers.client, client);
        client.code = "neulov";
        store.add(numbers.client, client);
    });
    practice.write([](Store& store) {
        Client other;
        other.code = "neulovimy";
        other.name = "Другой";
        store.add(store.new_client(), other);
    });
    Store store(practice.path, Store::Access::read);
    CHECK(store.clients().size() == 2);
    CHECK(store.client_by_code("neulovimy")->name == "Другой");
}

TEST_CASE("the views show every fact in plain dates and amounts", "[store]") {
    Practice practice;
    one_of_each(practice);
    const auto first = [&](const std::string& view) {
        return rows(practice.path, "SELECT * FROM " + view).at(0);
    };
    CHECK(first("changes").starts_with("1|2027-01-15 09:00:00|maria|test|-|"));
    CHECK(first("clients") == "neulovimy|ООО «Неуловимый»|7707083893|||ru||1|-");
    CHECK(first("contracts") == "neulovimy|12/26|2026-08-25|2026-09-01|2027-12-31|RUB|6000.50|10|5|0||1|-");
    CHECK(first("terms") == "neulovimy|12/26|2026-12|7500.00|-|2|1|-");
    CHECK(rows(practice.path, "SELECT * FROM schedule ORDER BY kind") ==
          std::vector<std::string>{
              "neulovimy|12/26|advance|2027-01|-|-|-|-|-|-|-|-|1|-",
              "neulovimy|12/26|vat-return|2026-10|us|1|25|following|3 6 9 12|owed|documents|5|1|-"});
    CHECK(first("fulfilments") == "neulovimy|12/26|salary|2026-10|2026-11-05|by mail|1|-");
    CHECK(first("extensions") == "neulovimy|12/26|documents|2026-10|2026-11-04|2026-11-12|moved|1|-");
    CHECK(first("waivers") == "neulovimy|12/26|statement|2026-10|2026-11-02|no movements|1|-");
    CHECK(first("charges") == "neulovimy|12/26|2026-10-14|2026-10-28|2500.00|archive|1|-");
    CHECK(rows(practice.path, "SELECT date, amount, reference FROM payments ORDER BY date") ==
          std::vector<std::string>{"2026-10-09|6000.50|no. 14", "2026-10-10|-0.05|"});
    CHECK(first("credits") == "neulovimy|12/26|2026-11-01|500.00|our mistake||1|-");
    CHECK(first("suspensions") == "neulovimy|12/26|2026-11-20|2026-12-28|2027-01-11|asked|1|-");
    CHECK(first("holidays") == "2026-11-04|holiday|Unity Day|1|-");
    CHECK(first("settings") == "reminder-day|5|1|-");
    CHECK(first("statements") == "40802810900000000777|2026-11-01|2026-11-30|-|november.txt|1|-");
    CHECK(rows(practice.path, "SELECT date, number, amount, direction, file FROM bank_lines") ==
          std::vector<std::string>{"2026-11-09|77|100.00|incoming|november.txt"});
    const auto views = rows(practice.path, "SELECT name FROM sqlite_schema WHERE type = 'view'");
    for (const std::string& view : views) CHECK(!rows(practice.path, "SELECT * FROM " + view).empty());
}

}  // namespace tracker
