// SPDX-License-Identifier: MIT
// Writing and reading: what is not committed never was, what was known is known, and undo brings back what
// was.
#include "../rules/test_data.hpp"
#include "fixture.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using namespace test;

Extension until(const char* day, const char* reason) {
    return {{}, kinds::documents, in("2026-10"), on("2026-11-04"), on(day), reason};
}

std::vector<std::string> reasons(const Store& store, ContractId contract) {
    std::vector<std::string> found;
    const auto facts = store.facts(contract);
    for (const Extension& extension : facts->extensions) found.push_back(extension.reason);
    return found;
}

}  // namespace

TEST_CASE("facts come out as they went in", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    Store store(practice.path, Store::Access::read);
    const auto facts = store.facts(numbers.contract);
    REQUIRE(facts);
    CHECK(facts->contract.number == "12/26");
    CHECK(facts->contract.signed_on == on("2026-08-25"));
    CHECK(facts->contract.fee == Money{600'050});
    REQUIRE(facts->amendments.size() == 1);
    CHECK(facts->amendments[0].fee == Money{750'000});
    CHECK_FALSE(facts->amendments[0].grace);
    CHECK(facts->amendments[0].resume == 2);
    REQUIRE(facts->schedule.size() == 2);
    CHECK(facts->schedule[0].line == Line{OwedBy::us, 1, 25, Convention::following, every::quarter,
                                          InPause::owed, Inputs({kinds::documents}), 5});
    REQUIRE(facts->duties.size() == 1);
    CHECK(facts->duties[0].due == on("2026-11-26"));
    CHECK_FALSE(facts->schedule[1].line);
    REQUIRE(facts->payments.size() == 2);
    CHECK(facts->payments[1].amount == Money{-5});
    REQUIRE(facts->suspensions.size() == 1);
    CHECK(facts->suspensions[0].until == on("2027-01-11"));
    CHECK(store.all<Payer>(numbers.client).size() == 1);
    CHECK(store.all<Payer>(numbers.client + 1).empty());
    CHECK(store.settings().at("reminder-day") == "5");
    CHECK_FALSE(store.facts(numbers.contract + 1));
    int passed = 0;
    store.each_contract([&](const ContractFacts& each) { passed += each.payments.size() == 2; });
    CHECK(passed == 1);
}

TEST_CASE("what is not committed never was", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    {
        Store store(practice.path, Store::Access::write);
        store.begin("maria", "never", practice.time);
        Extension extension = until("2026-12-01", "never");
        store.add(numbers.contract, extension);
        CHECK(reasons(store, numbers.contract).size() == 2);  // the writer sees its own
        store.roll_back();
        CHECK(reasons(store, numbers.contract).size() == 1);
        store.begin("maria", "lost", practice.time);
        store.add(numbers.contract, extension);
    }  // gone without a commit, as a killed program goes
    Store store(practice.path, Store::Access::read);
    CHECK(reasons(store, numbers.contract) == std::vector<std::string>{"moved"});
    CHECK(store.changes().size() == 1);
    CHECK(store.last_change() == 1);
}

TEST_CASE("one writer at a time; a reader keeps to the state that it found", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    Store reader(practice.path, Store::Access::read);
    CHECK(reader.last_change() == 1);
    CHECK(refusal([&] {
              Store writer(practice.path, Store::Access::read);
              writer.begin("maria", "no", practice.time);
          }) != "");
    CHECK(reasons(reader, numbers.contract).size() == 1);
}

TEST_CASE("as known by a change, the same questions have the answers of that time", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    const std::int64_t then = practice.time;
    practice.write([&](Store& store) {
        const ContractFacts facts = *store.facts(numbers.contract);
        store.retract(numbers.contract, facts.extensions[0]);
        Extension later = until("2026-12-01", "later");
        store.add(numbers.contract, later);
        Client client = *store.client_of(numbers.client);
        store.retract(numbers.client, client);
        client.name = "АО «Неуловимый»";
        store.add(numbers.client, client);
        Setting setting = store.all<Setting>().at(0);
        store.retract(0, setting);
    });
    Store store(practice.path, Store::Access::read);
    CHECK(store.last_change_at(then) == 1);
    CHECK(store.last_change_at(then - 1) == 0);
    CHECK(store.last_change_at(practice.time) == 2);
    CHECK(reasons(store, numbers.contract) == std::vector<std::string>{"later"});
    CHECK(store.clients().at(0).name == "АО «Неуловимый»");
    CHECK(store.settings().empty());
    store.as_known_by(1);
    CHECK(reasons(store, numbers.contract) == std::vector<std::string>{"moved"});
    CHECK(store.clients().at(0).name == "ООО «Неуловимый»");
    CHECK(store.client_by_code("neulovimy")->name == "ООО «Неуловимый»");
    CHECK(store.settings().size() == 1);
    CHECK(store.changes().size() == 1);
    store.as_known_by(0);
    CHECK(store.clients().empty());
    CHECK(store.contracts().empty());
    CHECK_FALSE(store.facts(numbers.contract));
    CHECK(store.changes().empty());
}

TEST_CASE("undo brings facts back in their order of entry", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    practice.write([&](Store& store) {
        Extension second = until("2026-12-01", "second");
        store.add(numbers.contract, second);
    });
    const ChangeNumber taking = practice.write([&](Store& store) {
        const ContractFacts facts = *store.facts(numbers.contract);
        for (const Extension& held : facts.extensions) store.retract(numbers.contract, held);
    });
    const ChangeNumber undo = practice.write([&](Store& store) { store.undo(taking); });
    Store store(practice.path, Store::Access::read);
    CHECK(reasons(store, numbers.contract) == std::vector<std::string>{"moved", "second"});
    CHECK(store.changes().at(2).undone_by == undo);
    CHECK(store.changes().at(3).undoes == taking);
    const auto extensions = store.facts(numbers.contract)->extensions;
    CHECK(extensions[0].recorded.entry < extensions[1].recorded.entry);
    CHECK(extensions[0].recorded.added == undo);
    store.as_known_by(taking);
    CHECK(reasons(store, numbers.contract).empty());
}

TEST_CASE("a change and its undo, and the undo of that", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    const ChangeNumber undo = practice.write([&](Store& store) { store.undo(numbers.change); });
    {
        Store store(practice.path, Store::Access::read);
        CHECK(store.clients().empty());
        CHECK(store.contracts().empty());
        CHECK(store.all<Holiday>().empty());
        CHECK(store.all<BankRecord>().empty());
    }
    practice.write([&](Store& store) { store.undo(undo); });
    Store store(practice.path, Store::Access::read);
    CHECK(store.facts(numbers.contract)->payments.size() == 2);
    CHECK(store.all<BankRecord>().size() == 1);
    CHECK_FALSE(store.changes().at(0).undone_by);
}

TEST_CASE("undo refuses what isn't there, what is undone, and what was replaced since", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    const ChangeNumber edit = practice.write([&](Store& store) {
        const Client client = *store.client_of(numbers.client);
        store.retract(numbers.client, client);
        Client edited = client;
        edited.note = "edited";
        store.add(numbers.client, edited);
    });
    const auto try_undo = [&](ChangeNumber number) {
        return refusal([&] { practice.write([&](Store& store) { store.undo(number); }); });
    };
    CHECK(try_undo(99) == "there is no change 99: see 'tracker log'");
    CHECK(try_undo(3) == "there is no change 3: see 'tracker log'");  // itself
    CHECK(try_undo(numbers.change) ==
          "change 1 can't be undone: change 2 (test) replaced what it recorded: undo that first");
    CHECK(try_undo(edit).empty());
    CHECK(try_undo(edit) == "change 2 is undone already, by change 3: undo that to have it back");
    Store store(practice.path, Store::Access::read);
    CHECK(store.client_of(numbers.client)->note.empty());
    CHECK(store.last_change() == 3);
}

TEST_CASE("bank lines wait until they are placed or dismissed", "[store]") {
    Practice practice;
    const Numbers numbers = one_of_each(practice);
    BankRecord record;
    practice.write([&](Store& store) {
        CHECK(unplaced(store).empty());  // the fixture's is dismissed
        record = store.all<BankRecord>().at(0);
        record.line.number = "78";
        store.add(0, record);
        BankRecord outgoing = record;
        outgoing.line.direction = Direction::outgoing;
        store.add(0, outgoing);
    });
    const ChangeNumber placing = practice.write([&](Store& store) {
        REQUIRE(unplaced(store).size() == 1);
        CHECK(unplaced(store)[0].line.number == "78");
        CHECK(store.bank_lines_of(record.line.date, record.line.amount).size() == 3);
        Payment payment{{}, record.line.date, record.line.amount, "", "", record.recorded.entry};
        store.add(numbers.contract, payment);
        CHECK(unplaced(store).empty());
    });
    practice.write([&](Store& store) {
        store.undo(placing);
        CHECK(unplaced(store).size() == 1);
    });
}

}  // namespace tracker
