// SPDX-License-Identifier: MIT
#include "tracker/bank/purpose.hpp"

#include <algorithm>
#include <array>

#include "bank/purpose_text.hpp"

namespace tracker {

namespace {

constexpr std::size_t furthest = 8;  // words looked back for the one that a number belongs to

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), purpose_text::is_digit);
}

bool all_digits(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), purpose_text::is_digit);
}

std::size_t letters_of(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_year(std::string_view word) {
    return word.size() == 4 && all_digits(word) && (word.starts_with("19") || word.starts_with("20"));
}

/// "01.02.2026", "1.2.26"
bool is_date(std::string_view word) {
    return std::count(word.begin(), word.end(), '.') == 2 &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return purpose_text::is_digit(c) || c == '.'; });
}

}  // namespace

ContractNumber::ContractNumber(std::string_view number) {
    for (PurposeWord& word : purpose_text::purpose_words(number)) words_.push_back(std::move(word.text));
    // Some write "Договор № 4/25" where the number is asked for.
    while (words_.size() > 1 && !has_digit(words_.front()) && purpose_text::is_contract_word(words_.front()))
        words_.erase(words_.begin());
    if (words_.size() != 1) return;
    const std::string& only = words_.front();
    plain_ = (all_digits(only) && only.size() <= 2) || is_year(only) ||
             (!has_digit(only) && letters_of(only) <= 3);
}

Purpose::Purpose(std::string_view text) : words_(purpose_text::purpose_words(text)) {}

Naming Purpose::names(const ContractNumber& number) const {
    Naming most = Naming::no;
    for (std::size_t at = 0; at < words_.size() && most != Naming::certain; ++at)
        most = std::max(most, names_at(at, number));
    return most;
}

Naming Purpose::names_at(std::size_t at, const ContractNumber& number) const {
    if (!stands_at(at, number)) {
        const bool apart = number.words().size() == 1 && words_[at].joined == number.words().front();
        return apart ? Naming::perhaps : Naming::no;
    }
    const Paper paper = paper_before(at);
    if (!number.is_plain()) return paper == Paper::other ? Naming::perhaps : Naming::certain;
    if (paper == Paper::other) return Naming::no;
    if (words_[at].after_sign) return Naming::certain;
    return paper == Paper::contract && !counts_something(at) ? Naming::certain : Naming::no;
}

bool Purpose::stands_at(std::size_t at, const ContractNumber& number) const {
    const std::vector<std::string>& wanted = number.words();
    if (wanted.empty() || wanted.size() > words_.size() - at) return false;
    if (wanted.front() != words_[at].text && wanted.front() != words_[at].whole) return false;
    return std::equal(wanted.begin() + 1, wanted.end(), words_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      [](const std::string& a, const PurposeWord& b) { return a == b.text; });
}

/// "договору № 4", "договору от 01.02.2026 № 4", "договорам 4, 5 и 6".
Purpose::Paper Purpose::paper_before(std::size_t at) const {
    bool listed = false;  // what stands before it is another number of a list
    for (std::size_t back = 1; back <= std::min(at, furthest); ++back) {
        const std::string& before = words_[at - back].text;
        const bool parted = words_[at - back + 1].after_comma;
        if (purpose_text::is_contract_word(before)) {
            // A supplement's number isn't the contract's.
            const bool supplement = at > back && purpose_text::is_supplement_word(words_[at - back - 1].text);
            if (supplement) return Paper::other;
            return parted ? Paper::none : Paper::contract;
        }
        if (purpose_text::is_other_paper(before)) return parted ? Paper::none : Paper::other;
        if (before == "и" || before == "от" || before == "г" || is_date(before)) {
            listed = listed || before == "и";
        } else if (has_digit(before) && (listed || parted)) {
            listed = false;
        } else {
            return Paper::none;
        }
    }
    return Paper::none;
}

/// "договор 2 квартал": a number of something.
bool Purpose::counts_something(std::size_t at) const {
    return at + 1 < words_.size() && !words_[at + 1].after_comma &&
           purpose_text::is_counted(words_[at + 1].text);
}

std::vector<std::string> Purpose::tax_ids() const {
    std::vector<std::string> found;
    for (const PurposeWord& word : words_) {
        const std::string& text = word.whole;
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = begin;
            while (end < text.size() && purpose_text::is_digit(text[end])) ++end;
            if (end - begin == 10 || end - begin == 12) found.push_back(text.substr(begin, end - begin));
            begin = std::max(end, begin + 1);
        }
    }
    return found;
}

}  // namespace tracker
