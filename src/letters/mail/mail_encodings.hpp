// SPDX-License-Identifier: MIT
// The two encodings that bodies and headers share: base64 and "=XX". Never breaks lines.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

/// With padding, on one line (RFC 4648, 4).
std::string base64(std::string_view bytes);

/// Appends `=XX` for each byte.
void append_hex(std::string& out, std::string_view bytes);

}  // namespace tracker
