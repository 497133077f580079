// SPDX-License-Identifier: MIT
// From the bytes of an XML file to UTF-8. Copies nothing where they are UTF-8 already.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

struct DecodedXml {
    std::string_view text;  ///< without byte-order mark; of no use where `own` is filled
    std::string own;        ///< the text, if it had to be decoded
    std::string encoding;   ///< "utf-8", "utf-16" or "windows-1251"
};

/// Whether the bytes begin as XML in UTF-16 does, with or without a byte-order mark.
bool is_utf16_xml(std::string_view bytes);

/// UTF-16 by its first bytes; else strict UTF-8, whatever is declared; else windows-1251 where that is
/// declared. Throws InputError naming file and line for anything else, and for NUL bytes.
DecodedXml decode_xml(std::string_view bytes, const std::string& file_name);

}  // namespace tracker
