// SPDX-License-Identifier: MIT
// The files that the program carries inside itself; the definitions are made at build time.
#pragma once

#include <string_view>

namespace tracker {

/// The text of an embedded file ("schema.sql", "calendars/ru-2026.csv", "demo/clients.csv"); empty if there
/// is none.
std::string_view embedded(std::string_view name);

}  // namespace tracker
