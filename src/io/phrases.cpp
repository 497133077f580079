// SPDX-License-Identifier: MIT
#include "io/phrases.hpp"

#include <algorithm>

#include "tracker/io/text.hpp"

namespace tracker {
namespace {

constexpr std::string_view number_sign = "№";  // what stands after it is a word of its own

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/// Gives each word of the text to `use`, without a sign of a number before it, and where it begins.
template <class Use>
void each_word(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end])) ++end;
        std::string_view word = text.substr(at, end - at);
        if (word.starts_with(number_sign)) word.remove_prefix(number_sign.size());
        if (!word.empty()) use(word);
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

}  // namespace

bool stands_in(std::string_view phrase, std::string_view text) {
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        const auto joins = [&](std::size_t sign, std::size_t beyond) {
            return (text[sign] == '/' || text[sign] == '-') && beyond < text.size() &&
                   is_word_byte(text[beyond]);
        };
        const bool open_left = at == 0 || !(is_word_byte(text[at - 1]) || (at > 1 && joins(at - 1, at - 2)));
        const bool open_right = end == text.size() || !(is_word_byte(text[end]) || joins(end, end + 1));
        const bool after_sign = text.substr(0, at).ends_with(number_sign);
        if ((open_left || after_sign) && open_right) return true;
    }
    return false;
}

void Phrases::add(std::string phrase, std::size_t value) {
    std::string first;
    each_word(phrase, [&](std::string_view word) {
        if (first.empty()) first = word;
    });
    if (!first.empty()) by_first_word_[first].push_back({std::move(phrase), value});
}

std::vector<std::size_t> Phrases::in(std::string_view text) const {
    std::vector<std::size_t> values;
    each_word(text, [&](std::string_view word) {
        const auto found = by_first_word_.find(std::string(word));
        if (found == by_first_word_.end()) return;
        for (const Phrase& phrase : found->second) {
            const bool known = std::find(values.begin(), values.end(), phrase.value) != values.end();
            if (!known && stands_in(phrase.text, text)) values.push_back(phrase.value);
        }
    });
    return values;
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
