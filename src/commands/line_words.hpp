// SPDX-License-Identifier: MIT
// Lines of a schedule in words, for screens.
#pragma once

#include <string>

#include "tracker/facts/schedule_line.hpp"

namespace tracker {

/// "each quarter: day 25 of the month after, or the next working day".
std::string in_words(const Line& line);

/// "documents and statement".
std::string in_words(const Inputs& inputs);

/// "months 1-12, not 3 6 9 12": the first in which the line differs from another one; empty if in nothing.
std::string difference(const Line& line, const Line& other);

}  // namespace tracker
