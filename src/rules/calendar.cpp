// SPDX-License-Identifier: MIT
#include "tracker/rules/calendar.hpp"

#include <algorithm>

namespace tracker {

Calendar::Calendar(const std::vector<Holiday>& holidays) {
    if (holidays.empty()) return;
    const auto by_date = [](const Holiday& a, const Holiday& b) { return a.date < b.date; };
    const auto [least, most] = std::minmax_element(holidays.begin(), holidays.end(), by_date);
    first_ = least->date;
    marks_.assign(static_cast<std::size_t>((most->date - first_).count()) + 1, Mark::none);
    for (const Holiday& holiday : holidays) {
        const auto at = static_cast<std::size_t>((holiday.date - first_).count());
        marks_[at] = holiday.kind == HolidayKind::holiday   ? Mark::off
                     : holiday.kind == HolidayKind::workday ? Mark::working
                                                            : Mark::none;
    }
    // What is longer than a weekend has a day off in it; the first such day of a break finds it whole.
    for (const Holiday& holiday : holidays) {
        if (mark(holiday.date) == Mark::off && mark(holiday.date - days{1}) != Mark::off)
            longest_break_ = std::max(longest_break_, break_around(holiday.date));
    }
}

int Calendar::break_around(Day day) const {
    Day begin = day;
    Day end = day;
    while (!is_working(begin - days{1})) begin -= days{1};
    while (!is_working(end)) end += days{1};
    return static_cast<int>((end - begin).count());
}

Calendar::Mark Calendar::mark(Day day) const {
    const auto at = (day - first_).count();
    const bool marked = at >= 0 && static_cast<std::size_t>(at) < marks_.size();
    return marked ? marks_[static_cast<std::size_t>(at)] : Mark::none;
}

bool Calendar::is_working(Day day) const {
    if (const Mark marked = mark(day); marked != Mark::none) return marked == Mark::working;
    const unsigned iso = date::weekday{day}.iso_encoding();
    return iso < 6;
}

Day Calendar::on_or_after(Day day) const {
    while (!is_working(day)) day += days{1};
    return day;
}

Day Calendar::on_or_before(Day day) const {
    while (!is_working(day)) day -= days{1};
    return day;
}

Day Calendar::working_day_after(Day day, int n) const {
    for (; n > 0; --n) day = on_or_after(day + days{1});
    return day;
}

}  // namespace tracker
