// SPDX-License-Identifier: MIT
// Lines of some months, and fees for several of them (R1a).
#include "../catch.hpp"
#include "test_data.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {
namespace {

/// In force from mid-August to mid-October, the fee by the quarter in its first month.
ContractFacts by_the_quarter() {
    ContractFacts facts;
    facts.contract.starts = on("2026-08-15");
    facts.contract.ends = on("2026-10-20");
    facts.contract.fee = Money{300000};
    Line line{OwedBy::client, -2, 10, Convention::none};
    line.months = every::quarter;
    facts.schedule = {{{}, kinds::payment, in("2026-01"), line}};
    return facts;
}

std::string due(const ContractFacts& facts, Kind kind, std::string_view period) {
    const Calendar calendar;
    const std::optional<Day> day = Schedule{facts, calendar}.due(kind, in(period));
    return day ? format(*day) : "none";
}

std::string paid_through(const ContractFacts& facts, std::string_view day) {
    const Calendar calendar;
    const auto period = paid_through(facts, calendar, make_ledger(facts, calendar, on(day), on(day)));
    return period ? format(*period) : "none";
}

void pay(ContractFacts& facts, std::string_view day) {
    facts.payments.push_back({{}, on(day), Money{300000}, "", "", 0});
}

}  // namespace

TEST_CASE("a fee by the quarter is owed where any of its months is covered", "[rules][schedule]") {
    const ContractFacts facts = by_the_quarter();
    CHECK(due(facts, kinds::payment, "2026-06") == "none");
    CHECK(due(facts, kinds::payment, "2026-08") == "none");
    CHECK(due(facts, kinds::payment, "2026-09") == "2026-08-15");  // for 2026-07-10: the day of the start
    CHECK(due(facts, kinds::payment, "2026-12") == "2026-10-10");  // though the contract ends in October
    CHECK(due(facts, kinds::payment, "2027-03") == "none");
}

TEST_CASE("of all other kinds the month itself must be covered", "[rules][schedule]") {
    ContractFacts facts = by_the_quarter();
    Line line{OwedBy::us, 1, 25, Convention::none};
    line.months = every::quarter;
    facts.schedule.push_back({{}, Kind{"vat-return"}, in("2026-01"), line});
    CHECK(due(facts, Kind{"vat-return"}, "2026-09") == "2026-10-25");
    CHECK(due(facts, Kind{"vat-return"}, "2026-10") == "none");
    CHECK(due(facts, Kind{"vat-return"}, "2026-12") == "none");
}

TEST_CASE("a fee by the quarter is unpaid for each of its months", "[rules]") {
    ContractFacts facts = by_the_quarter();
    CHECK(paid_through(facts, "2026-10-15") == "none");
    pay(facts, "2026-08-15");
    CHECK(paid_through(facts, "2026-10-15") == "2026-09");
    pay(facts, "2026-10-12");
    CHECK(paid_through(facts, "2026-10-15") == "2026-10");
}

}  // namespace tracker
