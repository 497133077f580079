// SPDX-License-Identifier: MIT
// Folded texts as code points, for counting what differs.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

/// fold() of the text, a code point each.
std::u32string folded(std::string_view text);

/// By how many insertions, deletions, changes or swaps of neighbours a mistyped word of so many code points
/// may differ.
std::size_t most_differing(std::size_t length);

}  // namespace tracker
