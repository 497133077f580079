// SPDX-License-Identifier: MIT
// The yardstick for reports: the morning's question, written by hand for the generator's practices alone. It
// knows one schedule, no pauses, no extensions, and keeps compact tables without any history of changes.
//
//   by_hand make DATABASE FOLDER DAY    the tables, from the generator's files; what is open on the day, as
//   triggers
//                                       would have kept it
//   by_hand pass DATABASE DAY           one ordered pass over all facts, as they stood on the day
//   by_hand open DATABASE DAY           reads only what is open
//   by_hand insert DATABASE DAY         one payment, as durable as tracker's
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "by_hand_database.hpp"
#include "tracker/base/dates.hpp"

namespace {

using by_hand::Database;
using by_hand::fail;
using by_hand::Query;
using tracker::Day;
using tracker::Period;

constexpr std::string_view kinds[] = {"statement", "documents", "salary", "advance", "payment"};
constexpr int fee_kind = 4;
constexpr int ahead = 7;
constexpr int kept_ahead = 40;

struct Contract {
    std::int64_t id = 0;
    std::string client, name, number;
    Period first;
    std::int64_t fee = 0;
    Period moved_from;  // documents fall due on another day from then on
    int moved_day = 0;
};

struct Item {
    Day due;
    std::int64_t contract;
    int kind;
    Period period;
    std::int64_t outstanding;
};

Day due_of(const Contract& contract, Period period, int kind) {
    constexpr int offsets[] = {1, 1, 1, 0, 0};
    constexpr int due_days[] = {1, 5, 5, 20, 10};
    const bool moved = kind == 1 && contract.moved_day > 0 && period >= contract.moved_from;
    return tracker::day_in(period + offsets[kind], moved ? contract.moved_day : due_days[kind]);
}

/// One ordered pass over all facts; calls `use` for each item that was open on the day and due by `until`,
/// with its contract.
void pass(const Database& database, Day on, Day until,
          const std::function<void(const Contract&, const Item&)>& use) {
    Query contracts(
        database,
        "SELECT id, client, name, number, first, fee, moved_from, moved_day FROM contract ORDER BY id");
    Query done(database, "SELECT contract, period, kind, date FROM done ORDER BY contract, period, kind");
    Query paid(database, "SELECT contract, date, amount FROM paid ORDER BY contract");
    bool more_done = done.step();
    bool more_paid = paid.step();
    while (contracts.step()) {
        const Contract contract{contracts.number(0),
                                contracts.text(1),
                                contracts.text(2),
                                contracts.text(3),
                                Period{static_cast<int>(contracts.number(4))},
                                contracts.number(5),
                                Period{static_cast<int>(contracts.number(6))},
                                static_cast<int>(contracts.number(7))};
        std::int64_t money = 0;
        for (; more_paid && paid.number(0) == contract.id; more_paid = paid.step()) {
            if (paid.number(1) <= tracker::to_int(on)) money += paid.number(2);
        }
        for (Period period = contract.first; tracker::first_day(period) <= until; ++period) {
            for (int kind = 0; kind < static_cast<int>(std::size(kinds)); ++kind) {
                const auto is_next = [&] {
                    return more_done && done.number(0) == contract.id && done.number(1) == period.index &&
                           done.number(2) == kind;
                };
                if (kind != fee_kind && is_next()) {
                    const bool by_then = done.number(3) <= tracker::to_int(on);
                    more_done = done.step();
                    if (by_then) continue;
                }
                const Day due = due_of(contract, period, kind);
                std::int64_t outstanding = 0;
                if (kind == fee_kind) {
                    outstanding = contract.fee - std::min(contract.fee, money);
                    money -= contract.fee - outstanding;
                    if (outstanding == 0) continue;
                }
                if (due <= until) use(contract, {due, contract.id, kind, period, outstanding});
            }
        }
        while (more_done && done.number(0) == contract.id) more_done = done.step();
    }
}

struct Named {
    Item item;
    std::string client, name, number;
};

void print(std::vector<Named>& rows, Day on, bool sorted) {
    if (!sorted) {
        std::stable_sort(rows.begin(), rows.end(), [](const Named& a, const Named& b) {
            return std::tie(a.item.due, a.client) < std::tie(b.item.due, b.client);
        });
    }
    std::string out = "client,name,contract,kind,period,due,days,outstanding\n";
    for (const Named& row : rows) {
        fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{}.{:02}\n", row.client, row.name,
                       row.number, kinds[row.item.kind], tracker::format(row.item.period),
                       tracker::format(row.item.due), (on - row.item.due).count(), row.item.outstanding / 100,
                       row.item.outstanding % 100);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
}

void run_pass(const Database& database, Day on) {
    std::vector<Named> rows;
    pass(database, on, on + tracker::days{ahead}, [&](const Contract& contract, const Item& item) {
        rows.push_back({item, contract.client, contract.name, contract.number});
    });
    print(rows, on, false);
}

void run_open(const Database& database, Day on) {
    Query query(database,
                "SELECT due, contract, kind, period, outstanding, client, name, number FROM open "
                "JOIN contract ON id = contract WHERE due <= ? ORDER BY due, contract");
    query.bind(1, tracker::to_int(on + tracker::days{ahead}));
    std::vector<Named> rows;
    while (query.step()) {
        const Item item{tracker::to_day(static_cast<int>(query.number(0))), query.number(1),
                        static_cast<int>(query.number(2)), Period{static_cast<int>(query.number(3))},
                        query.number(4)};
        rows.push_back({item, query.text(5), query.text(6), query.text(7)});
    }
    print(rows, on, true);
}

/// The cells of each line of a file but its first; the generator quotes none.
void each_line(const std::string& path, const std::function<void(const std::vector<std::string>&)>& use) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> cells{""};
        for (const char c : line) {
            if (c == ',') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        use(cells);
    }
}

