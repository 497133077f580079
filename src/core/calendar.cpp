// SPDX-License-Identifier: MIT
#include "tracker/core/calendar.hpp"

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
    int run = 0;
    for (Day day = first_ - days{7}; day <= most->date + days{7}; day += days{1}) {
        run = is_working(day) ? 0 : run + 1;
        longest_break_ = std::max(longest_break_, run);
    }
}

bool Calendar::is_working(Day day) const {
    const auto at = (day - first_).count();
    if (at >= 0 && static_cast<std::size_t>(at) < marks_.size()) {
        const Mark mark = marks_[static_cast<std::size_t>(at)];
        if (mark != Mark::none) return mark == Mark::working;
    }
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
