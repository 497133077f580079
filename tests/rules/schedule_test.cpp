// SPDX-License-Identifier: MIT
// Due dates (R1 to R3): months of all lengths, conventions, contracts that start and end in mid-month,
// amendments.
#include "tracker/rules/schedule.hpp"

#include "generators.hpp"
#include "property.hpp"
#include "test_data.hpp"
#include "tracker/model/model.hpp"

namespace tracker {
namespace {

ContractFacts contract(std::string_view starts, std::string_view ends = "") {
    ContractFacts facts;
    facts.contract.starts = on(starts);
    if (!ends.empty()) facts.contract.ends = on(ends);
    facts.contract.fee = Money{600000};
    return facts;
}

ScheduleLine line(Kind kind, std::string_view from, Line line) {
    return {{}, kind, in(from), line};
}

std::string due(const ContractFacts& facts, Kind kind, std::string_view period,
                const Calendar& calendar = {}) {
    const std::optional<Day> day = Schedule{facts, calendar}.due(kind, in(period));
    return day ? format(*day) : "none";
}

}  // namespace

TEST_CASE("the standard schedule, literally", "[rules][schedule]") {
    const ContractFacts facts = contract("2026-09-01");
    CHECK(due(facts, kinds::statement, "2026-10") == "2026-11-01");
    CHECK(due(facts, kinds::documents, "2026-10") == "2026-11-05");
    CHECK(due(facts, kinds::salary, "2026-10") == "2026-11-05");
    CHECK(due(facts, kinds::advance, "2026-10") == "2026-10-20");
    CHECK(due(facts, kinds::payment, "2026-10") == "2026-10-10");
    CHECK(due(facts, kinds::salary, "2026-12") == "2027-01-05");
    CHECK(due(facts, Kind{"vat-return"}, "2026-10") == "none");
}

TEST_CASE("day 31 is clamped to the month's last day", "[rules][schedule]") {
    ContractFacts facts = contract("2023-01-01");
    facts.contract.pay_day = 31;
    CHECK(due(facts, kinds::payment, "2023-01") == "2023-01-31");
    CHECK(due(facts, kinds::payment, "2023-02") == "2023-02-28");
    CHECK(due(facts, kinds::payment, "2024-02") == "2024-02-29");
    CHECK(due(facts, kinds::payment, "2024-04") == "2024-04-30");
    facts.schedule = {line(kinds::salary, "2023-01", {OwedBy::us, 1, 31, Convention::preceding})};
    CHECK(due(facts, kinds::salary, "2023-01") == "2023-02-28");
    CHECK(due(facts, kinds::salary, "2024-05") == "2024-06-28");  // the 30th is a Sunday
}

TEST_CASE("the Russian conventions, month by month", "[rules][schedule]") {
    const Calendar calendar{russian_holidays()};
    ContractFacts facts = contract("2022-12-01");
    facts.schedule = {line(kinds::statement, "2022-12", {OwedBy::client, 1, 1, Convention::following}),
                      line(kinds::documents, "2022-12", {OwedBy::client, 1, 5, Convention::following}),
                      line(kinds::salary, "2022-12", {OwedBy::us, 1, 5, Convention::preceding}),
                      line(kinds::advance, "2022-12", {OwedBy::us, 0, 20, Convention::preceding})};
    const Schedule schedule{facts, calendar};
    const auto rows = read_rows("tests/data/calendar/shift-examples.csv");
    REQUIRE(rows.size() > 50);
    for (const auto& row : rows) {
        CAPTURE(row.at(0));
        const Period period = in(row.at(0));
        CHECK(Schedule::nominal(*schedule.line(kinds::statement, period), period) == on(row.at(1)));
        CHECK(schedule.due(kinds::statement, period) == on(row.at(2)));
        CHECK(schedule.due(kinds::documents, period) == on(row.at(4)));
        CHECK(schedule.due(kinds::salary, period) == on(row.at(6)));
        CHECK(schedule.due(kinds::advance, in(row.at(7))) == on(row.at(9)));
    }
    CHECK(schedule.due(kinds::salary, in("2026-12")) == on("2026-12-30"));
}

TEST_CASE("a contract that starts and ends in mid-month covers both months in full", "[rules][schedule]") {
    const ContractFacts facts = contract("2026-09-15", "2026-11-10");
    CHECK(due(facts, kinds::advance, "2026-08") == "none");
    CHECK(due(facts, kinds::advance, "2026-09") == "2026-09-20");
    CHECK(due(facts, kinds::payment, "2026-09") == "2026-09-15");  // the 10th is before the start: due on it
    CHECK(due(facts, kinds::payment, "2026-10") == "2026-10-10");
    CHECK(due(facts, kinds::payment, "2026-11") == "2026-11-10");
    CHECK(due(facts, kinds::advance, "2026-11") == "2026-11-20");  // after the end, and still owed
    CHECK(due(facts, kinds::salary, "2026-11") == "2026-12-05");
    CHECK(due(facts, kinds::salary, "2026-12") == "none");
}

TEST_CASE("what would fall due before the start doesn't exist, but the fee does", "[rules][schedule]") {
    ContractFacts facts = contract("2026-09-21");
    facts.schedule = {line(kinds::payment, "2026-09", {OwedBy::client, 0, 20, Convention::following})};
    CHECK(due(facts, kinds::advance, "2026-09") == "none");
    CHECK(due(facts, kinds::advance, "2026-10") == "2026-10-20");
    CHECK(due(facts, kinds::payment, "2026-09") ==
          "2026-09-21");  // Sunday the 20th moves onto the start itself
    facts.contract.starts = on("2026-09-26");
    CHECK(due(facts, kinds::payment, "2026-09") == "2026-09-26");  // a Saturday, and not moved further
    facts.contract.starts = on("2026-09-30");
    CHECK(due(facts, kinds::statement, "2026-09") == "2026-10-01");
}

TEST_CASE("lines change from a period on; a dropped one comes back", "[rules][schedule]") {
    ContractFacts facts = contract("2026-01-01");
    facts.schedule = {line(kinds::salary, "2026-03", {OwedBy::us, 0, 31, Convention::none}),
                      {{}, kinds::salary, in("2026-05"), std::nullopt},
                      line(kinds::salary, "2026-07", {OwedBy::us, 2, 31, Convention::none}),
                      line(Kind{"vat-return"}, "2026-03", {OwedBy::us, 1, 25, Convention::none})};
    CHECK(due(facts, kinds::salary, "2026-02") == "2026-03-05");
    CHECK(due(facts, kinds::salary, "2026-04") == "2026-04-30");
    CHECK(due(facts, kinds::salary, "2026-06") == "none");
    CHECK(due(facts, kinds::salary, "2026-12") == "2027-02-28");
    CHECK(due(facts, Kind{"vat-return"}, "2026-02") == "none");
    CHECK(due(facts, Kind{"vat-return"}, "2026-03") == "2026-04-25");
}

TEST_CASE("a period without a fee has no payment", "[rules][schedule]") {
    ContractFacts facts = contract("2026-01-01");
    facts.amendments = {{{}, in("2026-03"), Money{0}, {}, {}}, {{}, in("2026-04"), Money{100}, 7, {}}};
    CHECK(due(facts, kinds::payment, "2026-02") == "2026-02-10");
    CHECK(due(facts, kinds::payment, "2026-03") == "none");
    CHECK(due(facts, kinds::payment, "2026-04") == "2026-04-10");
    const Calendar calendar;
    const Schedule schedule{facts, calendar};
    CHECK(schedule.terms(in("2026-03")).grace == 5);
    CHECK(schedule.terms(in("2026-04")).grace == 7);
    CHECK(schedule.terms(in("2026-12")).fee == Money{100});
}

TEST_CASE("random schedules agree with the model", "[rules][property]") {
    holds_for_all(5, [] {
        const gen::Case given = *gen::cases();
        const Calendar calendar{given.holidays};
        const Schedule schedule{given.facts, calendar};
        const Period first = model::month_of(given.facts.contract.starts);
        for (Period period = first - 3; period < first + 14; ++period) {
            const Terms a = schedule.terms(period);
            const model::Terms b = model::terms_of(given.facts, period);
            RC_ASSERT(a.fee == b.fee && a.grace == b.grace && a.resume == b.resume);
            for (const Kind kind : model::all_kinds(given.facts)) {
                const auto day = model::scheduled_due(given.facts, given.holidays, kind, period);
                RC_ASSERT(schedule.due(kind, period) == day);
                if (day) RC_ASSERT(period <= schedule.last_period_due_by(*day));
            }
        }
    });
}

}  // namespace tracker
