// SPDX-License-Identifier: MIT
// Steps over UTF-8 that was checked before, for the writers of a message. Never meets broken bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tracker {

/// The bytes of the first character of a text that isn't empty.
inline std::size_t character_length(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

inline bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

inline bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What an atom is made of (RFC 5322, 3.2.3).
inline bool is_atom_character(char c) {
    return is_letter_or_digit(c) ||
           (c > ' ' && std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos);
}

/// Atoms with single points between them (RFC 5322, 3.2.3).
inline bool is_dot_atom(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    return text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || is_atom_character(c); });
}

/// Where the first control character (C0, DEL, C1) stands that isn't one of the `allowed`; npos if there is
/// none.
inline std::size_t find_control(std::string_view text, std::string_view allowed = "") {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        const bool control = byte < 0x20 || byte == 0x7F || c1;
        if (control && allowed.find(text[i]) == std::string_view::npos) return i;
    }
    return std::string_view::npos;
}

}  // namespace tracker
