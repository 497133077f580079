// SPDX-License-Identifier: MIT
// UTF-8, display width and case folding, by utf8proc. Never changes what it can show as it is.
#include "tracker/base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace tracker {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;
    bool valid = false;
};

/// The code point at the beginning of a text that isn't empty; an invalid one is one byte long.
CodePoint first_of(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    if (bytes[0] < 0x80) return {bytes[0], 1, true};
    utf8proc_int32_t value = 0;
    const auto room = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
    const auto length = utf8proc_iterate(bytes, room, &value);
    if (length <= 0) return {0xFFFD, 1, false};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(length), true};
}

bool is_unsafe(char32_t c) {
    constexpr char32_t non_joiner = 0x200C;
    constexpr char32_t joiner = 0x200D;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return true;
        case UTF8PROC_CATEGORY_CF:
            return c != non_joiner && c != joiner;
        default:  // two code points of each plane and 32 of Arabic are no characters
            return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}

int columns_of(const CodePoint& c) {
    if (c.value >= 0x20 && c.value < 0x7F) return 1;
    return c.valid ? utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value)) : 1;
}

bool is_unseen(const CodePoint& c) {
    if (!c.valid) return false;
    // Letters and a pattern that are drawn as nothing: the fillers of Hangul, Braille without dots.
    constexpr std::u32string_view drawn_empty = U"\u115F\u1160\u2800\u3164\uFFA0";
    return columns_of(c) <= 0 || is_unsafe(c.value) ||
           drawn_empty.find(c.value) != std::u32string_view::npos ||
           utf8proc_category(static_cast<utf8proc_int32_t>(c.value)) == UTF8PROC_CATEGORY_ZS;
}

std::size_t ascii_prefix(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        if ((word & 0x8080808080808080U) != 0) break;
    }
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
    return i;
}

std::string padding(std::string_view text, int columns) {
    return std::string(static_cast<std::size_t>(std::max(0, columns - width(text))), ' ');
}

}  // namespace

std::size_t utf8_prefix(std::string_view text) {
    std::size_t at = ascii_prefix(text);
    while (at < text.size()) {
        const auto c = first_of(text.substr(at));
        if (!c.valid) return at;
        at += c.length;
        if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
            at += ascii_prefix(text.substr(at));
    }
    return at;
}

bool is_utf8(std::string_view text) {
    const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    return std::none_of(text.begin(), text.end(), beyond_ascii) || utf8_prefix(text) == text.size();
}

std::string repaired(std::string_view text) {
    std::string out;
    while (true) {
        const auto good = utf8_prefix(text);
        out += text.substr(0, good);
        if (good == text.size()) return out;
        out += replacement;
        text.remove_prefix(good + 1);
    }
}

std::string printable(std::string_view text) {
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7F; };
    if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
    std::string out;
    out.reserve(text.size() + 8);
    while (!text.empty()) {
        const auto c = first_of(text);
        out += c.valid && !is_unsafe(c.value) ? text.substr(0, c.length) : replacement;
        text.remove_prefix(c.length);
    }
    return out;
}

std::string_view after_blanks(std::string_view text) {
    while (!text.empty()) {
        const auto c = first_of(text);
        if (!is_unseen(c)) break;
        text.remove_prefix(c.length);
    }
    return text;
}

int width(std::string_view text) {
    int columns = 0;
    while (!text.empty()) {
        const auto c = first_of(text);
        columns += columns_of(c);
        text.remove_prefix(c.length);
    }
    return columns;
}

std::string fit(std::string_view text, int columns) {
    if (columns <= 0) return {};
    // No character takes more columns than bytes.
    if (text.size() <= static_cast<std::size_t>(columns)) return std::string(text);
    int used = 0;
    std::size_t at = 0;
    std::size_t cut = 0;  // the longest beginning that leaves a column for the ellipsis
    while (at < text.size()) {
        const auto c = first_of(text.substr(at));
        used += columns_of(c);
        if (used > columns) return std::string(text.substr(0, cut)) + "…";
        at += c.length;
        if (used < columns) cut = at;
    }
    return std::string(text);
}

std::string pad_right(std::string_view text, int columns) {
    return std::string(text) + padding(text, columns);
}

std::string pad_left(std::string_view text, int columns) {
    return padding(text, columns) + std::string(text);
}

std::string wrapped(std::string_view text, int columns, std::string_view first, std::string_view others) {
    std::string rest = printable(text);
    std::string out(first);
    int used = width(first);
    bool fresh = true;
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t end = std::min(rest.find(' ', at), rest.size());
        const std::string_view word = std::string_view(rest).substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        const int needed = width(word) + (fresh ? 0 : 1);
        if (!fresh && used + needed > columns) {
            out.append("\n").append(others).append(word);
            used = width(others) + width(word);
            continue;
        }
        out.append(fresh ? "" : " ").append(word);
        used += needed;
        fresh = false;
    }
    return out + '\n';
}

std::string shell_quoted(std::string_view word) {
    std::string quoted = "'";
    for (const char c : word) c == '\'' ? quoted += "'\\''" : quoted += c;
    return quoted + '\'';
}

std::string place(const std::string& file, std::size_t line) {
    return fmt::format("'{}' line {}", printable(file), line);
}

std::string count(long long n, std::string_view noun) {
    return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string enumerated(const std::vector<std::string>& items, std::string_view last) {
    std::string all;
    for (std::size_t i = 0; i < items.size(); ++i)
        all.append(i == 0 ? "" : i + 1 < items.size() ? ", " : last).append(items[i]);
    return all;
}

}  // namespace tracker
