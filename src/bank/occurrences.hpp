// SPDX-License-Identifier: MIT
// Counts equal lines of one file: two of them are two payments.
#pragma once

#include <string>
#include <unordered_map>

#include "tracker/facts/bank.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {

class Occurrences {
  public:
    /// Fills `occurrence`, as BankLine describes it.
    void count(BankLine& line) { line.occurrence = seen_[identity(line)]++; }

  private:
    std::unordered_map<std::string, int> seen_;
};

}  // namespace tracker
