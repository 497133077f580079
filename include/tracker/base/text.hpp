// SPDX-License-Identifier: MIT
// UTF-8 text as people see and search it: display columns, folded case, near misses. Never touches a
// terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

/// The character that stands where something was taken out: U+FFFD.
inline constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The length of the longest prefix that is strict UTF-8 (no overlong forms, no surrogates, nothing above
/// U+10FFFF).
std::size_t utf8_prefix(std::string_view text);

/// Whether all of the text is strict UTF-8; the empty text is.
bool is_utf8(std::string_view text);

/// The text with U+FFFD for each byte that is not UTF-8, all else kept.
std::string repaired(std::string_view text);

/// The text made safe for a terminal. Each control character (C0 with ESC, CR, LF and TAB; DEL; C1), each
/// line or paragraph separator, each invisible format character (marks that change the direction of writing,
/// zero-width spaces, soft hyphens, tags; not the two joiners, which names of some languages are written
/// with), each code point that is no character and each byte that is not UTF-8 becomes U+FFFD, so that the
/// reader sees that something was there.
std::string printable(std::string_view text);

/// The text from the first character on that can be seen: behind blanks of any width, control and format
/// characters, and marks on none of them. Empty if nothing can be seen.
std::string_view after_blanks(std::string_view text);

/// Display columns on a terminal: 2 for wide characters, 0 for combining ones; 1 for a byte that is not
/// UTF-8.
int width(std::string_view text);

/// The text if it is at most `columns` wide, else its beginning with "…", at most `columns` wide together. No
/// character is split, nor parted from its combining marks.
std::string fit(std::string_view text, int columns);

/// Spaces added up to `columns` on the right (text) or on the left (numbers); a wider text is left as it is.
std::string pad_right(std::string_view text, int columns);
std::string pad_left(std::string_view text, int columns);

/// The text, made safe, in lines of at most `columns` that end with "\n": the first with one indent, the
/// others with another. Only a word longer than a line is wider.
std::string wrapped(std::string_view text, int columns, std::string_view first, std::string_view others);

/// The form by which texts are compared and searched: NFKC with full case folding, and "ё" as "е", so that
/// "Ёлочка", "ЁЛОЧКА" and "елочка" are equal. Bytes that are not UTF-8 are replaced by U+FFFD first.
std::string fold(std::string_view text);

/// The candidates that a mistyped word most likely means, best first, at most `most`: those whose folded form
/// differs by few insertions, deletions, changes or swaps of neighbours (up to a third of the word's
/// characters, at least one), and those that begin with the word. Equal ones keep their order.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

/// The word in single quotes, as a shell reads it back.
std::string shell_quoted(std::string_view word);

/// "'clients.csv' line 7".
std::string place(const std::string& file, std::size_t line);

/// English for sentences that the room `said` doesn't have: "1 day", "4 days".
std::string count(long long n, std::string_view noun);

/// "a, b and c": with `last` before the last of them, if there are several.
std::string enumerated(const std::vector<std::string>& items, std::string_view last = " and ");

}  // namespace tracker
