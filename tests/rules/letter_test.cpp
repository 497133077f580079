// SPDX-License-Identifier: MIT
// Which letters are due: the story's correspondence, what is missed and caught up, and what is said once.
#include "tracker/facts/letter.hpp"

#include "../catch.hpp"
#include "correspondence.hpp"
#include "story.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/reminders.hpp"

namespace tracker {
TEST_CASE("matters are written and read back", "[rules]") {
    for (const std::string text :
         {"monthly 2026-11", "statement 2026-10 +1; documents 2026-10 -1", "charge 2026-11 #57 +3",
          "suspension 2026-11-16; payment 2026-11 +0", "reinstatement 2026-11-16",
          "withdrawal 2026-11-16; part-payment 2026-11-20", "suspension 2026-11 +1", ""}) {
        const auto matters = read_matters(text);
        REQUIRE(matters);
        CHECK(to_text(*matters) == text);
    }
    for (const std::string text :
         {"monthly", "monthly 2026-13", "statement 2026-10", "statement 2026-10 x", "suspension 2026-02-30",
          "Statement 2026-10 +1", "charge 2026-11 57 +3", "part-payment 2026-11", "withdrawal"}) {
        CHECK_FALSE(read_matters(text));
    }
}

TEST_CASE("the story's letters go out on their days, each once", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.year("2026-11-01", "2026-11-30") ==
          "2026-11-01: monthly 2026-11\n"
          "2026-11-02: statement 2026-10 +1\n"
          "2026-11-04: documents 2026-10 -1; statement 2026-10 +3\n"
          "2026-11-06: documents 2026-10 +1\n"
          "2026-11-08: documents 2026-10 +3\n"
          "2026-11-09: payment 2026-11 -1\n"
          "2026-11-11: payment 2026-11 +1\n"
          "2026-11-13: payment 2026-11 +3\n"
          "2026-11-17: suspension 2026-11-16\n"
          "2026-11-30: statement 2026-11 -1\n");
}

TEST_CASE("days without a run are caught up once, with what is still true", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.run("2026-11-12") ==
          "monthly 2026-11; documents 2026-10 +3; statement 2026-10 +3; payment 2026-11 +1");
    CHECK(letters.run("2026-11-12").empty());
    CHECK(letters.run("2026-11-13") == "payment 2026-11 +3");
    CHECK(letters.run("2026-11-19") == "suspension 2026-11-16");
    CHECK(letters.run("2026-11-20").empty());
}

TEST_CASE("of old troubles only the suspension that holds is told", "[rules]") {
    Correspondence letters(story_facts());
    letters.rules.from = on("2026-11-20");
    const auto first = letters.due("2026-11-20");
    REQUIRE(first);
    CHECK(first->began_before);
    CHECK(letters.run("2026-11-20") == "suspension 2026-11-16");
    CHECK(letters.run("2026-12-01") == "monthly 2026-12");
}

