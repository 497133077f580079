// SPDX-License-Identifier: MIT
// Files that tests read: the calendars that the program carries, and fixtures.
#pragma once

#include <string>
#include <vector>

#include "tracker/facts/facts.hpp"

namespace tracker {

/// The cells of a file without quotes, its header left out; the path is relative to the source tree.
std::vector<std::vector<std::string>> read_rows(const std::string& path);

/// The Russian production calendars of 2023 to 2027.
std::vector<Holiday> russian_holidays();

/// A day or a period that the test itself wrote, so it must be one.
Day on(std::string_view text);
Period in(std::string_view text);

}  // namespace tracker
