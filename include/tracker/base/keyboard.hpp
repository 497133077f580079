// SPDX-License-Identifier: MIT
// Words typed on a keyboard that has two layouts, Latin (QWERTY) and Russian (ЙЦУКЕН), of which the wrong one
// may be on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

/// Whether the text has a Cyrillic letter; a word with one was meant to be Russian, or typed in that layout.
bool has_cyrillic(std::string_view text);

/// What the same keys give in the other layout: "вгу" is "due", "ctujlyz" is "сегодня", in the case that was
/// typed. A text with a Cyrillic letter was typed in the Russian layout. What has no key of a Russian letter,
/// such as digits and hyphens, stays as it is.
std::string in_other_layout(std::string_view text);

/// The word that a mistyped one most likely means: the nearest of its own script; if none is near, the
/// nearest of the other script to what the keys give in that layout. Nothing where none is near either.
std::optional<std::string> nearest_by_script(std::string_view word, const std::vector<std::string>& latin,
                                             const std::vector<std::string>& cyrillic);

}  // namespace tracker
