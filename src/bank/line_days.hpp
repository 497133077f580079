// SPDX-License-Identifier: MIT
// The booking dates of a file's lines beside the range and the day of making that the file claims.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tracker/bank/statement.hpp"

namespace tracker {

class LineDays {
  public:
    void add(const BankLine& line);

    /// Adds the remarks on a statement whose ranges are complete: a range beyond the day on which the file
    /// was made, lines far outside the range. A day of making before a range whose lines the file holds can't
    /// be true and is dropped.
    void look_over(BankStatement& statement) const;

  private:
    struct OfDay {
        std::size_t lines = 0;
        std::size_t first = 0;  ///< of the file
    };
    using Days = std::map<Day, OfDay>;

    void check_making(StatementRange& range, std::vector<std::string>& remarks) const;
    void check_outside(const BankStatement& statement, const std::string& account, const Days& days,
                       std::vector<std::string>& remarks) const;

    std::map<std::string, Days> accounts_;
};

}  // namespace tracker
