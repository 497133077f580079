// SPDX-License-Identifier: MIT
// Dates, periods and amounts as people type them.
#include "tracker/base/parse.hpp"

#include "../catch.hpp"
#include "inputs.hpp"

using namespace tracker;

namespace {

const Day today = *parse_day("2026-11-20");

std::string day(std::string_view text, Day on = today) {
    std::string read;
    const auto why = test::refusal([&] { read = format(read_day(text, on)); });
    return read.empty() ? why : read;
}

std::string period(std::string_view text, Day on = today) {
    std::string read;
    const auto why = test::refusal([&] { read = format(read_period(text, on)); });
    return read.empty() ? why : read;
}

std::string money(std::string_view text) {
    std::string read;
    const auto why = test::refusal([&] { read = format(read_money(text)); });
    return read.empty() ? why : read;
}

}  // namespace

TEST_CASE("a day is read in every way that the manual names", "[base]") {
    CHECK(day("2026-11-05") == "2026-11-05");
    CHECK(day("05.11.2026") == "2026-11-05");
    CHECK(day("today") == "2026-11-20");
    CHECK(day("yesterday") == "2026-11-19");
    CHECK(day("tomorrow") == "2026-11-21");
    CHECK(day("+3d") == "2026-11-23");
    CHECK(day("-2w") == "2026-11-06");
    CHECK(day("+0d") == "2026-11-20");
    CHECK(day("+30w") == "2027-06-18");
    CHECK(day("5") == "2026-11-05");
    CHECK(day("05") == "2026-11-05");
    CHECK(day("30") == "2026-11-30");
    CHECK(day("29", *parse_day("2028-02-01")) == "2028-02-29");
}

TEST_CASE("a day that doesn't exist is never another day", "[base]") {
    CHECK(day("2026-02-30") == "date '2026-02-30' does not exist: 2026-02 has the days 01 to 28");
    CHECK(day("29.02.2027") == "date '29.02.2027' does not exist: 2027-02 has the days 01 to 28");
    CHECK(day("2026-13-01") == "date '2026-13-01' does not exist: months go from 01 to 12");
    CHECK(day("2026-11-00") == "date '2026-11-00' does not exist: 2026-11 has the days 01 to 30");
    CHECK(day("31") == "date '31' does not exist in 2026-11: write a day from 1 to 30, or a whole date");
    CHECK(day("0") == "date '0' does not exist in 2026-11: write a day from 1 to 30, or a whole date");
    CHECK(day("1026-11-05") ==
          "date '1026-11-05' is out of range: write a date from 1900-01-01 to 2199-12-31");
    CHECK(day("05.11.0026") ==
          "date '05.11.0026' is out of range: write a date from 1900-01-01 to 2199-12-31");
    CHECK(day("+99999999999d") ==
          "date '+99999999999d' is out of range: dates go from 1900-01-01 to 2199-12-31");
    CHECK(day("-99999999999w") ==
          "date '-99999999999w' is out of range: dates go from 1900-01-01 to 2199-12-31");
}

TEST_CASE("what is no day is refused with the ways to write one", "[base]") {
    for (const auto* bad : {"", "2026-11-05abc", "2026-1-5", "5.11.2026", "+1m", "+d", "3d", "+-3d", "+3",
                            "100", "-5", "Today ", "1.5", "2026/11/05", "05.11.26", "2026-11"}) {
        CAPTURE(bad);
        CHECK(day(bad) ==
              "date '" + std::string(bad) +
                  "' is not a date: write 2026-11-05, 05.11.2026, today, yesterday, tomorrow, +3d, -2w or "
                  "a day of this month");
    }
    CHECK(day("a\x1b[2J").find("date 'a�[2J' is not a date") == 0);
}

TEST_CASE("a period is read in every way that the manual names", "[base]") {
    CHECK(period("2026-11") == "2026-11");
    CHECK(period("11.2026") == "2026-11");
    CHECK(period("this") == "2026-11");
    CHECK(period("last") == "2026-10");
    CHECK(period("next", *parse_day("2026-12-31")) == "2027-01");
    CHECK(period("2026-13") == "period '2026-13' does not exist: months go from 01 to 12");
    CHECK(period("00.2026") == "period '00.2026' does not exist: months go from 01 to 12");
    CHECK(period("0026-11") == "period '0026-11' is out of range: write a month from 1900-01 to 2199-12");
    CHECK(period("next", latest_day) ==
          "period 'next' is out of range: write a month from 1900-01 to 2199-12");
    CHECK(period("last", earliest_day) ==
          "period 'last' is out of range: write a month from 1900-01 to 2199-12");
    CHECK(period("11") ==
          "period '11' is not a period: write 2026-11, 11.2026, 2026-Q3, 2026-H1, 2026, this, last or next");
    CHECK(period("2026-11-05") ==
          "period '2026-11-05' is not a period: write 2026-11, 11.2026, 2026-Q3, 2026-H1, 2026, this, last "
          "or next");
}

TEST_CASE("an amount is read, or refused with the reason", "[base]") {
    CHECK(money("6000") == "6000.00");
    CHECK(money("6000.5") == "6000.50");
    CHECK(money("6 000,50") == "6000.50");
    CHECK(money("6\u00a0000,50") == "6000.50");
    CHECK(money("-12.50") == "-12.50");
    CHECK(money("1,234") == "amount '1,234' has more than two decimals: write 6000 or 6000.50");
    CHECK(money("6000 rub") == "amount '6000 rub' is not an amount: write 6000 or 6000.50");
    CHECK(money("99999999999999999999").find("amount '99999999999999999999' is beyond 10000000000000.00") ==
          0);
}
