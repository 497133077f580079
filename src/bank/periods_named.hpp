// SPDX-License-Identifier: MIT
// For which months a purpose says that it pays: "за ноябрь 2026", "11.2026".
#pragma once

#include <set>
#include <string_view>

#include "tracker/base/dates.hpp"

namespace tracker {

/// The months named; one without a year is that nearest to the day. Months of dates ("от 5 сентября") are
/// none.
std::set<Period> periods_named(std::string_view purpose, Day day);

}  // namespace tracker
