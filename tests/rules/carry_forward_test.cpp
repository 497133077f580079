// SPDX-License-Identifier: MIT
// What is carried forward decides as all the facts do: of all that is open, owed or paused, on every later
// day.
#include <algorithm>

#include "generators.hpp"
#include "property.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/ledger_text.hpp"

namespace tracker {
namespace {

std::vector<std::string> causes(const Ledger& ledger) {
    std::vector<std::string> causes;
    for (const Suspension& one : ledger.suspensions)
        causes.push_back(std::string(one.cause_kind.text()) + format(one.cause_period) +
                         format(one.cause_due) + format(one.cause_deadline) + format(one.cause_outstanding) +
                         one.text);
    return causes;
}

std::size_t size(const CarriedFacts& facts) {
    return facts.fulfilments.size() + facts.payments.size() + facts.charges.size() + facts.waivers.size();
}

}  // namespace

TEST_CASE("what is carried forward decides as all the facts do", "[rules][property]") {
    std::size_t all = 0;
    std::size_t kept = 0;
    holds_for_all(10, [&] {
        const gen::Case given = *gen::cases();
        const Calendar calendar{given.holidays};
        for (const Day since : given.days) {
            const CarriedFacts carried = carry_forward(given.facts, calendar, since);
            all += size(given.facts);
            kept += size(carried);
            for (const Day on : given.days) {
                if (on < since) continue;
                const Ledger whole = make_ledger(given.facts, calendar, on, on + days{given.ahead});
                const Ledger later = make_ledger(carried, calendar, on, on + days{given.ahead});
                RC_LOG() << "since " << format(since) << " on " << format(on) << '\n';
                RC_ASSERT(difference(open_part(whole), open_part(later)) == "");
                RC_ASSERT(causes(open_part(whole)) == causes(open_part(later)));
                RC_ASSERT(arrears(whole) == arrears(later));
                RC_ASSERT(next_due(given.facts, calendar, whole) == next_due(carried, calendar, later));
                RC_ASSERT(paid_through(given.facts, calendar, whole) ==
                          paid_through(carried, calendar, later));
            }
        }
    });
    CHECK(kept < all);  // else the property says nothing
}

TEST_CASE("a suspension that is over is carried where a later record reaches back to it", "[rules]") {
    const auto day = [](std::string_view text) { return *parse_day(text); };
    ContractFacts facts;
    facts.contract.starts = day("2026-11-10");
    facts.contract.fee = Money{100};
    facts.contract.resume = 2;
    const Period first = period_of(facts.contract.starts);  // nothing is caught up, which would carry it too
    facts.schedule = {{{}, kinds::salary, first, std::nullopt}, {{}, kinds::advance, first, std::nullopt}};
    facts.payments = {{{1, 1}, day("2027-02-25"), Money{900}, "", "", 0}};  // from 2026-11-16 to 2027-03-01
    facts.suspensions = {{{2, 2}, day("2027-03-12"), day("2027-02-28"), std::nullopt, ""}};
    const CarriedFacts carried = carry_forward(facts, Calendar{}, day("2027-03-01"));
    const Ledger ledger = make_ledger(carried, Calendar{}, day("2027-03-12"), day("2027-03-12"));
    CHECK(ledger.paused_since == day("2026-11-16"));
}

TEST_CASE("a suspension that is over is carried where a duty of a later day fell due in it", "[rules]") {
    const auto day = [](std::string_view text) { return parse_day(text).value(); };
    ContractFacts facts;
    facts.contract.starts = day("2026-11-01");
    facts.contract.fee = Money{100};
    const Period first = period_of(facts.contract.starts);
    facts.schedule = {{{}, kinds::salary, first, std::nullopt}, {{}, kinds::advance, first, std::nullopt}};
    facts.payments = {{{1, 1}, day("2026-11-25"), Money{900}, "", "", 0}};  // paused from 2026-11-16
    facts.duties = {
        {{2, 2}, Kind{"answer"}, first, day("2026-12-07"), day("2026-11-18"), OwedBy::us, "", {}}};
    const CarriedFacts carried = carry_forward(facts, Calendar{}, day("2026-12-01"));
    for (const CarriedFacts& any : {carried, static_cast<const CarriedFacts&>(facts)}) {
        const Ledger ledger = make_ledger(any, Calendar{}, day("2026-12-07"), day("2026-12-07"));
        const auto answer = std::find_if(ledger.obligations.begin(), ledger.obligations.end(),
                                         [](const auto& one) { return one.kind == Kind{"answer"}; });
        REQUIRE(answer != ledger.obligations.end());
        CHECK(answer->due == day("2026-11-25"));
    }
}

TEST_CASE("of a contract of which little is settled it saves little to carry forward", "[rules]") {
    ContractFacts facts;
    facts.fulfilments.resize(60);
    ContractFacts carried;
    carried.fulfilments.resize(30);
    CHECK_FALSE(saves_little(carried, facts));
    carried.payments.resize(1);
    CHECK(saves_little(carried, facts));
    facts.fulfilments.resize(50);  // few facts are soon read
    CHECK_FALSE(saves_little(facts, facts));
}

}  // namespace tracker
