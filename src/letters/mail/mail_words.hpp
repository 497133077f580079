// SPDX-License-Identifier: MIT
// Encoded words (RFC 2047). Never splits a character between two, nor a letter from its accents.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

inline constexpr std::size_t longest_encoded_word = 75;  // RFC 2047, 2
inline constexpr std::size_t shortest_room = 30;         // for one character of any kind, in either encoding

/// A text that isn't empty as encoded words that may stand in a display name as well (RFC 2047, 5 (3)),
/// base64 or quoted, whichever is shorter. The first is at most `room` long (at least shortest_room), the
/// others 75.
std::vector<std::string> encoded_words(std::string_view text, std::size_t room);

}  // namespace tracker
