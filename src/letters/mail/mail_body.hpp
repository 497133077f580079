// SPDX-License-Identifier: MIT
// The body of a message, in the encoding that fits it. Knows no headers but its own encoding's name.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

struct EncodedBody {
    std::string_view encoding;  ///< the value of `Content-Transfer-Encoding`
    std::string text;           ///< ASCII, lines ending with "\n"
};

/// As to_message says; throws InputError for a body that it refuses.
EncodedBody encode_body(std::string_view body);

}  // namespace tracker
