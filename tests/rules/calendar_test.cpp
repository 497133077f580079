// SPDX-License-Identifier: MIT
// Working days (R2): weeks, holidays, working Saturdays, the turn of the year.
#include "tracker/rules/calendar.hpp"

#include "generators.hpp"
#include "property.hpp"
#include "test_data.hpp"
#include "tracker/model/model.hpp"

namespace tracker {

TEST_CASE("without holidays a week has five working days", "[rules][calendar]") {
    const Calendar calendar;
    CHECK(calendar.is_working(on("2026-11-20")));
    CHECK_FALSE(calendar.is_working(on("2026-11-21")));
    CHECK_FALSE(calendar.is_working(on("2026-11-22")));
    CHECK(calendar.is_working(on("2026-11-23")));
    CHECK(calendar.on_or_after(on("2026-11-21")) == on("2026-11-23"));
    CHECK(calendar.on_or_before(on("2026-11-22")) == on("2026-11-20"));
    CHECK(calendar.on_or_after(on("2026-11-20")) == on("2026-11-20"));
    CHECK(calendar.on_or_before(on("2026-11-20")) == on("2026-11-20"));
}

TEST_CASE("the n-th working day after a day", "[rules][calendar]") {
    const Calendar calendar;
    CHECK(calendar.working_day_after(on("2026-11-21"), 0) == on("2026-11-21"));
    CHECK(calendar.working_day_after(on("2026-11-21"), 1) == on("2026-11-23"));
    CHECK(calendar.working_day_after(on("2026-11-20"), 1) == on("2026-11-23"));
    CHECK(calendar.working_day_after(on("2026-11-20"), 6) == on("2026-11-30"));
}

TEST_CASE("Russian days: decreed days off, working Saturdays, short days", "[rules][calendar]") {
    const Calendar calendar{russian_holidays()};
    CHECK_FALSE(calendar.is_working(on("2026-01-09")));  // moved from 2026-01-03
    CHECK(calendar.is_working(on("2026-01-12")));
    CHECK(calendar.is_working(on("2024-04-27")));  // a Saturday
    CHECK(calendar.is_working(on("2024-12-28")));
    CHECK(calendar.is_working(on("2027-02-20")));
    CHECK_FALSE(calendar.is_working(on("2027-02-22")));
    CHECK(calendar.is_working(on("2026-04-30")));  // short, but worked
    CHECK_FALSE(calendar.is_working(on("2026-11-04")));
}

TEST_CASE("the turn of the year moves by many days", "[rules][calendar]") {
    const Calendar calendar{russian_holidays()};
    CHECK(calendar.on_or_before(on("2027-01-05")) == on("2026-12-30"));
    CHECK(calendar.on_or_after(on("2027-01-01")) == on("2027-01-11"));
    CHECK(calendar.on_or_before(on("2025-01-05")) == on("2024-12-28"));
    CHECK(calendar.on_or_after(on("2024-12-29")) == on("2025-01-09"));
    CHECK(calendar.working_day_after(on("2026-12-30"), 1) == on("2027-01-11"));
}

TEST_CASE("years without a calendar follow the week", "[rules][calendar]") {
    const Calendar calendar{russian_holidays()};
    CHECK(calendar.is_working(on("2028-01-03")));
    CHECK(calendar.is_working(on("2022-01-03")));
    CHECK_FALSE(calendar.is_working(on("2028-01-08")));
    CHECK(calendar.is_working(earliest_day));
    CHECK(calendar.is_working(latest_day));
}

TEST_CASE("a day given twice is what was said last", "[rules][calendar]") {
    const Holiday off{{1, 1}, on("2026-11-20"), HolidayKind::holiday, ""};
    const Holiday worked{{2, 2}, on("2026-11-20"), HolidayKind::workday, ""};
    CHECK(Calendar{{off, worked}}.is_working(on("2026-11-20")));
    CHECK_FALSE(Calendar{{worked, off}}.is_working(on("2026-11-20")));
}

TEST_CASE("holidays come in any order", "[rules][calendar]") {
    std::vector<Holiday> holidays = russian_holidays();
    const Calendar straight{holidays};
    const Calendar reversed{{holidays.rbegin(), holidays.rend()}};
    for (Day day = on("2022-12-01"); day <= on("2028-01-31"); day += days{1})
        if (straight.is_working(day) != reversed.is_working(day)) FAIL(format(day));
}

TEST_CASE("the longest break bounds every move", "[rules][calendar]") {
    const Calendar calendar{russian_holidays()};
    for (Day day = on("2022-12-01"); day <= on("2028-01-31"); day += days{1}) {
        CAPTURE(format(day));
        REQUIRE((calendar.on_or_after(day) - day).count() <= calendar.longest_break());
        REQUIRE((day - calendar.on_or_before(day)).count() <= calendar.longest_break());
    }
}

TEST_CASE("random calendars agree with the model", "[rules][property]") {
    holds_for_all(2, [] {
        const gen::Case given = *gen::cases();
        const Calendar calendar{given.holidays};
        const Day starts = given.facts.contract.starts;
        for (Day day = starts - days{60}; day < starts + days{330}; day += days{1})
            if (calendar.is_working(day) != model::is_working(given.holidays, day)) RC_FAIL(format(day));
    });
}

}  // namespace tracker
