// SPDX-License-Identifier: MIT
// Case folding for searches, and near misses. Never used for identity: codes and numbers compare by bytes.
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <numeric>
#include <optional>
#include <utility>

#include "base/folded.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// ASCII and the Russian letters, which is nearly all there is; nothing if the text holds anything else.
std::optional<std::string> fold_russian(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
            continue;
        }
        if (i + 1 == text.size()) return std::nullopt;
        const auto pair = (static_cast<unsigned>(static_cast<unsigned char>(c)) << 8U) |
                          static_cast<unsigned char>(text[++i]);
        unsigned letter = 0;  // the low bits of the code point U+0400 + letter
        if (pair >= 0xD080 && pair <= 0xD0BF) letter = pair - 0xD080;
        if (pair >= 0xD180 && pair <= 0xD191) letter = pair - 0xD180 + 0x40;
        if (letter >= 0x10 && letter < 0x30) letter += 0x20;
        if (letter == 0x01 || letter == 0x51) letter = 0x35;
        if (letter < 0x30 || letter >= 0x50) return std::nullopt;
        out += static_cast<char>(letter < 0x40 ? 0xD0 : 0xD1);
        out += static_cast<char>(0x80 + letter % 0x40);
    }
    return out;
}

std::string fold_any(std::string_view text) {
    constexpr auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) throw std::bad_alloc();  // the text is UTF-8, so nothing else can go wrong
    std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    constexpr std::string_view yo = "ё";
    for (auto at = out.find(yo); at != std::string::npos; at = out.find(yo, at))
        out.replace(at, yo.size(), "е");
    return out;
}

/// Damerau-Levenshtein (optimal string alignment): insertions, deletions, changes, swaps of neighbours.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

}  // namespace

std::string fold(std::string_view text) {
    if (auto quick = fold_russian(text)) return *std::move(quick);
    return is_utf8(text) ? fold_any(text) : fold_any(repaired(text));
}

std::u32string folded(std::string_view text) {
    std::u32string out;
    const std::string plain = fold(text);
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(plain.data());
    for (auto left = static_cast<utf8proc_ssize_t>(plain.size()); left > 0;) {
        utf8proc_int32_t value = 0;
        const auto length = utf8proc_iterate(at, left, &value);
        if (length <= 0) break;
        out += static_cast<char32_t>(value);
        at += length;
        left -= length;
    }
    return out;
}

std::size_t most_differing(std::size_t length) {
    return std::max<std::size_t>(1, length / 3);
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most) {
    const auto wanted = folded(word);
    if (wanted.empty()) return {};
    const std::size_t limit = most_differing(wanted.size());
    std::vector<std::pair<std::size_t, const std::string*>> near;
    for (const auto& candidate : candidates) {
        const auto other = folded(candidate);
        if (other.starts_with(wanted)) {
            near.emplace_back(0, &candidate);
        } else if (other.size() <= wanted.size() + limit && wanted.size() <= other.size() + limit) {
            const auto differs = distance(wanted, other);
            if (differs <= limit && differs < wanted.size()) near.emplace_back(differs, &candidate);
        }
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (near.size() > most) near.resize(most);
    std::vector<std::string> out;
    for (const auto& [differs, candidate] : near) out.push_back(*candidate);
    return out;
}

}  // namespace tracker
