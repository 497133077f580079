// SPDX-License-Identifier: MIT
// What is said to follow from a record: money that covers exactly, in part or more, pauses that it lifts or
// doesn't, and the day itself on which something is due (R5 to R9).
#include "tracker/rules/consequences.hpp"

#include "../said/in_english.hpp"
#include "story.hpp"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace tracker {
namespace {

using Said = std::vector<std::string>;

Ledger decided(const ContractFacts& facts, std::string_view day) {
    return make_ledger(facts, Calendar{}, on(day), on(day) + days{60});
}

/// What follows on a day from facts that are recorded on it.
Said following(const ContractFacts& before, const ContractFacts& after, std::string_view day) {
    return test::in_english(consequences(decided(before, day), decided(after, day), "RUB"));
}

Said paying(const ContractFacts& before, std::string_view day, std::int64_t rubles) {
    ContractFacts after = before;
    after.payments.push_back({{90, 90}, on(day), Money{rubles * 100}, "", "", 0});
    return following(before, after, day);
}

/// November's fee is paid, so that what else is owed stands alone.
ContractFacts paid_up() {
    ContractFacts facts = story_facts();
    facts.payments.push_back({{20, 20}, on("2026-11-09"), Money{600000}, "", "", 0});
    return facts;
}

}  // namespace

TEST_CASE("consequences: a payment before the due date", "[rules]") {
    CHECK(paying(story_facts(), "2026-11-09", 6000) == Said{"the fee for 2026-11 is paid in full"});
    CHECK(paying(story_facts(), "2026-11-09", 3000) ==
          Said{"3000.00 RUB are there in advance for the fee for 2026-11"});
    CHECK(paying(story_facts(), "2026-11-09", 7000) ==
          Said{"the fee for 2026-11 is paid in full",
               "1000.00 RUB are there in advance for the fee for 2026-12"});
    CHECK(paying(story_facts(), "2026-11-09", 12000) ==
          Said{"2 charges are paid in full, the last the fee for 2026-12"});
}

TEST_CASE("consequences: a part on the very day on which the fee is due stays short of it", "[rules]") {
    CHECK(paying(story_facts(), "2026-11-10", 3000) ==
          Said{"3000.00 RUB of the fee for 2026-11 stay outstanding",
               "service pauses on 2026-11-16 unless 3000.00 RUB come"});
    CHECK(paying(story_facts(), "2026-11-15", 6000) == Said{"the fee for 2026-11 is paid in full"});
}

TEST_CASE("consequences: a part lifts no pause, the whole lifts it and work is due today", "[rules]") {
    CHECK(paying(story_facts(), "2026-11-20", 3000) ==
          Said{"3000.00 RUB of the fee for 2026-11 stay outstanding",
               "service is still paused: 3000.00 RUB overdue"});
    CHECK(paying(story_facts(), "2026-11-20", 6000) == Said{"the fee for 2026-11 is paid in full",
                                                            "service resumes today",
                                                            "the advance for 2026-11 is due today"});
    CHECK(paying(story_facts(), "2026-11-19", 6000) ==
          Said{"the fee for 2026-11 is paid in full", "service resumes today"});  // the 20th is to come
    CHECK(paying(story_facts(), "2026-11-23", 7000) ==
          Said{"the fee for 2026-11 is paid in full",
               "1000.00 RUB are there in advance for the fee for 2026-12", "service resumes today",
               "the advance for 2026-11 is due today"});
}

TEST_CASE("consequences: the first day of the pause is no day too late", "[rules]") {
    CHECK(paying(story_facts(), "2026-11-16", 6000) ==
          Said{"the fee for 2026-11 is paid in full", "service is not paused"});
    CHECK(paying(story_facts(), "2026-11-16", 5999) ==
          Said{"1.00 RUB of the fee for 2026-11 stay outstanding",
               "service is still paused: 1.00 RUB overdue"});
}

