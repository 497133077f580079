// SPDX-License-Identifier: MIT
// Lines of a schedule in words, for screens.
#pragma once

#include <string>

#include "tracker/facts/schedule_line.hpp"

namespace tracker {

/// "each quarter: day 25 of the month after, or the next working day; needs documents and statement, and 5
/// working days from then; owed in a pause, too". Not who owes it.
std::string in_words(const Line& line);

/// "documents and statement".
std::string in_words(const Inputs& inputs);

}  // namespace tracker
