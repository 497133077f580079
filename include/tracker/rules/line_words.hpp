// SPDX-License-Identifier: MIT
// What is agreed in a line of a schedule, to be said.
#pragma once

#include <vector>

#include "tracker/base/message.hpp"
#include "tracker/facts/schedule_line.hpp"

namespace tracker {

/// "each quarter: day 25 of the month after, or the next working day; needs documents and statement, and 5
/// working days from then; owed in a pause, too". Not who owes it.
Message agreed(const Line& line);

/// "documents", "statement".
std::vector<Message> kinds_of(const Inputs& inputs);

/// "the month", "the month after", "the 2nd month before": so many months from the period of a line.
Message month_from_period(int offset);

}  // namespace tracker
