// SPDX-License-Identifier: MIT
// An explanation as a page of text: wrapped, indented, safe for a terminal.
#pragma once

#include <string>

#include "tracker/rules/explanation.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {

/// At most `columns` wide (but for words that are longer). The title stands on the first lines.
std::string to_page(const Message& title, const Explanation& explanation, const Speech& speech, int columns,
                    bool colour);

}  // namespace tracker
