// SPDX-License-Identifier: MIT
// The production calendar: which days are working days (R2). Knows no country: the days come as facts.
#pragma once

#include <vector>

#include "tracker/base/dates.hpp"
#include "tracker/facts/facts.hpp"

namespace tracker {

class Calendar {
  public:
    /// Monday to Friday and nothing else.
    Calendar() = default;
    /// Days off and working Saturdays and Sundays, in any order; of one day given twice the later counts.
    explicit Calendar(const std::vector<Holiday>& holidays);

    [[nodiscard]] bool is_working(Day day) const;
    /// The day itself if it is a working day, else the nearest working day after or before it.
    [[nodiscard]] Day on_or_after(Day day) const;
    [[nodiscard]] Day on_or_before(Day day) const;
    /// The n-th working day after `day`; n = 0 is the day itself, working or not (R6).
    [[nodiscard]] Day working_day_after(Day day, int n) const;
    /// The most days that any convention can move a date.
    [[nodiscard]] int longest_break() const { return longest_break_; }

  private:
    enum class Mark : signed char { none, off, working };
    [[nodiscard]] Mark mark(Day day) const;
    /// How many days there are from the last working day before to the next one after.
    [[nodiscard]] int break_around(Day day) const;

    Day first_{};
    std::vector<Mark> marks_;  // one a day from first_ on; days outside follow the week
    int longest_break_ = 2;
};

}  // namespace tracker
