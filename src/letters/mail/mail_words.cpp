// SPDX-License-Identifier: MIT
// Encoded words: which encoding, and where to part them. Never looks at the line around them.
#include "letters/mail/mail_words.hpp"

#include <algorithm>

#include "letters/mail/mail_characters.hpp"
#include "letters/mail/mail_encodings.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t overhead = std::string_view("=?UTF-8?B?").size() + std::string_view("?=").size();

/// What a display name takes in the quoted encoding as it is; a space, which becomes "_", besides.
bool is_literal(char c) {
    return is_letter_or_digit(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/' || c == ' ';
}

std::size_t encoded_size(std::string_view text, bool quoted) {
    if (!quoted) return (text.size() + 2) / 3 * 4;
    const auto literal = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_literal));
    return literal + 3 * (text.size() - literal);
}

std::string encoded_word(std::string_view text, bool quoted) {
    if (!quoted) return "=?UTF-8?B?" + base64(text) + "?=";
    std::string out = "=?UTF-8?Q?";
    for (const char& c : text) {
        if (c == ' ') {
            out += '_';
        } else if (is_literal(c)) {
            out += c;
        } else {
            append_hex(out, {&c, 1});
        }
    }
    return out + "?=";
}

/// The bytes of the first character with the combining ones after it.
std::size_t cluster_length(std::string_view text) {
    std::size_t length = character_length(text);
    while (length < text.size()) {
        const std::string_view rest = text.substr(length);
        const std::size_t next = character_length(rest);
        if (width(rest.substr(0, next)) != 0) break;
        length += next;
    }
    return length;
}

/// The longest beginning, in whole steps, whose encoded word fits into the room; 0 if not even one step does.
std::size_t fitting(std::string_view text, bool quoted, std::size_t room,
                    std::size_t (*step)(std::string_view)) {
    std::size_t size = 0;
    while (size < text.size()) {
        const std::size_t next = size + step(text.substr(size));
        if (overhead + encoded_size(text.substr(0, next), quoted) > room) break;
        size = next;
    }
    return size;
}

}  // namespace

std::vector<std::string> encoded_words(std::string_view text, std::size_t room) {
    const bool quoted = encoded_size(text, true) <= encoded_size(text, false);
    std::vector<std::string> words;
    while (!text.empty()) {
        room = std::min(room, longest_encoded_word);
        std::size_t size = fitting(text, quoted, room, cluster_length);
        if (size == 0)
            size = fitting(text, quoted, room, character_length);  // a letter with a heap of accents
        words.push_back(encoded_word(text.substr(0, size), quoted));
        text.remove_prefix(size);
        room = longest_encoded_word;
    }
    return words;
}

}  // namespace tracker
