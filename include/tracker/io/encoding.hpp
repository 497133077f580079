// SPDX-License-Identifier: MIT
// From the bytes of a bank's file to UTF-8. Trusts the bytes, never the encoding that the file declares.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

struct Decoded {
    std::string text;      ///< UTF-8 without a byte-order mark
    std::string encoding;  ///< "utf-8", "cp866" or "windows-1251"
};

/// A byte-order mark or strict UTF-8 means UTF-8; else cp866 where the file's head reads `Кодировка=DOS` in
/// cp866; else windows-1251. Throws InputError naming file and line: a byte that the page doesn't have,
/// UTF-16, and UTF-8 that is damaged or cut off (it would otherwise come out as readable nonsense in
/// windows-1251).
Decoded to_utf8(std::string_view bytes, const std::string& file_name);

}  // namespace tracker
