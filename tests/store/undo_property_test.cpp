// SPDX-License-Identifier: MIT
// Whatever was done before, a change and its undo leave what is known as it was, and what was known then as
// well.
#include <fmt/format.h>

#include "../rules/property.hpp"
#include "../rules/test_data.hpp"
#include "fixture.hpp"
#include "store/tables.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using namespace test;

/// One query for all that is known by change ?1: each row but its two change numbers, which an undo renews.
std::string query_for_all(const std::string& path) {
    std::string query;
    for (const tables::FactTable& table : tables::everything()) {
        std::string cells;
        for (const std::string& column :
             rows(path, fmt::format("SELECT name FROM pragma_table_info('{}')", table.name))) {
            if (column != "added" && column != "retracted")
                cells += fmt::format(" || '|' || quote(\"{}\")", column);
        }
        query +=
            fmt::format("{}SELECT '{}'{} FROM {} WHERE added <= $ AND (retracted IS NULL OR retracted > $)",
                        query.empty() ? "" : " UNION ALL ", table.name, cells, table.name);
    }
    return query + " ORDER BY 1";
}

std::vector<std::string> known(const std::string& path, ChangeNumber by) {
    static const std::string query = query_for_all(path);  // the same for every database
    std::string filled;
    for (const char c : query) c == '$' ? filled += std::to_string(by) : filled += c;
    return rows(path, filled);
}

void add_payment(Store& store, ContractId contract) {
    Payment payment{{}, on("2026-11-20"), Money{100}, "", "", 0};
    store.add(contract, payment);
}

void retract_first_payment(Store& store, ContractId contract) {
    const ContractFacts facts = *store.facts(contract);
    if (!facts.payments.empty()) store.retract(contract, facts.payments.front());
}

/// As `place LINE CLIENT --same-as CHANGE --remember` does.
void make_first_payment_the_banks(Store& store, const Numbers& numbers) {
    const ContractFacts facts = *store.facts(numbers.contract);
    const std::vector<BankRecord> lines = unplaced(store);
    if (!facts.payments.empty()) store.retract(numbers.contract, facts.payments.front());
    Payment payment{{}, on("2026-11-21"), Money{100},
                    "", "bank",           lines.empty() ? 0 : lines[0].recorded.entry};
    store.add(numbers.contract, payment);
    for (const Payer& payer : store.all<Payer>(numbers.client)) store.retract(numbers.client, payer);
    Payer payer{{}, "40817810000000000001", "", numbers.contract};
    store.add(numbers.client, payer);
}

void edit_client(Store& store, ClientId id) {
    const auto held = store.client_of(id);
    if (!held) return;
    Client client = *held;
    store.retract(id, client);
    client.note += '+';
    store.add(id, client);
}

/// One of the things that commands do; the number chooses which, and which change an undo is of.
void do_something(Store& store, const Numbers& numbers, int choice) {
    if (!store.facts(numbers.contract)) return;
    switch (choice % 5) {
        case 0:
            return add_payment(store, numbers.contract);
        case 1:
            return retract_first_payment(store, numbers.contract);
        case 2:
            return edit_client(store, numbers.client);
        case 3:
            return make_first_payment_the_banks(store, numbers);
        default:
            break;
    }
    try {
        store.undo(2 + choice / 5 % 8);
    } catch (const Error&) {
        add_payment(store,
                    numbers.contract);  // refused: the fixture's change stands, or something rests on it
    }
}

}  // namespace

TEST_CASE("any change and its undo leave what is known as it was", "[store][property]") {
    holds_for_all(1, [] {
        Practice practice;
        const Numbers numbers = one_of_each(practice);
        const auto choices =
            *rc::gen::resize(6, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 40)));
        for (const int choice : choices) {
            practice.write([&](Store& store) { do_something(store, numbers, choice); });
        }
        const ChangeNumber last = 1 + static_cast<ChangeNumber>(choices.size());
        const auto before = known(practice.path, last);
        const int choice = *rc::gen::inRange(0, 40);
        const ChangeNumber change =
            practice.write([&](Store& store) { do_something(store, numbers, choice); });
        const auto between = known(practice.path, change);
        const ChangeNumber undo = practice.write([&](Store& store) { store.undo(change); });
        RC_ASSERT(known(practice.path, undo) == before);
        RC_ASSERT(known(practice.path, change) == between);
        RC_ASSERT(known(practice.path, last) == before);
        RC_ASSERT(Store(practice.path, Store::Access::read).verify().wrong == 0);
    });
}

}  // namespace tracker
