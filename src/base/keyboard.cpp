// SPDX-License-Identifier: MIT
#include "tracker/base/keyboard.hpp"

#include <array>

#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// The keys that have a Russian letter, row by row from the top left, without and with shift. A letter of the
/// second stands where the key's Latin sign does in the first.
struct Keys {
    std::string_view latin;
    std::string_view russian;
};
constexpr std::array<Keys, 2> layers{{
    {"`qwertyuiop[]asdfghjkl;'zxcvbnm,.", "ёйцукенгшщзхъфывапролджэячсмитьбю"},
    {R"(~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>)", "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"},
}};

constexpr std::size_t letter_bytes = 2;  // of any Russian letter in UTF-8
static_assert(layers[0].russian.size() == letter_bytes * layers[0].latin.size());
static_assert(layers[1].russian.size() == letter_bytes * layers[1].latin.size());

constexpr bool begins_cyrillic(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD0 && byte <= 0xD3;  // U+0400 to U+04FF
}

/// The Latin sign of a Russian letter's key; nothing for other letters.
std::string_view latin_of(std::string_view letter) {
    for (const Keys& keys : layers) {
        for (std::size_t at = 0; at < keys.latin.size(); ++at)
            if (keys.russian.substr(letter_bytes * at, letter_bytes) == letter)
                return keys.latin.substr(at, 1);
    }
    return {};
}

std::string_view russian_of(char sign) {
    for (const Keys& keys : layers) {
        const auto at = keys.latin.find(sign);
        if (at != std::string_view::npos) return keys.russian.substr(letter_bytes * at, letter_bytes);
    }
    return {};
}

std::optional<std::string> first_near(std::string_view word, const std::vector<std::string>& words) {
    auto near = nearest(word, words, 1);
    if (near.empty()) return std::nullopt;
    return std::move(near.front());
}

}  // namespace

bool has_cyrillic(std::string_view text) {
    for (const char c : text)
        if (begins_cyrillic(c)) return true;
    return false;
}

std::string in_other_layout(std::string_view text) {
    const bool russian = has_cyrillic(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = russian && begins_cyrillic(text[at]) ? letter_bytes : 1;
        const std::string_view letter = text.substr(at, length);
        const std::string_view other = !russian                 ? russian_of(text[at])
                                       : length == letter_bytes ? latin_of(letter)
                                                                : std::string_view{};
        out += other.empty() ? letter : other;
        at += length;
    }
    return out;
}

std::optional<std::string> nearest_by_script(std::string_view word, const std::vector<std::string>& latin,
                                             const std::vector<std::string>& cyrillic) {
    const bool russian = has_cyrillic(word);
    auto near = first_near(word, russian ? cyrillic : latin);
    return near ? near : first_near(in_other_layout(word), russian ? latin : cyrillic);
}

}  // namespace tracker
