// SPDX-License-Identifier: MIT
#include "bank/names.hpp"

#include <algorithm>

namespace tracker {
namespace {

constexpr std::size_t letter = 2;  // bytes of a Russian one
constexpr std::size_t least_stem = 4 * letter;

/// Whether one is the other in another case of grammar: "ромашка", "ромашку", "ромашки".
bool same_word(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto common = static_cast<std::size_t>(differ.first - a.begin());
    return common >= least_stem && a.size() - common <= 2 * letter && b.size() - common <= 2 * letter;
}

bool is_person(const std::vector<std::string>& name) {
    if (name.size() != 3) return false;
    const std::string_view last = name.back();
    return last.ends_with("вич") || last.ends_with("ьич") || last.ends_with("вна") || last.ends_with("чна");
}

/// Whether the word of the text may be that first name: it, or what it begins with.
bool may_be(std::string_view name, std::string_view word) {
    return word.size() > letter ? same_word(name, word) : name.starts_with(word);
}

}  // namespace

std::vector<std::string> words_of_name(std::string_view bare) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < bare.size();) {
        const std::size_t end = std::min(bare.find(' ', at), bare.size());
        if (end > at) words.emplace_back(bare.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool name_stands_in(const std::vector<std::string>& name, const std::vector<std::string>& text) {
    if (name.empty()) return false;
    const bool person = is_person(name);
    const std::size_t wanted = person ? 1 : name.size();
    for (std::size_t at = 0; at + wanted <= text.size(); ++at) {
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = name.begin() + static_cast<std::ptrdiff_t>(wanted);
        if (!std::equal(name.begin(), end, begin, same_word)) continue;
        const bool initial = person && at + 1 < text.size() && text[at + 1].size() <= letter;
        if (!initial || may_be(name[1], text[at + 1])) return true;
    }
    return false;
}

}  // namespace tracker
