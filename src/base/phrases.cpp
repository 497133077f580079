// SPDX-License-Identifier: MIT
#include "tracker/base/phrases.hpp"

#include <algorithm>

#include "tracker/base/text.hpp"

namespace tracker {
namespace {

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/// Gives each word of the text to `use`.
template <class Use>
void each_word(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end])) ++end;
        use(text.substr(at, end - at));
        at = end;
    }
}

/// The legal forms that stand before or after a name, whole and in short.
bool is_legal_form(std::string_view word) {
    static constexpr std::string_view forms[] = {"ооо",
                                                 "оао",
                                                 "зао",
                                                 "пао",
                                                 "ао",
                                                 "ип",
                                                 "нко",
                                                 "ано",
                                                 "тоо",
                                                 "общество",
                                                 "с",
                                                 "и",
                                                 "llc",
                                                 "ограниченной",
                                                 "inc",
                                                 "ltd",
                                                 "gmbh",
                                                 "ответственностью",
                                                 "акционерное",
                                                 "индивидуальный",
                                                 "предприниматель",
                                                 "публичное",
                                                 "закрытое",
                                                 "открытое",
                                                 "непубличное"};
    return std::find(std::begin(forms), std::end(forms), word) != std::end(forms);
}

/// Whether a sign between two words makes them one: "12/26-н".
bool joins(std::string_view text, std::size_t sign, std::size_t beyond) {
    return (text[sign] == '/' || text[sign] == '-') && beyond < text.size() && is_word_byte(text[beyond]);
}

bool may_begin(std::string_view text, std::size_t at) {
    return at == 0 || !(is_word_byte(text[at - 1]) || (at > 1 && joins(text, at - 1, at - 2)));
}

bool may_end(std::string_view text, std::size_t end) {
    return end == text.size() || !(is_word_byte(text[end]) || joins(text, end, end + 1));
}

bool contains(const std::vector<std::size_t>& values, std::size_t value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

bool stands_in(std::string_view phrase, std::string_view text) {
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        if (may_begin(text, at) && may_end(text, at + phrase.size())) return true;
    }
    return false;
}

void Phrases::add(std::string phrase, std::size_t value) {
    std::string first;
    each_word(phrase, [&](std::string_view word) {
        if (first.empty()) first = word;
    });
    if (first.empty()) return;
    SameBeginning& same = by_first_word_[first];
    same.lengths.insert(phrase.size());
    Meanings& meanings = same.by_text[std::move(phrase)];
    if (meanings.empty() || meanings.back().value != value) meanings.push_back({added_++, value});
}

std::vector<std::size_t> Phrases::in(std::string_view text, std::size_t most) const {
    std::vector<std::size_t> values;
    std::vector<std::size_t> beginnings;  // where a phrase may begin
    each_word(text, [&](std::string_view word) {
        if (values.size() == most) return;
        const auto same = by_first_word_.find(word);
        if (same == by_first_word_.end()) return;
        if (beginnings.empty()) {
            for (std::size_t at = 0; at < text.size(); ++at) {
                if (may_begin(text, at)) beginnings.push_back(at);
            }
        }
        for (const Meaning& meaning : meanings_in(text, beginnings, same->second, values, most)) {
            if (values.size() < most && !contains(values, meaning.value)) values.push_back(meaning.value);
        }
    });
    return values;
}

/// What the phrases mean that stand in the text, in order of their adding: of each phrase as much as may be
/// among the first `most` values that aren't known.
Phrases::Meanings Phrases::meanings_in(std::string_view text, const std::vector<std::size_t>& beginnings,
                                       const SameBeginning& same, const std::vector<std::size_t>& known,
                                       std::size_t most) {
    Meanings found;
    for (const std::size_t at : beginnings) {
        for (const std::size_t length : same.lengths) {
            if (length > text.size() - at) break;
            if (!may_end(text, at + length)) continue;
            const auto meanings = same.by_text.find(text.substr(at, length));
            if (meanings == same.by_text.end()) continue;
            std::vector<std::size_t> fresh;
            for (const Meaning& meaning : meanings->second) {
                if (fresh.size() == most) break;
                if (contains(known, meaning.value) || contains(fresh, meaning.value)) continue;
                fresh.push_back(meaning.value);
                found.push_back(meaning);
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Meaning& a, const Meaning& b) { return a.order < b.order; });
    return found;
}

std::string bare_name(std::string_view name) {
    // Quotes and dashes of Unicode are bytes beyond ASCII, as letters are: they must not join words.
    std::string plain = fold(name);
    for (const std::string_view sign : {"«", "»", "“", "”", "„", "—", "–"}) {
        for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at)) {
            plain.replace(at, sign.size(), " ");
        }
    }
    std::string bare;
    each_word(plain, [&](std::string_view word) {
        if (is_legal_form(word)) return;
        if (!bare.empty()) bare += ' ';
        bare += word;
    });
    return bare;
}

}  // namespace tracker
