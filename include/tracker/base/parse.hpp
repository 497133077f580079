// SPDX-License-Identifier: MIT
// Dates, periods and amounts as people type them. Knows no clock: "today" is an argument.
#pragma once

#include <string_view>

#include "tracker/base/dates.hpp"
#include "tracker/base/money.hpp"

namespace tracker {

/// `2026-11-05`, `05.11.2026`, `today`, `yesterday`, `tomorrow`, `+3d` and `-2w` (from `today` on), `5` (that
/// day of today's month). Throws InputError that quotes the text and says whether such a date doesn't exist
/// (`2026-02-30`), is out of range or isn't a date at all, and how to write one.
Day read_day(std::string_view text, Day today);

/// `2026-11`, `11.2026`, `this`, `last` and `next` (from today's month on). Throws InputError likewise.
Period read_period(std::string_view text, Day today);

/// `6000`, `6000.50`, `6 000,50` (core's parse_money). Throws InputError with the reason: more than two
/// decimals, beyond the largest amount, not an amount.
Money read_money(std::string_view text);

}  // namespace tracker
