// SPDX-License-Identifier: MIT
// From the bytes of a bank's file to UTF-8. Trusts the bytes, never the encoding that the file declares.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tracker/base/input.hpp"

namespace tracker {

enum class Encoding : std::uint8_t { utf8, cp866, windows_1251 };

/// What a text in UTF-8 may begin with; no part of it.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// "utf-8", "cp866" or "windows-1251".
std::string_view name_of(Encoding encoding);

/// Reads the whole input once: a byte-order mark or strict UTF-8 means UTF-8; else cp866 where the file's
/// head reads `Кодировка=DOS` in cp866; else windows-1251. Throws InputError naming file and line: a NUL, a
/// byte that the page doesn't have, UTF-16, and UTF-8 that is damaged or cut off (it would otherwise come out
/// as readable nonsense in windows-1251).
Encoding find_encoding(Input& input);

/// Appends the bytes as UTF-8; false, having appended a part, where a byte means nothing in the page. For
/// one of the pages, not for UTF-8.
bool append_decoded(std::string& text, std::string_view bytes, Encoding page);

/// A whole file as UTF-8, whichever of the encodings it has; its byte-order mark stays. Throws InputError as
/// find_encoding and Input::whole do.
std::string whole_text(Input& input, std::size_t most, std::string_view most_text);

/// A whole text in windows-1251 as UTF-8. Throws InputError naming file and line of a byte that it doesn't
/// have.
std::string from_windows_1251(std::string_view bytes, const std::string& file_name);

}  // namespace tracker
