// SPDX-License-Identifier: MIT
// The story in figures, row by row: a client doesn't pay, is told so, and demands the advance all the same.
#include "story.hpp"
#include "property.hpp"
#include "test_data.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

ContractFacts paying(std::initializer_list<std::string_view> dates) {
    ContractFacts facts = story_facts();
    for (const std::string_view date : dates)
        facts.payments.push_back({{9, 9}, on(date), Money{300000}, "", "", 0});
    return facts;
}

Ledger asked(const ContractFacts& facts, std::string_view date) {
    return make_ledger(facts, Calendar{}, on(date), on(date) + days{30});
}

Obligation item(const Ledger& ledger, Kind kind, std::string_view period) {
    for (const Obligation& one : ledger.obligations)
        if (one.kind == kind && one.period == in(period)) return one;
    FAIL("no such obligation: " << kind.text() << " for " << period);
    return {};
}

}  // namespace

TEST_CASE("story: until November all is well", "[rules][story]") {
    const Ledger ledger = asked(story_facts(), "2026-10-31");
    CHECK(ledger.service == Service::active);
    CHECK_FALSE(ledger.warning);
    CHECK(ledger.suspensions.empty());
    for (const Obligation& one : ledger.obligations) {
        CAPTURE(one.kind.text(), format(one.period), format(one.due));
        CHECK(one.status == (one.due <= ledger.on ? Status::done : Status::upcoming));
    }
    CHECK(item(ledger, kinds::payment, "2026-09").done_on == on("2026-09-08"));
    CHECK(item(ledger, kinds::payment, "2026-10").done_on == on("2026-10-09"));
}

TEST_CASE("story: 2026-11-01, October's statements are due", "[rules][story]") {
    const Obligation statement = item(asked(story_facts(), "2026-11-01"), kinds::statement, "2026-10");
    CHECK(statement.status == Status::due);
    CHECK(statement.days == 0);
    CHECK(statement.owed_by == OwedBy::client);
}

TEST_CASE("story: 2026-11-05, no statements, no documents, salary sent", "[rules][story]") {
    const Ledger ledger = asked(story_facts(), "2026-11-05");
    CHECK(item(ledger, kinds::statement, "2026-10").status == Status::overdue);
    CHECK(item(ledger, kinds::statement, "2026-10").days == 4);
    CHECK(item(ledger, kinds::documents, "2026-10").status == Status::due);
    const Obligation salary = item(ledger, kinds::salary, "2026-10");
    CHECK(salary.status == Status::done);
    CHECK(salary.days == 0);
    CHECK(salary.done_on == on("2026-11-05"));
}

TEST_CASE("story: 2026-11-10, the fee is due and the pause is announced", "[rules][story]") {
    const Ledger ledger = asked(story_facts(), "2026-11-10");
    CHECK(item(ledger, kinds::payment, "2026-11").status == Status::due);
    CHECK(ledger.service == Service::active);
    REQUIRE(ledger.warning);
    CHECK(ledger.warning->pauses_on == on("2026-11-16"));
    CHECK(ledger.warning->amount == Money{600000});
    CHECK(asked(story_facts(), "2026-11-15").service == Service::active);
}

TEST_CASE("story: 2026-11-16, service is paused for non-payment", "[rules][story]") {
    const Ledger ledger = asked(story_facts(), "2026-11-16");
    CHECK(ledger.service == Service::paused);
    CHECK(ledger.reason == Reason::no_payment);
    CHECK(ledger.paused_since == on("2026-11-16"));
    CHECK_FALSE(ledger.warning);
    REQUIRE(ledger.suspensions.size() == 1);
    CHECK(ledger.suspensions[0].cause_period == in("2026-11"));
    CHECK(ledger.suspensions[0].cause_deadline == on("2026-11-15"));
    CHECK(ledger.suspensions[0].cause_outstanding == Money{600000});
    CHECK(item(ledger, kinds::advance, "2026-11").status == Status::withheld);
    CHECK(item(ledger, kinds::advance, "2026-11").days == -4);
}

TEST_CASE("story: 2026-11-20, the advance is demanded and isn't owed", "[rules][story]") {
    const Ledger ledger = asked(story_facts(), "2026-11-20");
    CHECK(item(ledger, kinds::advance, "2026-11").status == Status::withheld);
    CHECK(item(ledger, kinds::statement, "2026-10").days == 19);
    CHECK(item(ledger, kinds::documents, "2026-10").days == 15);
    CHECK(item(ledger, kinds::payment, "2026-11").days == 10);
    for (const Kind kind : {kinds::statement, kinds::documents})
        CHECK(item(ledger, kind, "2026-10").status == Status::overdue);
    CHECK(item(ledger, kinds::payment, "2026-11").status == Status::overdue);
    CHECK(paid_through(story_facts(), Calendar{}, ledger) == in("2026-10"));
}

TEST_CASE("story: 2026-11-20, half of the fee lifts nothing", "[rules][story]") {
    const Ledger ledger = asked(paying({"2026-11-20"}), "2026-11-20");
    CHECK(ledger.service == Service::paused);
    CHECK(ledger.paused_since == on("2026-11-16"));
    CHECK(item(ledger, kinds::advance, "2026-11").status == Status::withheld);
    CHECK(item(ledger, kinds::payment, "2026-11").outstanding == Money{300000});
    CHECK_FALSE(ledger.suspensions.at(0).until);
}

TEST_CASE("story: 2026-11-23, the other half comes and service resumes", "[rules][story]") {
    const Ledger ledger = asked(paying({"2026-11-20", "2026-11-23"}), "2026-11-23");
    CHECK(ledger.service == Service::active);
    CHECK_FALSE(ledger.paused_since);
    REQUIRE(ledger.suspensions.size() == 1);
    CHECK(ledger.suspensions[0].from == on("2026-11-16"));
    CHECK(ledger.suspensions[0].until == on("2026-11-23"));
    const Obligation advance = item(ledger, kinds::advance, "2026-11");
    CHECK(advance.status == Status::due);
    CHECK(advance.due == on("2026-11-23"));
    CHECK(advance.caught_up);
    const Obligation payment = item(ledger, kinds::payment, "2026-11");
    CHECK(payment.status == Status::done);
    CHECK(payment.days == 13);
    CHECK(item(asked(paying({"2026-11-20", "2026-11-23"}), "2026-11-25"), kinds::advance, "2026-11").days ==
          2);
    // The days before are what they were: nothing was owed on the 20th.
    const Ledger then = asked(paying({"2026-11-20", "2026-11-23"}), "2026-11-20");
    CHECK(item(then, kinds::advance, "2026-11").status == Status::withheld);
}

}  // namespace tracker
