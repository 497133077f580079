// SPDX-License-Identifier: MIT
// The months of the year in which a schedule line makes obligations, and how its periods are written (R1a).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tracker/base/message.hpp"

namespace tracker {

/// A set of months, never empty; all twelve where nothing else is said.
class Months {
  public:
    constexpr Months() = default;
    /// Bit 0 is January; at least one of twelve bits.
    constexpr explicit Months(std::uint16_t bits) : bits_(bits) {}

    /// "3 6 9", "1-11", months as numbers and ranges, with blanks or commas between; nothing where a month is
    /// none of twelve, or there is none.
    static std::optional<Months> parse(std::string_view text);
    /// The same, with ranges for three months and more in a row; empty for all twelve.
    [[nodiscard]] std::string to_text() const;

    static constexpr std::string_view how_to_write =
        "months as numbers and ranges, 3 6 9 12 or 1-11, none of them beyond 12";

    [[nodiscard]] constexpr bool all() const { return bits_ == every_month; }
    [[nodiscard]] bool has(Period period) const { return (bits_ >> (period.month() - 1) & 1U) != 0; }
    /// The nearest of them after the period.
    [[nodiscard]] Period next(Period period) const;
    /// How many months, the period's last, an obligation accounts for: 12 for a line whose only month is
    /// December, 6 for June and December, 3 for other months that end quarters, else 1.
    [[nodiscard]] int reported() const;
    bool operator==(const Months&) const = default;

  private:
    static constexpr std::uint16_t every_month = 0xfff;

    std::uint16_t bits_ = every_month;
};

namespace every {
inline constexpr Months month{};
inline constexpr Months quarter{0x924};
inline constexpr Months half_year{0x820};
inline constexpr Months year{0x800};
}  // namespace every

/// What an obligation of such a line accounts for, as an argument of a message.
inline Span span_of(Period period, Months months) {
    return {period, months.reported()};
}

/// A period as people read it: "2026", "2026-H1", "2026-Q3" or "2026-09", as the line's months are.
std::string format(Period period, Months months);

}  // namespace tracker
