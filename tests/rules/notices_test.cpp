// SPDX-License-Identifier: MIT
// Which notices are due: on the evidence that there is (R6a, R10), and what takes them back.
#include "../catch.hpp"
#include "correspondence.hpp"

namespace tracker {
namespace {

constexpr Money fee{600'000};

/// The days of a practice with the production calendar of November 2026.
Correspondence on_working_days() {
    Correspondence letters(story_facts());
    letters.rules.working_days = true;
    letters.rules.from = on("2026-10-01");
    return letters;
}

}  // namespace

TEST_CASE("no notice goes out before the day is over and payments are known through it", "[rules]") {
    Correspondence letters(story_facts());
    letters.known_through = on("2026-11-12");
    REQUIRE(letters.decision("2026-11-16").held_back);
    CHECK(letters.decision("2026-11-16").held_back->from == on("2026-11-16"));
    letters.run("2026-11-16");
    for (const std::string day : {"2026-11-17", "2026-11-20", "2026-11-25"}) {
        CHECK(letters.decision(day).held_back);
        CHECK(letters.run(day).empty());
    }
    letters.known_through = on("2026-11-15");
    CHECK(letters.decision("2026-11-25").held_back);
    letters.known_through = on("2026-11-16");
    CHECK_FALSE(letters.decision("2026-11-25").held_back);
    CHECK(letters.run("2026-11-26") == "suspension 2026-11-16");
}

TEST_CASE("money that waits and names the client holds its notice back", "[rules]") {
    Correspondence letters(story_facts());
    letters.known_through = on("2026-11-20");
    letters.waiting = {{117, on("2026-11-17"), fee, "ООО «Неуловимый»"}};
    CHECK(letters.decision("2026-11-18").held_back);
    letters.waiting.front().date = on("2026-11-18");  // not before the day
    CHECK_FALSE(letters.decision("2026-11-18").held_back);
    CHECK(letters.run("2026-11-18").find("suspension 2026-11-16") == 0);
}

TEST_CASE("money is called overdue once it is known that it didn't come, and caught up then", "[rules]") {
    Correspondence letters(story_facts());
    letters.year("2026-11-01", "2026-11-10");
    letters.known_through = on("2026-11-09");
    CHECK(letters.run("2026-11-11").empty());
    CHECK(letters.run("2026-11-13").empty());
    letters.known_through = on("2026-11-10");
    CHECK(letters.run("2026-11-14") == "payment 2026-11 +3");
    CHECK(letters.run("2026-11-15").empty());
}

TEST_CASE("nothing goes out on a day off", "[rules]") {
    Correspondence letters = on_working_days();
    // The 1st is a Sunday, and what the monthly letter names is not named again by a reminder on the same
    // day.
    CHECK(letters.year("2026-10-25", "2026-11-30") ==
          "2026-10-30: monthly 2026-11\n"
          "2026-11-02: statement 2026-10 +1\n"
          "2026-11-04: documents 2026-10 -1; statement 2026-10 +3\n"
          "2026-11-06: documents 2026-10 +1\n"
          "2026-11-09: documents 2026-10 +3; payment 2026-11 -1\n"
          "2026-11-11: payment 2026-11 +1\n"
          "2026-11-13: payment 2026-11 +3\n"
          "2026-11-17: suspension 2026-11-16\n"
          "2026-11-30: statement 2026-11 -1\n");
}

TEST_CASE("what the monthly letter names isn't named again before its due date of the next two days",
          "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.run("2026-11-02") == "monthly 2026-11; statement 2026-10 +1");
    letters.rules.offsets = {-2, -1, 1, 3};
    CHECK(letters.run("2026-11-03").empty());                    // documents -2
    CHECK(letters.run("2026-11-04") == "statement 2026-10 +3");  // documents -1
    CHECK(letters.run("2026-11-08") == "documents 2026-10 +3; payment 2026-11 -2");
}

TEST_CASE("what came about after the monthly letter's day isn't named by it, however late it is written",
          "[rules]") {
    Correspondence letters(story_facts());
    Charge charge;
    charge.recorded = {950, 9};
    charge.date = on("2026-11-03");
    charge.due = on("2026-11-06");
    charge.amount = Money{100'000};
    charge.text = "a certificate";
    letters.facts().charges.push_back(charge);
    CHECK(letters.run("2026-11-04") == "monthly 2026-11; statement 2026-10 +3");
    CHECK(letters.run("2026-11-05") == "charge 2026-11 #950 -1");
}

TEST_CASE("a notice is withdrawn once it is known that there was no suspension", "[rules]") {
    Correspondence letters(story_facts());
    letters.run("2026-11-17");
    letters.pay("2026-11-14", fee);
    const auto letter = letters.due("2026-11-18");
    REQUIRE(letter);
    CHECK(letter->sort == LetterDue::Sort::withdrawal);
    REQUIRE(letter->withdrawn.size() == 1);
    CHECK(letter->withdrawn.front().from == on("2026-11-16"));
    CHECK(letter->withdrawn.front().told_on == on("2026-11-17"));
    REQUIRE(letter->received.size() == 1);
    CHECK(letter->received.front().date == on("2026-11-14"));
    CHECK(letter->in_service);
    CHECK(letters.run("2026-11-18") == "withdrawal 2026-11-16");
    CHECK(letters.run("2026-11-19").empty());
    // The payment was another client's: the suspension holds again, and its notice goes out again.
    letters.facts().payments.pop_back();
    CHECK(letters.run("2026-11-20") == "suspension 2026-11-16");
    CHECK(letters.run("2026-11-21").empty());
}

TEST_CASE("a notice that was ended is withdrawn, too, where it turns out to be wrong", "[rules]") {
    Correspondence letters(story_facts());
    letters.run("2026-11-17");
    letters.pay("2026-11-18", fee);
    CHECK(letters.run("2026-11-18") == "reinstatement 2026-11-16");
    letters.facts().payments.pop_back();
    letters.pay("2026-11-13", fee);
    CHECK(letters.run("2026-11-19") == "withdrawal 2026-11-16");
    CHECK(letters.run("2026-11-20").empty());
}

TEST_CASE("another suspension's notice says that it replaces the wrong one", "[rules]") {
    Correspondence letters(story_facts());
    letters.run("2026-11-17");
    // The fee was put off, and the suspension began later.
    letters.facts().extensions.push_back(
        {{900, 200}, kinds::payment, in("2026-11"), on("2026-11-12"), on("2026-11-15"), "asked for"});
    letters.known_through = on("2026-11-20");
    CHECK(letters.run("2026-11-20") == "withdrawal 2026-11-16; payment 2026-11 +3");
    CHECK(letters.run("2026-11-22") == "");  // from the 21st, of which nothing is known
    letters.known_through = on("2026-11-22");
    CHECK(letters.run("2026-11-23") == "suspension 2026-11-21");

    Correspondence later(story_facts());
    later.run("2026-11-17");
    later.facts().extensions.push_back(
        {{900, 200}, kinds::payment, in("2026-11"), on("2026-11-12"), on("2026-11-15"), "asked for"});
    const auto letter = later.due("2026-11-22");
    REQUIRE(letter);
    CHECK(letter->sort == LetterDue::Sort::suspension);
    CHECK(to_text(letter->matters).starts_with("suspension 2026-11-21; withdrawal 2026-11-16"));
}

TEST_CASE("part of the money is acknowledged once for each day on which it came", "[rules]") {
    Correspondence letters(story_facts());
    letters.run("2026-11-17");
    letters.pay("2026-11-18", Money{100'000});
    letters.pay("2026-11-18", Money{50'000});
    const auto letter = letters.due("2026-11-18");
    REQUIRE(letter);
    CHECK(letter->sort == LetterDue::Sort::part_payment);
    REQUIRE(letter->received.size() == 1);
    CHECK(letter->received.front().amount == Money{150'000});
    CHECK(letter->to_pay == Money{450'000});
    CHECK(letters.run("2026-11-18") == "part-payment 2026-11-18");
    CHECK(letters.run("2026-11-19").empty());
    letters.pay("2026-11-19", Money{100'000});
    letters.pay("2026-11-20", Money{100'000});
    CHECK(letters.run("2026-11-20") == "part-payment 2026-11-19; part-payment 2026-11-20");
    letters.pay("2026-11-23", Money{250'000});
    CHECK(letters.run("2026-11-23") == "reinstatement 2026-11-16");
}

TEST_CASE("what the notice knew of is no part payment", "[rules]") {
    Correspondence letters(story_facts());
    letters.pay("2026-11-16", Money{100'000});
    letters.run("2026-11-17");
    CHECK(letters.run("2026-11-18").empty());
    letters.pay("2026-11-17", Money{100'000});  // recorded after the notice
    CHECK(letters.run("2026-11-18") == "part-payment 2026-11-17");
}

TEST_CASE("after a reinstatement the same suspension is told again where it holds again", "[rules]") {
    Correspondence letters(story_facts());
    letters.run("2026-11-17");
    letters.pay("2026-11-18", fee);
    CHECK(letters.run("2026-11-18") == "reinstatement 2026-11-16");
    letters.facts().payments.pop_back();
    CHECK(letters.run("2026-11-19") == "suspension 2026-11-16");
    letters.pay("2026-11-20", fee);
    CHECK(letters.run("2026-11-20") == "reinstatement 2026-11-16");
}

TEST_CASE("what must come is what lifts the pause", "[rules]") {
    Correspondence letters(story_facts());
    letters.facts().extensions.push_back(
        {{900, 9}, kinds::payment, in("2026-10"), on("2026-10-01"), on("2026-12-20"), "asked for"});
    letters.facts().payments.pop_back();  // October's fee
    const auto letter = letters.due("2026-11-17");
    REQUIRE(letter);
    CHECK(letter->to_pay == fee + fee);
    std::size_t first = 0;
    for (const LetterItem& item : letter->items) first += item.covered_first ? 1 : 0;
    CHECK(first == 1);
    letters.pay("2026-11-17", letter->to_pay - Money{1});
    CHECK(letters.due("2026-11-17")->sort == LetterDue::Sort::suspension);
    letters.pay("2026-11-17", Money{1});
    CHECK_FALSE(letters.decision("2026-11-18").held_back);
    CHECK(letters.run("2026-11-18").find("suspension") == std::string::npos);
}

TEST_CASE("a word to the client about one kind leaves the next reminder to come", "[rules]") {
    Correspondence letters(story_facts());
    const Calendar calendar;
    const Ledger then =
        make_ledger(letters.facts(), calendar, on("2026-11-13"), letters_through(on("2026-11-13")));
    LetterState told;
    told.letter.means = Means::phone;
    told.letter.date = on("2026-11-13");
    told.letter.about = to_text(matters_of_kind(then, kinds::documents, letters.rules, calendar));
    CHECK(told.letter.about == "documents 2026-10 +3");
    letters.held().push_back(told);
    letters.run("2026-12-01");
    CHECK(letters.run("2026-12-04") == "documents 2026-11 -1; statement 2026-11 +3");
}

TEST_CASE("a notice knows when service resumes unless the terms are to change", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.due("2026-11-17")->resume_days == 0);
    Amendment later;
    later.from = period_of(on("2026-12-01"));
    later.fee = fee + fee;
    letters.facts().amendments.push_back(later);
    CHECK(letters.due("2026-11-17")->resume_days == 0);
    letters.facts().amendments.back().resume = 2;
    CHECK(letters.due("2026-11-17")->resume_days == std::nullopt);
    letters.facts().amendments.back().from = period_of(on("2026-11-01"));
    CHECK(letters.due("2026-11-17")->resume_days == 2);
}

}  // namespace tracker
