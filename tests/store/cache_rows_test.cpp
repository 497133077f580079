// SPDX-License-Identifier: MIT
// The rows of the cache by themselves: what is kept comes back as it was, and values that nobody kept do no
// harm.
#include <fmt/format.h>

#include "../rules/generators.hpp"
#include "../rules/property.hpp"
#include "carried.hpp"
#include "store/cache.hpp"
#include "store/sqlite/open.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/ledger_text.hpp"

namespace tracker {
namespace {

using namespace test;

/// The cache of an empty database, in one transaction that is never committed; facts are of contract 1.
struct Cache {
    Cache() { impl.connection.execute("BEGIN"); }
    bool keep_and_read(const CarriedFacts& carried, CarriedFacts& back) {
        cache::keep(impl, carried, false);
        back.contract = carried.contract;
        return cache::Rows(impl, 1).read(back);
    }

    Practice practice;
    Store::Impl impl{practice.path, open_engine(practice.path, true)};
};

/// Contract 1 with what random facts come to.
CarriedFacts carried_of(const gen::Case& given, Day since) {
    CarriedFacts carried = carry_forward(given.facts, Calendar{given.holidays}, since);
    carried.contract.id = 1;
    return carried;
}

}  // namespace

TEST_CASE("what is kept of a contract is read as it was", "[store][property]") {
    Cache kept;
    holds_for_all(1, [&] {
        const gen::Case given = *gen::cases();
        for (const Day since : given.days) {
            const CarriedFacts carried = carried_of(given, since);
            CarriedFacts back;
            RC_ASSERT(kept.keep_and_read(carried, back));
            RC_ASSERT(sum_of(back) == sum_of(carried));
            const Calendar calendar{given.holidays};
            RC_ASSERT(difference(make_ledger(carried, calendar, since, since),
                                 make_ledger(back, calendar, since, since)) == "");
            RC_ASSERT(cache::Rows(kept.impl).take(since, back));
            RC_ASSERT(!cache::Rows(kept.impl).take(since - days{1}, back));
        }
    });
}

TEST_CASE("values that nobody kept are no facts, or lawful ones", "[store][property]") {
    Cache kept;
    int refused = 0;
    holds_for_all(20, [&] {
        const gen::Case given = *gen::cases();
        CarriedFacts facts;
        kept.keep_and_read(with_all_brought(carried_of(given, given.days.front())), facts);
        for (int left = *rc::gen::inRange(1, 4); left > 0; --left) {
            Query edit(kept.impl.connection,
                       fmt::format("UPDATE cache_row SET v{} = ?1 WHERE abs(random()) % 3 = 0",
                                   *rc::gen::inRange(1, cache::columns + 1)));
            *rc::gen::arbitrary<bool>() ? edit.bind(1, std::int64_t{*rc::gen::inRange(-30000, 30000)})
                                        : edit.bind(1, *rc::gen::arbitrary<std::int64_t>());
            edit.run();
        }
        if (!cache::Rows(kept.impl, 1).read(facts)) {
            ++refused;
            return;
        }
        const Day on = std::max(facts.brought.since, earliest_day);
        make_ledger(facts, Calendar{}, on, std::min(on + days{40}, latest_day));
    });
    CHECK(refused > 0);
}

TEST_CASE("the cache's rows have the columns that their widest fact needs", "[store][schema]") {
    const Practice practice;
    CHECK(rows(practice.path, "SELECT max(name) FROM pragma_table_info('cache_row') WHERE name LIKE 'v1%'")
              .at(0) == fmt::format("v{}", cache::columns));
}

}  // namespace tracker