TEST_CASE("consequences: money goes to an older charge, and the pause stays", "[rules]") {
    ContractFacts facts = story_facts();
    facts.charges.push_back({{30, 30}, on("2026-11-02"), on("2026-11-06"), Money{250000}, "archive"});
    CHECK(paying(facts, "2026-11-20", 6000) == Said{"the charge due 2026-11-06 is paid in full",
                                                    "2500.00 RUB of the fee for 2026-11 stay outstanding",
                                                    "service is still paused: 2500.00 RUB overdue"});
    CHECK(paying(facts, "2026-11-20", 8500) ==
          Said{"2 charges are paid in full, the last the fee for 2026-11", "service resumes today",
               "the advance for 2026-11 is due today"});
}

TEST_CASE("consequences: what is due on the day itself isn't asked for to be served again", "[rules]") {
    ContractFacts facts = story_facts();
    facts.charges.push_back({{30, 30}, on("2026-11-02"), on("2026-11-20"), Money{100000}, "archive"});
    CHECK(paying(facts, "2026-11-20", 5000) == Said{"1000.00 RUB of the fee for 2026-11 stay outstanding",
                                                    "service is still paused: 1000.00 RUB overdue"});
    CHECK(paying(facts, "2026-11-20", 6000) == Said{"the fee for 2026-11 is paid in full",
                                                    "service resumes today",
                                                    "service pauses on 2026-11-26 unless 1000.00 RUB come",
                                                    "the advance for 2026-11 is due today"});
    CHECK(paying(facts, "2026-11-21", 6000) ==
          Said{"the fee for 2026-11 is paid in full", "service is still paused: 1000.00 RUB overdue"});
}

TEST_CASE("consequences: resumption days keep service paused", "[rules]") {
    ContractFacts facts = story_facts();
    facts.contract.resume = 2;
    CHECK(paying(facts, "2026-11-20", 6000) ==
          Said{"the fee for 2026-11 is paid in full", "service resumes on 2026-11-24"});
}

TEST_CASE("consequences: an advance that is paid back leaves nothing to say", "[rules]") {
    ContractFacts before = paid_up();
    before.payments.push_back({{50, 50}, on("2026-11-09"), Money{100000}, "", "", 0});
    CHECK(paying(before, "2026-11-10", -1000).empty());
    CHECK(paying(before, "2026-11-10", -500) ==
          Said{"500.00 RUB are there in advance for the fee for 2026-12"});
}

TEST_CASE("consequences: a refund past the deadline pauses that very day", "[rules]") {
    CHECK(paying(paid_up(), "2026-11-20", -1000) ==
          Said{"the fee for 2026-11 is no longer paid: 1000.00 RUB outstanding",
               "service is paused today: 1000.00 RUB overdue", "the advance for 2026-11 is withheld"});
    CHECK(paying(paid_up(), "2026-11-15", -1000) ==
          Said{"the fee for 2026-11 is no longer paid: 1000.00 RUB outstanding",
               "service pauses on 2026-11-16 unless 1000.00 RUB come"});
}

TEST_CASE("consequences: a pause by record withholds what is due on its first day", "[rules]") {
    const auto suspended = [](std::string_view from, std::string_view day,
                              std::optional<Day> until = std::nullopt) {
        ContractFacts after = paid_up();
        after.suspensions.push_back({{40, 40}, on(day), on(from), until, "asked"});
        return following(paid_up(), after, day);
    };
    CHECK(suspended("2026-11-20", "2026-11-20") ==
          Said{"service is paused today, by record", "the advance for 2026-11 is withheld"});
    CHECK(suspended("2026-11-19", "2026-11-19") == Said{"service is paused today, by record"});
    CHECK(suspended("2026-11-19", "2026-11-19", on("2026-11-25")) ==
          Said{"service is paused today, by record"});
    CHECK(suspended("2026-11-21", "2026-11-20").empty());
}

TEST_CASE("consequences: what changes nothing says nothing", "[rules]") {
    CHECK(following(story_facts(), story_facts(), "2026-11-20") ==
          Said{"service is still paused: 6000.00 RUB overdue"});
    CHECK(following(story_facts(), story_facts(), "2026-11-10").empty());
}

}  // namespace tracker
