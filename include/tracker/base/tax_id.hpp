// SPDX-License-Identifier: MIT
// The checksum of Russian tax ids (INN). Never asks whether the number was ever given to anyone.
#pragma once

#include <string_view>

namespace tracker {

/// Whether the text is exactly 10 digits (a company) or 12 (a person) whose check digits fit; all zeros would
/// fit and are refused. Source: the tax service's order on INN (weights 2 4 10 3 5 9 4 6 8, and 7 and 3
/// before them; mod 11, 10).
bool is_tax_id(std::string_view text);

}  // namespace tracker
