// SPDX-License-Identifier: MIT
// The invented letters that are notices of service: of a suspension, of money that doesn't lift it, of its
// end, and of a notice taken back.
#pragma once

#include <vector>

#include "letters/letter_cases.hpp"

namespace tracker {

std::vector<LetterCase> suspensions();
std::vector<LetterCase> part_payments();
std::vector<LetterCase> withdrawals();
std::vector<LetterCase> reinstatements();

}  // namespace tracker
