// SPDX-License-Identifier: MIT
// Sums over the beginnings of a row of amounts that come and go.
#pragma once

#include <vector>

#include "tracker/base/money.hpp"

namespace tracker {

/// A row of amounts, none of them negative, of which each beginning is summed in as many steps as the row's
/// length has binary digits (a Fenwick tree). Sums throw SumError where they leave 64 bits.
class PrefixSums {
  public:
    explicit PrefixSums(std::vector<Money> amounts);

    /// The amount at the place grows by so much, or shrinks.
    void add(std::size_t place, Money more);
    /// The sum of the first `count` amounts.
    [[nodiscard]] Money of_first(std::size_t count) const;
    /// How many of the first amounts come to no more than that together; those of nothing behind them, too.
    [[nodiscard]] std::size_t count_within(Money most) const;

  private:
    std::vector<Money>
        sums_;  // at i - 1: of as many amounts up to the i-th as the last binary digit of i says
};

}  // namespace tracker
