// SPDX-License-Identifier: MIT
// The cache: what is kept comes back as it was, what is no good is noticed, and a change takes away what it
// touches.
#include "../rules/generators.hpp"
#include "../rules/property.hpp"
#include "fixture.hpp"
#include "store/sqlite/open.hpp"
#include "store/sqlite/packed.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/ledger_text.hpp"

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
    /// How many payments decisions about a day are given: none of them are left in the cache.
    [[nodiscard]] std::size_t payments_from(Day day) const {
        std::size_t payments = 0;
        const Store store(practice.path, Store::Access::read);
        store.each_contract_from(day, [&](const Client& client, const CarriedFacts& facts) {
            CHECK(client.code == "neulovimy");
            payments = facts.payments.size();
        });
        return payments;
    }
    [[nodiscard]] std::string held() const {
        return rows(practice.path, "SELECT count(*) FROM cache_contract").at(0);
    }

    const Day since = *parse_day("2026-11-20");
    Practice practice;
    Numbers numbers;
};

}  // namespace

TEST_CASE("facts are packed and unpacked as they were", "[store][property]") {
    Practice practice;
    Connection database(open_engine(practice.path, true));
    tables::KindNumbers kinds(database);
    holds_for_all(1, [&] {
        const gen::Case given = *gen::cases();
        const Calendar calendar{given.holidays};
        for (const Day since : given.days) {
            const CarriedFacts carried = carry_forward(given.facts, calendar, since);
            const std::string bytes = packed::pack(carried, kinds);
            ContractFacts back;
            RC_ASSERT(packed::unpack(bytes, kinds, back));
            RC_ASSERT(packed::pack(back, kinds) == bytes);
            RC_ASSERT(difference(make_ledger(carried, calendar, since, since),
                                 make_ledger(back, calendar, since, since)) == "");
            ContractFacts cut;
            RC_ASSERT(!packed::unpack(bytes.substr(0, bytes.size() - 1), kinds, cut));
        }
    });
}

TEST_CASE("bytes that nobody packed are no facts, or lawful ones", "[store][property]") {
    Kept kept;
    Connection database(open_engine(kept.practice.path, false));
    tables::KindNumbers kinds(database);
    const std::string whole = packed::pack(kept.right(Store(kept.practice.path, Store::Access::read)), kinds);
    int refused = 0;
    holds_for_all(20, [&] {
        std::string bytes = whole;
        for (int left = *rc::gen::inRange(1, 4); left > 0; --left)
            bytes[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(bytes.size())))] =
                *rc::gen::arbitrary<char>();
        ContractFacts facts;
        if (!packed::unpack(bytes, kinds, facts)) {
            ++refused;
            return;
        }
        const Day on = std::max(facts.brought.since, earliest_day);
        make_ledger(facts, Calendar{}, on, std::min(on + days{40}, latest_day));
    });
    CHECK(refused > 0);
}

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

TEST_CASE("a row of the cache that is no good is not used", "[store]") {
    for (const std::string edited :
         {"facts = substr(facts, 1, 9)", "facts = substr(facts, 1, 20)", "client = client + 1",
          "since = since - 1", "facts = CAST(facts || x'00' AS BLOB)"}) {
        INFO(edited);
        const Kept kept;
        CHECK(sql(kept.practice.path, "UPDATE cache_contract SET " + edited).empty());
        CHECK(kept.payments_from(kept.since) == 2);
        const Store store(kept.practice.path, Store::Access::read);
        CHECK_FALSE(store.is_kept(kept.right(store), false));
    }
}

TEST_CASE("no byte of the cache's rows can be another and be believed", "[store]") {
    const Kept kept;
    const auto size = std::stoul(rows(kept.practice.path, "SELECT length(facts) FROM cache_contract").at(0));
    SQLite::Database database(kept.practice.path, SQLite::OPEN_READWRITE);
    SQLite::Statement read(database, "SELECT facts FROM cache_contract");
    REQUIRE(read.executeStep());
    const std::string whole = read.getColumn(0).getString();
    read.reset();
    for (std::size_t at = 0; at < size; ++at) {
        std::string edited = whole;
        edited[at] = static_cast<char>(edited[at] ^ (1 << at % 8));
        SQLite::Statement write(database, "UPDATE cache_contract SET facts = ?");
        write.bind(1, edited.data(), static_cast<int>(edited.size()));
        write.exec();
        INFO("byte " << at);
        REQUIRE(kept.payments_from(kept.since) == 2);
    }
}

TEST_CASE("what is kept is what is made of the facts now", "[store]") {
    const Kept kept;
    const Store store(kept.practice.path, Store::Access::read);
    CHECK(store.carried_since(kept.numbers.contract) == to_int(kept.since));
    CHECK(store.is_kept(kept.right(store), false));
    CHECK_FALSE(store.is_kept(kept.right(store), true));
}

TEST_CASE("what an earlier version of the program kept is not used, and all of it made anew", "[store]") {
    Kept kept;
    CHECK(sql(kept.practice.path, "UPDATE cache_contract SET facts = x'0102'").empty());
    CHECK(Store(kept.practice.path, Store::Access::read).carried_since(kept.numbers.contract) ==
          std::nullopt);
    CHECK(kept.payments_from(kept.since) == 2);
    kept.practice.write([&](Store& store) {
        Setting setting{{}, "firm-name", "b"};
        store.add(0, setting);
        CHECK(store.take_stale() == std::nullopt);
    });
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