std::int64_t minor(const std::string& amount) {
    return std::stoll(amount.substr(0, amount.find('.'))) * 100;
}

void make(Database& database, const std::string& folder, Day on) {
    database.run(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
        "CREATE TABLE contract (id INTEGER PRIMARY KEY, client TEXT, name TEXT, number TEXT, first INTEGER, "
        "fee INTEGER,"
        " moved_from INTEGER, moved_day INTEGER);"
        "CREATE TABLE done (contract INTEGER, period INTEGER, kind INTEGER, date INTEGER,"
        " PRIMARY KEY (contract, period, kind)) WITHOUT ROWID;"
        "CREATE TABLE paid (contract INTEGER, number INTEGER, date INTEGER, amount INTEGER,"
        " reference TEXT, PRIMARY KEY (contract, number)) WITHOUT ROWID;"
        "CREATE TABLE open (due INTEGER, contract INTEGER, kind INTEGER, period INTEGER, outstanding INTEGER,"
        " PRIMARY KEY (due, contract, kind, period)) WITHOUT ROWID;");
    std::unordered_map<std::string, std::string> names;
    std::unordered_map<std::string, Contract> contracts;
    each_line(folder + "/clients.csv", [&](const auto& cells) { names[cells[0]] = cells[1]; });
    each_line(folder + "/contracts.csv", [&](const auto& cells) {
        contracts[cells[0]] = {static_cast<std::int64_t>(contracts.size()) + 1,
                               cells[0],
                               names[cells[0]],
                               cells[1],
                               tracker::period_of(*tracker::parse_day(cells[2])),
                               minor(cells[4]),
                               {},
                               0};
    });
    each_line(folder + "/schedule.csv", [&](const auto& cells) {
        contracts[cells[0]].moved_from = *tracker::parse_period(cells[3]);
        contracts[cells[0]].moved_day = std::stoi(cells[6]);
    });
    Query contract(database, "INSERT INTO contract VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& [code, one] : contracts) {
        contract.bind(1, one.id)
            .bind(2, one.client)
            .bind(3, one.name)
            .bind(4, one.number)
            .bind(5, one.first.index);
        contract.bind(6, one.fee).bind(7, one.moved_from.index).bind(8, one.moved_day).once();
    }
    Query done(database, "INSERT INTO done VALUES (?, ?, ?, ?)");
    each_line(folder + "/fulfilments.csv", [&](const auto& cells) {
        const auto kind = std::find(std::begin(kinds), std::end(kinds), cells[2]) - std::begin(kinds);
        done.bind(1, contracts[cells[0]].id).bind(2, tracker::parse_period(cells[3])->index).bind(3, kind);
        done.bind(4, tracker::to_int(*tracker::parse_day(cells[4]))).once();
    });
    Query paid(database, "INSERT INTO paid VALUES (?, ?, ?, ?, ?)");
    std::int64_t number = 0;
    each_line(folder + "/payments.csv", [&](const auto& cells) {
        paid.bind(1, contracts[cells[0]].id)
            .bind(2, ++number)
            .bind(3, tracker::to_int(*tracker::parse_day(cells[2])));
        paid.bind(4, minor(cells[3])).bind(5, cells[5]).once();
    });
    Query open(database, "INSERT INTO open VALUES (?, ?, ?, ?, ?)");
    pass(database, on, on + tracker::days{kept_ahead}, [&](const Contract&, const Item& item) {
        open.bind(1, tracker::to_int(item.due))
            .bind(2, item.contract)
            .bind(3, item.kind)
            .bind(4, item.period.index);
        open.bind(5, item.outstanding).once();
    });
    database.run("COMMIT");
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 3) fail("make DATABASE FOLDER DAY | pass DATABASE DAY | open DATABASE DAY");
    Database database(words[1].c_str());
    const Day on = tracker::parse_day(words.back()).value_or(Day{});
    if (words[0] == "make") {
        make(database, words[2], on);
    } else if (words[0] == "insert") {
        database.run(
            "PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE;"
            "INSERT INTO paid SELECT 1, max(number) + 1, 20000, 100, '' FROM paid WHERE contract = 1; "
            "COMMIT");
    } else if (words[0] == "pass") {
        run_pass(database, on);
    } else {
        run_open(database, on);
    }
}