TEST_CASE("who has paid is told that work goes on, if it was told of the pause", "[rules]") {
    for (const bool told : {true, false}) {
        Correspondence letters(story_facts());
        if (told) CHECK(letters.run("2026-11-17").starts_with("suspension 2026-11-16"));
        letters.rules.from = told ? letters.rules.from : on("2026-11-17");
        Payment payment{{1000, 9}, on("2026-11-23"), Money{600'000}, "", "", 0};
        letters.facts().payments.push_back(payment);
        CHECK(letters.run("2026-11-23") == (told ? "reinstatement 2026-11-16" : ""));
        CHECK(letters.run("2026-11-24").empty());
    }
}

TEST_CASE("what failed for now is due again, what is in doubt is not", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.run("2026-11-17", Delivery::Step::retry).starts_with("suspension 2026-11-16"));
    CHECK(letters.run("2026-11-17", Delivery::Step::doubtful).starts_with("suspension 2026-11-16"));
    CHECK(letters.run("2026-11-18").empty());
    letters.held().back().last->step = Delivery::Step::unsent;
    CHECK(letters.run("2026-11-18").starts_with("suspension 2026-11-16"));
}

TEST_CASE("a notice by phone stands for the letter and says when the client was told", "[rules]") {
    Correspondence letters(story_facts());
    LetterState told;
    told.letter.means = Means::phone;
    told.letter.date = on("2026-11-16");
    told.letter.about = "suspension 2026-11-16";
    letters.held().push_back(told);
    CHECK(letters.run("2026-11-16") ==
          "monthly 2026-11; documents 2026-10 +3; statement 2026-10 +3; payment 2026-11 +3");
    CHECK(notices_given(letters.held()) == std::map<Day, Day>{{on("2026-11-16"), on("2026-11-16")}});
}

TEST_CASE("a notice says what to pay and what is withheld", "[rules]") {
    const Correspondence letters(story_facts());
    const auto letter = letters.due("2026-11-17");
    REQUIRE(letter);
    CHECK(letter->sort == LetterDue::Sort::suspension);
    CHECK(letter->to_pay == Money{600'000});
    REQUIRE(letter->withheld.size() == 2);  // of the next 30 days
    CHECK(letter->withheld[0].kind == kinds::advance);
    CHECK(letter->items.size() == 3);  // statements, documents and the fee
}

TEST_CASE("a notice names the recorded pause that holds as well", "[rules]") {
    Correspondence letters(story_facts());
    letters.facts().suspensions.push_back(
        {{900, 9}, on("2026-11-01"), on("2026-11-15"), on("2026-11-18"), "an inspection"});
    const auto letter = letters.due("2026-11-17");
    REQUIRE(letter);
    REQUIRE(letter->other_pause);
    CHECK(letter->other_pause->from == on("2026-11-15"));
    CHECK(letter->other_pause->until == on("2026-11-18"));
    const auto later = letters.due("2026-11-18");
    REQUIRE(later);
    CHECK_FALSE(later->other_pause);
}

TEST_CASE("an extension gives the item new days", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.run("2026-11-04") == "monthly 2026-11; statement 2026-10 +3");
    CHECK(letters.run("2026-11-06") == "documents 2026-10 +1");
    letters.facts().extensions.push_back(
        {{900, 9}, kinds::documents, in("2026-10"), on("2026-11-07"), on("2026-11-14"), "asked for"});
    CHECK(letters.run("2026-11-08").empty());
    CHECK(letters.run("2026-11-13") == "documents 2026-10 -1; payment 2026-11 +3");
    CHECK(letters.run("2026-11-15") == "documents 2026-10 +1");
    CHECK(letters.run("2026-11-15").empty());
}

TEST_CASE("a notified suspension ends with a letter, though another passed unnoticed since", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.run("2026-11-17").starts_with("suspension 2026-11-16"));
    letters.facts().payments.push_back({{1000, 9}, on("2026-11-23"), Money{600'000}, "", "", 0});
    letters.facts().payments.push_back({{1001, 9}, on("2026-12-20"), Money{600'000}, "", "", 0});
    CHECK(letters.run("2026-12-21").starts_with("reinstatement 2026-11-16; monthly 2026-12"));
}

TEST_CASE("what is refused is due again while it is true, and counts as never told", "[rules]") {
    Correspondence letters(story_facts());
    CHECK(letters.run("2026-11-17", Delivery::Step::failed).starts_with("suspension 2026-11-16"));
    CHECK(letters.run("2026-11-18", Delivery::Step::failed).starts_with("suspension 2026-11-16"));
    letters.facts().payments.push_back({{1000, 9}, on("2026-11-23"), Money{600'000}, "", "", 0});
    CHECK(letters.run("2026-11-23") == "monthly 2026-11; documents 2026-10 +3; statement 2026-10 +3");
}

TEST_CASE("what is not taken is tried again: for now with each run, refused on another day", "[rules]") {
    const auto tried = [](const std::string& day, Delivery::Step step) {
        LetterState state;
        state.letter.date = on(day);
        state.letter.about = "monthly 2026-11";
        state.last = Delivery{{}, 0, step, ""};
        return state;
    };
    using Do = NextTry::Do;
    const auto next = [](const std::vector<LetterState>& held, const std::string& day) {
        return next_try(held, *read_matters("monthly 2026-11; payment 2026-11 +1"), on(day)).what;
    };
    const std::vector<LetterState> waiting{tried("2026-11-01", Delivery::Step::retry)};
    CHECK(next({}, "2026-11-01") == Do::write);
    CHECK(next(waiting, "2026-11-01") == Do::again);
    CHECK(next(waiting, "2026-11-05") == Do::write);
    CHECK(next(waiting, "2026-12-06") == Do::write);
    const std::vector<LetterState> refused{tried("2026-11-01", Delivery::Step::failed)};
    CHECK(next(refused, "2026-11-01") == Do::wait);
    CHECK(next(refused, "2026-11-02") == Do::write);
    CHECK(next_try(refused, *read_matters("payment 2026-11 +1"), on("2026-11-01")).what == Do::write);
    CHECK(next({tried("2026-11-01", Delivery::Step::unsent)}, "2026-11-02") == Do::write);
}

}  // namespace tracker
