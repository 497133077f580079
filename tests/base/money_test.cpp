// SPDX-License-Identifier: MIT
// Money: what is read as an amount, what is refused and why, and sums that don't overflow in silence.
#include "tracker/base/money.hpp"

#include <limits>

#include "../rules/property.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using namespace std::string_view_literals;

constexpr Money most{std::numeric_limits<std::int64_t>::max()};
constexpr Money least{std::numeric_limits<std::int64_t>::min()};

std::int64_t read(std::string_view text) {
    const std::optional<Money> amount = parse_money(text);
    INFO(std::string(text));
    REQUIRE(amount);
    CHECK(why_not_money(text).empty());
    return amount->minor;
}

}  // namespace

TEST_CASE("amounts as people write them", "[base][money]") {
    CHECK(read("6000") == 600000);
    CHECK(read("6000.5") == 600050);
    CHECK(read("6000.50") == 600050);
    CHECK(read("6000,50") == 600050);
    CHECK(read("6 000,50") == 600050);
    CHECK(read("6\u00a0000,50") == 600050);
    CHECK(read("6\u202f000") == 600000);
    CHECK(read("1 234 567.89") == 123456789);
    CHECK(read("0") == 0);
    CHECK(read("0.01") == 1);
    CHECK(read("-12.50") == -1250);
    CHECK(read("+12.50") == 1250);
    CHECK(read("-0.01") == -1);
    CHECK(read("0006") == 600);
}

TEST_CASE("what isn't exactly an amount is refused", "[base][money]") {
    for (const std::string_view text : {""sv,
                                        " "sv,
                                        "-"sv,
                                        "+"sv,
                                        "."sv,
                                        ","sv,
                                        ".5"sv,
                                        "5."sv,
                                        "5,"sv,
                                        "--5"sv,
                                        "+-5"sv,
                                        "- 5"sv,
                                        "5-"sv,
                                        "abc"sv,
                                        "5abc"sv,
                                        "0x10"sv,
                                        "1e3"sv,
                                        "nan"sv,
                                        "inf"sv,
                                        " 5"sv,
                                        "5 "sv,
                                        "5\n"sv,
                                        "5\0"sv,
                                        "\0"sv,
                                        "1,000.50"sv,
                                        "1.000,50"sv,
                                        "1.5.5"sv,
                                        "1'000"sv,
                                        "1_000"sv,
                                        "60 00"sv,
                                        "6 00"sv,
                                        "6 0000"sv,
                                        "6000 000"sv,
                                        "6  000"sv,
                                        "6\t000"sv,
                                        "5 руб"sv,
                                        "5₽"sv,
                                        "٥"sv,
                                        "５"sv,
                                        "−5"sv,
                                        "5 ,50"sv,
                                        "5, 50"sv,
                                        "6\xa0"sv,
                                        "6\xc2"sv,
                                        "6\xa0"
                                        "000"sv}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_money(text));
        CHECK_FALSE(why_not_money(text).empty());
    }
}

TEST_CASE("a refusal says why", "[base][money]") {
    CHECK(why_not_money("6000.505").find("more than two decimals") != std::string::npos);
    CHECK(why_not_money("6.000").find("more than two decimals") != std::string::npos);
    CHECK(why_not_money("6.00000000000000000000000000000000001").find("decimals") != std::string::npos);
    CHECK(why_not_money("10000000000000.01").find("beyond") != std::string::npos);
    CHECK(why_not_money("99999999999999999999999999999999").find("beyond") != std::string::npos);
    CHECK(why_not_money("six").find("not an amount") != std::string::npos);
}

TEST_CASE("the largest amount is read, one kopeck more isn't", "[base][money]") {
    CHECK(read("10000000000000") == largest_amount.minor);
    CHECK(read("-10000000000000.00") == -largest_amount.minor);
    CHECK(read("9999999999999.99") == largest_amount.minor - 1);
    CHECK_FALSE(parse_money("10000000000000.01"));
    CHECK_FALSE(parse_money("-10000000000000.01"));
    CHECK_FALSE(parse_money("92233720368547758.08"));
    CHECK_FALSE(parse_money("18446744073709551616"));
    CHECK_FALSE(parse_money(std::string(100000, '9')));
    CHECK(read(std::string(100000, '0') + "7") == 700);
}

TEST_CASE("amounts are written for machines and for people", "[base][money]") {
    CHECK(format(Money{600000}) == "6000.00");
    CHECK(format(Money{-1250}) == "-12.50");
    CHECK(format(Money{-5}) == "-0.05");
    CHECK(format(Money{0}) == "0.00");
    CHECK(format(most) == "92233720368547758.07");
    CHECK(format(least) == "-92233720368547758.08");
    CHECK(format_grouped(Money{600000}) == "6\u00a0000.00");
    CHECK(format_grouped(Money{-123456789}) == "-1\u00a0234\u00a0567.89");
    CHECK(format_grouped(Money{99999}) == "999.99");
    CHECK(format_grouped(Money{-99999}) == "-999.99");
    CHECK(format_grouped(Money{0}) == "0.00");
}

TEST_CASE("sums that leave 64 bits are errors", "[base][money]") {
    CHECK(Money{2} + Money{3} == Money{5});
    CHECK(Money{2} - Money{3} == Money{-1});
    CHECK_THROWS_AS(most + Money{1}, InputError);
    CHECK_THROWS_AS(least + Money{-1}, InputError);
    CHECK_THROWS_AS(least - Money{1}, InputError);
    CHECK_THROWS_AS(Money{0} - least, InputError);
    CHECK(most + least == Money{-1});
    Money sum{1};
    sum += Money{2};
    sum -= Money{4};
    CHECK(sum == Money{-1});
}

TEST_CASE("every amount survives the round trip", "[base][property]") {
    holds_for_all(20, [] {
        const auto size = *rc::gen::inRange<std::int64_t>(0, largest_amount.minor + 1);
        const auto small = *rc::gen::inRange<std::int64_t>(-200000, 200000);
        for (const Money amount : {Money{size}, Money{-size}, Money{small}}) {
            RC_ASSERT(parse_money(format(amount)) == amount);
            RC_ASSERT(parse_money(format_grouped(amount)) == amount);
        }
    });
}

TEST_CASE("no text at all makes the reader of amounts stumble", "[base][property]") {
    holds_for_all(20, [] {
        const std::string letters = "0123456789 .,-+\u00a0";
        const std::string text = *rc::gen::container<std::string>(rc::gen::elementOf(letters));
        const std::string any = *rc::gen::arbitrary<std::string>();
        for (const std::string& one : {text, any})
            RC_ASSERT(parse_money(one).has_value() == why_not_money(one).empty());
        if (const auto amount = parse_money(text)) RC_ASSERT(parse_money(format(*amount)) == amount);
    });
}

}  // namespace tracker
