// SPDX-License-Identifier: MIT
// Money as an integer count of minor units (kopecks); every sum is checked, and nothing here is floating
// point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tracker/base/error.hpp"

namespace tracker {

/// An amount in minor units of its contract's currency. Negative amounts are refunds.
struct Money {
    std::int64_t minor = 0;
    auto operator<=>(const Money&) const = default;
};

/// The largest amount of one fact: ten trillion. A fee of that size, each month for 300 years, still sums up
/// in 64 bits.
inline constexpr Money largest_amount{1'000'000'000'000'000};

/// What sum and difference throw: knows no file, which a reader has to add.
class SumError : public InputError {
  public:
    using InputError::InputError;
};

/// Sum and difference; throw SumError where the result leaves 64 bits.
Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
inline Money operator-(Money a) {
    return Money{} - a;
}
/// Without its sign: of a refund, what went back.
inline Money magnitude(Money a) {
    return a.minor < 0 ? -a : a;
}
inline Money& operator+=(Money& a, Money b) {
    return a = a + b;
}
inline Money& operator-=(Money& a, Money b) {
    return a = a - b;
}

/// "6000.00", "-12.50": the machine form, which parse_money reads back.
std::string format(Money amount);

/// "6 000.00": for people, thousands apart by a no-break space, so that no line is broken within an amount.
std::string format_grouped(Money amount);

/// Reads "6000", "6000.5", "6 000,50" (also with no-break spaces), a leading "+" or "-". Nothing but an
/// amount of at most two decimals and of at most `largest_amount` is read; the reason of a refusal is
/// `why_not_money`.
std::optional<Money> parse_money(std::string_view text);

/// Why parse_money refused: "has more than two decimals", "is beyond ...", "is not an amount (write 6000 or
/// 6000.50)".
std::string why_not_money(std::string_view text);

}  // namespace tracker
