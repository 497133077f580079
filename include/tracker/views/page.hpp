// SPDX-License-Identifier: MIT
// An explanation as a page of text: wrapped, indented, safe for a terminal.
#pragma once

#include <string>

#include "tracker/rules/explanation.hpp"

namespace tracker {

/// At most `columns` wide (but for words that are longer). The title stands on the first lines.
std::string to_page(const std::string& title, const Explanation& explanation, int columns, bool colour);

}  // namespace tracker
