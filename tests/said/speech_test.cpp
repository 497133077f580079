// SPDX-License-Identifier: MIT
// What languages do to counts, periods, days and money, and how a sentence's parts come and go.
#include "tracker/said/speech.hpp"

#include "../catch.hpp"
#include "../rules/test_data.hpp"
#include "in_english.hpp"

namespace tracker {
namespace {

const Speech russian(Language::ru);
const Speech english(Language::en);

}  // namespace

TEST_CASE("Russian numbers take the right form of their word", "[said]") {
    const auto days = [](int n) {
        return std::to_string(n) + ' ' + std::string(russian.plural(n, "день|дня|дней"));
    };
    CHECK(days(0) == "0 дней");
    for (const int one : {1, 21, 101, 321}) CHECK(days(one) == std::to_string(one) + " день");
    for (const int few : {2, 3, 4, 22, 34, 102}) CHECK(days(few) == std::to_string(few) + " дня");
    for (const int many : {5, 11, 12, 13, 14, 19, 20, 25, 111, 112, 214})
        CHECK(days(many) == std::to_string(many) + " дней");
    CHECK(english.plural(1, "day|days") == "day");
    CHECK(english.plural(0, "day|days") == "days");
    CHECK(english.plural(21, "day|days") == "days");
    CHECK_THROWS_AS(russian.plural(5, "день|дня"), std::logic_error);
}

TEST_CASE("periods in the cases of Russian", "[said]") {
    const Span month{in("2026-09"), 1}, quarter{in("2026-09"), 3}, half{in("2026-06"), 6},
        year{in("2026-12"), 12};
    CHECK(russian.period(month) == "сентябрь 2026 г.");
    CHECK(russian.period(month, "genitive") == "сентября 2026 г.");
    CHECK(russian.period(month, "prepositional") == "сентябре 2026 г.");
    CHECK(russian.period(month, "short") == "09.2026");
    CHECK(russian.period(quarter) == "III квартал 2026 г.");
    CHECK(russian.period(quarter, "genitive") == "III квартала 2026 г.");
    CHECK(russian.period(quarter, "short") == "III кв. 2026");
    CHECK(russian.period(half, "prepositional") == "I полугодии 2026 г.");
    CHECK(russian.period(year) == "2026 год");
    CHECK(russian.period(year, "genitive") == "2026 года");
    CHECK(english.period(quarter) == "2026-Q3");
    CHECK(english.period(half, "genitive") == "2026-H1");
}

TEST_CASE("days and money", "[said]") {
    CHECK(russian.day(on("2026-11-05")) == "05.11.2026");
    CHECK(english.day(on("2026-11-05")) == "2026-11-05");
    CHECK(russian.weekday(on("2026-11-23")) == "Понедельник");
    CHECK(russian.sum({Money{600000}, "RUB"}) == "6\u00a0000,00\u00a0₽");
    CHECK(russian.sum({Money{-5}, "EUR"}) == "-0,05\u00a0EUR");
    CHECK(english.sum({Money{600000}, "RUB"}) == "6000.00 RUB");
    CHECK(english.sum({Money{600000}, ""}, "grouped") == "6\u00a0000.00");
    CHECK(english.ordinal(2) == "2nd");
    CHECK(english.ordinal(13) == "13th");
    CHECK(english.ordinal(21) == "21st");
}

TEST_CASE("a kind is called by its name, its title, or its slug", "[said]") {
    const Speech titled(Language::ru, [](Kind kind) {
        return kind == Kind{"rsv"} ? std::optional<std::string>("РСВ\x1b[2J") : std::nullopt;
    });
    CHECK(titled.kind(kinds::statement) == "банковские выписки");
    CHECK(titled.kind(Kind{"rsv"}) == "РСВ\uFFFD[2J");
    CHECK(titled.kind(Kind{"demand"}) == "demand");
    CHECK(titled.kind(Kind{"rsv"}, "slug") == "rsv");
    CHECK(english.kind(kinds::payment) == "fee");
    CHECK(english.kind(kinds::payment, "label") == "payment");
    CHECK(english.kind(kinds::statement, "label") == "statements");
}

TEST_CASE("parts of a sentence come and go with its arguments", "[said]") {
    const auto service = [](std::optional<Day> since, std::optional<Day> until) {
        return test::in_english(
            Message("status.service", {{"service", Slug{"paused"}}, {"since", since}, {"until", until}}));
    };
    CHECK(service({}, {}) == "paused");
    CHECK(service(on("2026-11-16"), {}) == "paused since 2026-11-16");
    CHECK(service({}, on("2026-11-16")) == "paused until 2026-11-16");
    const auto set = [](const char* outcome) {
        return test::in_english(Message("place.done", {{"outcome", Slug{outcome}},
                                                       {"refund", false},
                                                       {"sum", Sum{Money{100}, "RUB"}},
                                                       {"day", on("2026-11-05")},
                                                       {"client", "a"},
                                                       {"contract", "1"}}));
    };
    CHECK(set("recorded") == "recorded a payment of 1.00 RUB on 2026-11-05 (a, contract 1)");
    CHECK(set("would record") == "would record a payment of 1.00 RUB on 2026-11-05 (a, contract 1)");
}

TEST_CASE("what comes from outside can't steer the terminal, and several are counted up", "[said]") {
    CHECK(test::in_english(Message("matter.unread", {{"text", "a\x1b[2J"}})) == "a\uFFFD[2J");
    const std::vector<Message> three(3, Message("day.today"));
    CHECK(test::in_english(Message("item.kinds", {{"kinds", three}})) == "today, today and today");
    CHECK(russian(Message("item.kinds", {{"kinds", three}})) == "сегодня, сегодня и сегодня");
    CHECK(test::in_english(Message("record.follows", {{"follows", three}})) == "today; today; today");
}

TEST_CASE("a sentence or an argument that isn't there is a defect", "[said]") {
    CHECK_THROWS_AS(english(Message("no.such-sentence")), std::logic_error);
    CHECK_THROWS_AS(english(Message("day.on")), std::logic_error);
}

}  // namespace tracker
