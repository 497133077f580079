// SPDX-License-Identifier: MIT
// Dates and periods as text: what is read, what is refused, and that each day survives the round trip.
#include "tracker/base/dates.hpp"

#include "../rules/property.hpp"
#include "../rules/test_data.hpp"

namespace tracker {

using namespace std::string_view_literals;

TEST_CASE("dates are read in the two forms and in no other", "[base][dates]") {
    CHECK(parse_day("2026-11-05") == to_day(20762));
    CHECK(parse_day("05.11.2026") == to_day(20762));
    CHECK(parse_day("2024-02-29"));
    CHECK(parse_day("1900-01-01") == earliest_day);
    CHECK(parse_day("31.12.2199") == latest_day);
}

TEST_CASE("what isn't exactly a date is refused", "[base][dates]") {
    for (const std::string_view text : {""sv,
                                        " "sv,
                                        "2026-11-05abc"sv,
                                        "2026-11-05 "sv,
                                        " 2026-11-05"sv,
                                        "2026-11-05\n"sv,
                                        "2026-11-5"sv,
                                        "2026-1-05"sv,
                                        "26-11-05"sv,
                                        "20261105"sv,
                                        "2026/11/05"sv,
                                        "2026.11.05"sv,
                                        "05-11-2026"sv,
                                        "5.11.2026"sv,
                                        "05.11.26"sv,
                                        "05.11-2026"sv,
                                        "2026-11.05"sv,
                                        "+026-11-05"sv,
                                        "-026-11-05"sv,
                                        "2026-+1-05"sv,
                                        "2026- 1-05"sv,
                                        "2026-11-0x"sv,
                                        "2026-11-0\0"sv,
                                        "\0\0\0\0-11-05"sv,
                                        "today"sv,
                                        "0x7e-11-05"sv,
                                        "２０２６-11-05"sv,
                                        "٢٠٢٦-١١-٠٥"sv,
                                        "2026‑11‑05"sv,
                                        "2026-11-05T00:00"sv}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_day(text));
    }
    CHECK_FALSE(parse_day(std::string(100000, '9')));
    CHECK_FALSE(parse_day("2026-11-05\0"sv));
}

TEST_CASE("a date that doesn't exist is never another date", "[base][dates]") {
    for (const std::string_view text :
         {"2026-02-29", "2026-02-30", "2100-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-10",
          "2026-11-00", "2026-11-32", "31.11.2026", "00.00.0000", "0000-00-00", "9999-12-31", "1899-12-31",
          "2200-01-01", "99.99.9999"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
    CHECK(parse_day("2000-02-29"));
}

TEST_CASE("every day survives the round trip", "[base][dates]") {
    for (Day day = earliest_day; day <= latest_day; day += days{1}) {
        const std::string text = format(day);
        const std::string dotted = text.substr(8, 2) + "." + text.substr(5, 2) + "." + text.substr(0, 4);
        const bool same = parse_day(text) == day && parse_day(dotted) == day && to_day(to_int(day)) == day;
        if (!same) FAIL(text);
    }
}

TEST_CASE("periods are read in the two forms and in no other", "[base][dates]") {
    CHECK(parse_period("2026-11") == Period{2026 * 12 + 10});
    CHECK(parse_period("11.2026") == Period{2026 * 12 + 10});
    for (const std::string_view text :
         {"",        "2026",    "2026-00", "2026-13",  "2026-1",   "2026-11-", "2026-111",
          "202611",  "11-2026", "2026.11", "1.2026",   "13.2026",  "00.2026",  "2026-1x",
          "+026-11", "1899-12", "2200-01", " 2026-11", "2026-11 ", "this"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_period(text));
    }
    for (Period period = period_of(earliest_day); period <= period_of(latest_day); ++period)
        if (parse_period(format(period)) != period) FAIL(format(period));
}

TEST_CASE("periods count months across years", "[base][dates]") {
    CHECK(in("2026-12") + 1 == in("2027-01"));
    CHECK(in("2026-01") - 1 == in("2025-12"));
    CHECK(in("2027-02") - in("2026-12") == 2);
    CHECK(in("2026-12").year() == 2026);
    CHECK(in("2026-12").month() == 12);
    CHECK(period_of(on("2026-12-31")) == in("2026-12"));
    CHECK(period_of(on("2027-01-01")) == in("2027-01"));
}

TEST_CASE("months have 28 to 31 days", "[base][dates]") {
    CHECK(last_day(in("2026-02")) == on("2026-02-28"));
    CHECK(last_day(in("2024-02")) == on("2024-02-29"));
    CHECK(last_day(in("2100-02")) == on("2100-02-28"));
    CHECK(last_day(in("2026-04")) == on("2026-04-30"));
    CHECK(last_day(in("2026-12")) == on("2026-12-31"));
    CHECK(first_day(in("2026-02")) == on("2026-02-01"));
    for (int day = 28; day <= 31; ++day) {
        CHECK(day_in(in("2026-02"), day) == on("2026-02-28"));
        CHECK(day_in(in("2026-12"), day) == on("2026-12-01") + days{day - 1});
    }
    CHECK(day_in(in("2024-02"), 31) == on("2024-02-29"));
    CHECK(day_in(in("2026-11"), 31) == on("2026-11-30"));
    CHECK(day_in(in("2026-11"), 1) == on("2026-11-01"));
}

TEST_CASE("whatever text is read as a date is written like one", "[base][property]") {
    holds_for_all(20, [] {
        const std::string digits = "0123456789.-";
        const std::string text = *rc::gen::container<std::string>(10, rc::gen::elementOf(digits));
        if (const auto day = parse_day(text)) {
            const std::string back = format(*day);
            const bool dotted = back.substr(8, 2) + "." + back.substr(5, 2) + "." + back.substr(0, 4) == text;
            RC_ASSERT(back == text || dotted);
        }
        const std::string any = *rc::gen::arbitrary<std::string>();
        if (any.size() != 10) RC_ASSERT(!parse_day(any));
        if (any.size() != 7) RC_ASSERT(!parse_period(any));
    });
}

}  // namespace tracker
