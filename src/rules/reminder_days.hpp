// SPDX-License-Identifier: MIT
// On which days letters go out (R10): what is to be said on a day off moves to a working day, so that it
// comes in time and when somebody reads it. A part of deciding on letters.
#pragma once

#include "tracker/rules/calendar.hpp"
#include "tracker/rules/reminders.hpp"

namespace tracker {

class ReminderDays {
  public:
    ReminderDays(const ReminderRules& rules, const Calendar& calendar) : rules_(rules), calendar_(calendar) {}

    /// Whether anything goes out on the day.
    [[nodiscard]] bool goes_out(Day day) const { return !rules_.working_days || calendar_.is_working(day); }

    /// The day of the monthly letter of a month; it may lie in the month before.
    [[nodiscard]] Day of_month(Period month) const {
        const Day day = day_in(month, rules_.monthly_day);
        return rules_.working_days ? calendar_.on_or_before(day) : day;
    }

    /// The month whose monthly letter was to go out last, on the day or before.
    [[nodiscard]] Period last_month(Day on) const {
        Period month = period_of(on) + 1;
        while (of_month(month) > on) month = month - 1;
        return month;
    }

    /// The day on which an item is told of at an offset from its due date: what comes before it, in time.
    [[nodiscard]] Day at_offset(Day due, int offset) const {
        const Day day = due + days{offset};
        if (!rules_.working_days) return day;
        return offset > 0 ? calendar_.on_or_after(day) : calendar_.on_or_before(day);
    }

  private:
    const ReminderRules& rules_;
    const Calendar& calendar_;
};

}  // namespace tracker
