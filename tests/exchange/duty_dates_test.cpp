// SPDX-License-Identifier: MIT
// The due dates of the law's kinds, beside dates that were computed by another program and compared with
// published ones; and that nothing waits for papers that are due after it.
#include <algorithm>
#include <set>
#include <string>

#include "../catch.hpp"
#include "catalogue.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {
namespace {

using test::Choice;

/// "2026-01-26 rsv 2025-12".
using Dates = std::set<std::string>;

const Period first = in("2024-01");
const Period last = in("2027-12");

template <class Use>
void each_due(const Schedule& schedule, Kind kind, Use use) {
    for (Period period = first; period <= last; period = period + 1)
        if (const auto due = schedule.due(kind, period)) use(period, *due);
}

Dates dates_of_file(std::set<std::string>& kinds) {
    Dates dates;
    for (const auto& row : read_rows("tests/data/duties-ru-dates.csv")) {
        dates.insert(row[0] + " " + row[1] + " " + row[2]);
        kinds.insert(row[1]);
    }
    return dates;
}

}  // namespace

TEST_CASE("the law's due dates of 2026 and 2027", "[exchange][duties]") {
    const Choice choice;
    const Calendar calendar{russian_holidays()};
    std::set<std::string> kinds_of_file;
    Dates expected = dates_of_file(kinds_of_file);
    REQUIRE(expected.size() > 450);

    ContractFacts facts = test::contract_from("2024-01-01");
    test::add(facts, test::all_kinds(choice.catalogue), calendar);
    const Schedule schedule(facts, calendar);
    Dates computed;
    for (const DutyKind& kind : choice.catalogue.kinds()) {
        CHECK(kinds_of_file.erase(std::string(kind.kind.text())) == 1);
        each_due(schedule, kind.kind, [&](Period period, Day due) {
            const int year = period_of(due).year();
            if (year == 2026 || year == 2027)
                computed.insert(format(due) + " " + std::string(kind.kind.text()) + " " + format(period));
        });
    }
    // What couldn't be verified isn't in the catalogue.
    CHECK(kinds_of_file == std::set<std::string>{"military-plan", "nko-minjust", "quota-report"});
    std::erase_if(expected, [&](const std::string& date) {
        const std::string rest = date.substr(11);
        return kinds_of_file.contains(rest.substr(0, rest.find(' ')));
    });
    CHECK(computed == expected);
}

TEST_CASE("no line of a set needs papers that are due after it", "[exchange][duties]") {
    const Choice choice;
    const Calendar calendar{russian_holidays()};
    std::size_t compared = 0;
    ContractFacts facts = test::contract_from("2024-01-01");
    test::add(facts, test::all_kinds(choice.catalogue), calendar);
    const Schedule schedule(facts, calendar);
    for (const DutyKind& kind : choice.catalogue.kinds()) {
        const Line& line = *kind.line;
        each_due(schedule, kind.kind, [&](Period period, Day due) {
            for (const Kind input : line.inputs.kinds()) {
                for (int month = 0; month < line.months.reported(); ++month) {
                    const auto needed = schedule.due(input, period - month);
                    if (!needed) continue;  // before the contract
                    INFO(kind.kind.text() << " for " << format(period) << ", due on " << format(due)
                                          << ", needs " << input.text() << " due on " << format(*needed));
                    CHECK(calendar.working_day_after(*needed, line.lead) <= due);
                    ++compared;
                }
            }
        });
    }
    CHECK(compared > 1500);
}

TEST_CASE("where papers come on their last day, nothing is blocked or late", "[exchange][duties]") {
    const Choice choice;
    const Calendar calendar{russian_holidays()};
    ContractFacts facts = test::contract_from("2025-11-01");
    facts.contract.fee = Money{};
    test::add(facts, test::all_kinds(choice.catalogue), calendar);
    const Schedule schedule(facts, calendar);
    std::set<Day> days;
    for (const auto& kind : schedule.kinds()) {
        each_due(schedule, kind.kind, [&](Period period, Day due) {
            facts.fulfilments.push_back({{}, kind.kind, period, due, ""});
            days.insert(due);
        });
    }
    std::sort(facts.fulfilments.begin(), facts.fulfilments.end(),
              [](const Fulfilment& a, const Fulfilment& b) { return a.period < b.period; });
    for (const Day day : days) {
        if (period_of(day).year() < 2026 || period_of(day).year() > 2027) continue;
        const Ledger ledger = make_ledger(facts, calendar, day, day + tracker::days{40});
        for (const Obligation& item : ledger.obligations) {
            INFO(format(day) << ": " << item.kind.text() << " for " << format(item.period));
            CHECK(item.status != Status::blocked);
            CHECK(item.status != Status::overdue);
            if (item.status == Status::done) CHECK(item.due == schedule.due(item.kind, item.period));
        }
    }
}

}  // namespace tracker
