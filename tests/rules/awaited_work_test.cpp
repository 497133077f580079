// SPDX-License-Identifier: MIT
// Letters of work that waits for papers of the client (R7a, R10). In October 2026 the 25th is a Sunday.
#include "../catch.hpp"
#include "correspondence.hpp"

namespace tracker {
namespace {

const Kind vat_return{"vat-return"};

/// A contract without a fee, whose return of the third quarter is due on Monday 2026-10-26 and needs the
/// documents of three months; those of September are due on the 5th and missing.
ContractFacts with_return() {
    ContractFacts facts;
    facts.contract.starts = on("2026-07-01");
    Line line{OwedBy::us, 1, 26, Convention::none, every::quarter};
    line.inputs = Inputs({kinds::documents});
    line.lead = 5;
    facts.schedule = {{{}, vat_return, in("2026-07"), line},
                      {{}, kinds::statement, in("2026-07"), std::nullopt},
                      {{}, kinds::salary, in("2026-07"), std::nullopt},
                      {{}, kinds::advance, in("2026-07"), std::nullopt}};
    for (const char* month : {"2026-07", "2026-08"})
        facts.fulfilments.push_back({{}, kinds::documents, in(month), on("2026-09-04"), ""});
    return facts;
}

/// Without reminders of what the client owes, so that only the work is told of.
Correspondence about_work(ContractFacts facts) {
    Correspondence letters(std::move(facts));
    letters.rules.from = on("2026-10-06");
    letters.rules.monthly_day = 31;
    letters.rules.offsets = {};
    return letters;
}

constexpr const char* told = "blocked vat-return 2026-09";

}  // namespace

TEST_CASE("what work waits for is told once, some days before it is due", "[rules][inputs]") {
    auto letters = about_work(with_return());
    CHECK(letters.year("2026-10-06", "2026-10-30") == std::string("2026-10-21: ") + told + "\n");
    letters = about_work(with_return());
    letters.rules.blocked_before = 0;
    CHECK(letters.year("2026-10-06", "2026-10-30").empty());
}

TEST_CASE("what work waits for is told on a working day, and by the next run where none was",
          "[rules][inputs]") {
    auto letters = about_work(with_return());
    letters.rules.working_days = true;
    letters.rules.blocked_before = 2;  // Saturday the 24th
    CHECK(letters.year("2026-10-22", "2026-10-26") == std::string("2026-10-23: ") + told + "\n");
    letters = about_work(with_return());
    CHECK(letters.run("2026-10-28") == told);
    CHECK(letters.due("2026-10-29") == std::nullopt);
}

TEST_CASE("a letter names the papers that are missing, late or not", "[rules][inputs]") {
    auto letters = about_work(with_return());
    auto due = letters.due("2026-10-21");
    REQUIRE(due);
    REQUIRE(due->blocked.size() == 1);
    REQUIRE(due->blocked[0].missing.size() == 1);
    CHECK(due->blocked[0].missing[0].period == in("2026-09"));
    letters.facts().fulfilments.push_back({{}, kinds::documents, in("2026-09"), on("2026-10-20"), ""});
    CHECK_FALSE(letters.due("2026-10-21"));
    letters = about_work(with_return());
    letters.facts().schedule[0].line->offset = 0;  // due before the documents of its last month are
    letters.facts().schedule[0].line->day = 30;
    letters.rules.from = on("2026-09-20");
    due = letters.due("2026-09-25");
    REQUIRE(due);
    CHECK(due->blocked[0].missing[0].due == on("2026-10-05"));
}

TEST_CASE("work that isn't owed, or is done, waits for nothing", "[rules][inputs]") {
    auto letters = about_work(with_return());
    letters.facts().suspensions.push_back({{}, on("2026-10-01"), on("2026-10-01"), std::nullopt, ""});
    CHECK_FALSE(letters.due("2026-10-22"));
    letters = about_work(with_return());
    letters.facts().fulfilments.push_back({{}, vat_return, in("2026-09"), on("2026-10-19"), ""});
    CHECK_FALSE(letters.due("2026-10-22"));
}

TEST_CASE("a duty waits for nothing, though a line of its kind does", "[rules][inputs]") {
    ContractFacts facts = with_return();
    facts.schedule[0].from = in("2026-01");  // from before the contract: no obligation of the second quarter
    facts.fulfilments.push_back({{}, kinds::documents, in("2026-09"), on("2026-10-02"), ""});
    facts.duties.push_back({{},
                            vat_return,
                            in("2026-06"),
                            on("2026-10-01"),
                            on("2026-10-23"),
                            OwedBy::us,
                            "",
                            InPause::withheld});
    facts.duties.push_back({{},
                            kinds::documents,
                            in("2026-06"),
                            on("2026-10-01"),
                            on("2026-10-02"),
                            OwedBy::client,
                            "",
                            InPause::withheld});
    CHECK_FALSE(about_work(facts).due("2026-10-22"));
}

TEST_CASE("a reminder says what a duty of the client's is", "[rules][letters]") {
    ContractFacts facts = with_return();
    facts.duties.push_back({{1, 1},
                            Kind{"power-of-attorney"},
                            in("2026-11"),
                            on("2026-11-02"),
                            on("2026-11-12"),
                            OwedBy::client,
                            "для налоговой",
                            InPause::withheld});
    Correspondence letters(facts);
    const auto due = letters.due("2026-11-11");
    REQUIRE(due);
    REQUIRE(due->items.back().item.kind == Kind{"power-of-attorney"});
    CHECK(due->items.back().text == "для налоговой");
}

}  // namespace tracker
