// SPDX-License-Identifier: MIT
#include "bank/purpose_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tracker/base/text.hpp"

namespace tracker::purpose_text {
namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// Folding would make "no" of the sign, and lets quotes and dashes be what they are.
constexpr Spelling signs[] = {{"№", " # "}, {"«", " "},  {"»", " "},   {"“", " "}, {"”", " "},
                              {"„", " "},   {"‟", " "},  {"‹", " "},   {"›", " "}, {"‘", " "},
                              {"’", " "},   {"‚", " "},  {"…", " "},   {"•", " "}, {"·", " "},
                              {"—", "-"},   {"–", "-"},  {"‒", "-"},   {"‑", "-"}, {"‐", "-"},
                              {"―", "-"},   {"−", "-"},  {"－", "-"},  {"⁄", "/"}, {"∕", "/"},
                              {"／", "/"},  {"\\", "/"}, {"#", " # "}, {"°", "o"}, {"\xC2\xA0", " "}};

// A number is typed on whatever keyboard is on: "A-2" is "А-2".
constexpr Spelling lookalikes[] = {{"a", "а"}, {"b", "в"}, {"c", "с"}, {"e", "е"}, {"h", "н"}, {"k", "к"},
                                   {"m", "м"}, {"o", "о"}, {"p", "р"}, {"t", "т"}, {"x", "х"}, {"y", "у"}};

std::string in_plain_signs(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const auto byte = static_cast<unsigned char>(c);
        const bool sign = byte == 0xC2 || byte == 0xE2 || byte == 0xEF || c == '\\' || c == '#';
        const auto* found =
            sign ? std::find_if(std::begin(signs), std::end(signs),
                                [&](const Spelling& s) { return text.substr(at).starts_with(s.first); })
                 : std::end(signs);
        if (found == std::end(signs)) {
            out += c;
            ++at;
        } else {
            out += found->second;
            at += found->first.size();
        }
    }
    return out;
}

/// Folded, with every Latin letter that looks like a Russian one as that.
std::string in_one_alphabet(std::string_view text) {
    static const auto table = [] {
        std::array<std::string_view, 128> by_letter{};
        for (const auto& [latin, russian] : lookalikes)
            by_letter[static_cast<unsigned char>(latin[0])] = russian;
        return by_letter;
    }();
    std::string out;
    for (const char c : fold(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && !table[byte].empty()) {
            out += table[byte];
        } else {
            out += c;
        }
    }
    return out;
}

bool is_word_byte(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z');
}

/// Whether the sign makes one word of what stands around it.
bool joins(std::string_view text, std::size_t at) {
    if (at == 0 || at + 1 >= text.size()) return false;
    if (text[at] == '/' || text[at] == '-') return is_word_byte(text[at - 1]) && is_word_byte(text[at + 1]);
    return text[at] == '.' && is_digit(text[at - 1]) && is_digit(text[at + 1]);
}

/// Takes the blanks out of "4 / 25".
std::string with_slashes_joined(std::string text) {
    for (auto at = text.find('/'); at != std::string::npos; at = text.find('/', at + 1)) {
        const auto before = at == 0 ? std::string::npos : text.find_last_not_of(' ', at - 1);
        const auto after = text.find_first_not_of(' ', at + 1);
        if (before == std::string::npos || after == std::string::npos) continue;
        if (!is_digit(text[before]) || !is_digit(text[after])) continue;
        text.erase(at + 1, after - at - 1);
        text.erase(before + 1, at - before - 1);
        at = before + 1;
    }
    return text;
}

/// Words as the texts of purposes have them after in_one_alphabet().
std::vector<std::string> spelt(std::initializer_list<std::string_view> words) {
    std::vector<std::string> out;
    for (const std::string_view word : words) out.push_back(in_one_alphabet(word));
    return out;
}

bool begins_with_any(std::string_view word, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return word.starts_with(beginning); });
}

bool is_any(std::string_view word, const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_sign_word(std::string_view word) {
    static const std::vector<std::string> whole = spelt({"n", "no", "nr", "num", "ном", "number"});
    static const std::vector<std::string> beginnings = spelt({"номер"});
    return is_any(word, whole) || begins_with_any(word, beginnings);
}

/// Where a word that is glued to a number ends: of "договор4/25" behind "договор", of "n4" behind "n"; 0
/// where none is.
std::size_t glued_before(std::string_view word) {
    const auto digit =
        static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
    if (digit == 0 || digit == word.size()) return 0;
    std::string_view front = word.substr(0, digit);
    if (front.ends_with('-')) front.remove_suffix(1);
    static const std::vector<std::string> others = spelt({"инн", "inn", "пп", "п/п"});
    return is_sign_word(front) || is_contract_word(front) || is_any(front, others) ? digit : 0;
}

/// Where a word begins that is glued to a number: of "4/25от01.02.2026" at "от"; the size where none is.
std::size_t glued_behind(std::string_view word) {
    constexpr std::string_view from = "от";
    for (auto at = word.find(from); at != std::string_view::npos; at = word.find(from, at + 1)) {
        const std::size_t end = at + from.size();
        if (at > 0 && is_digit(word[at - 1]) && (end == word.size() || is_digit(word[end]))) return at;
    }
    return word.size();
}

/// Takes a text apart into words.
class Words {
  public:
    explicit Words(std::string text) : text_(std::move(text)) {}

    std::vector<PurposeWord> take() {
        std::size_t end = 0;
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_word_byte(text_[at])) {
                ++at;
                continue;
            }
            look_between(std::string_view(text_).substr(end, at - end));
            end = at;
            while (end < text_.size() && (is_word_byte(text_[end]) || joins(text_, end))) ++end;
            add(std::string_view(text_).substr(at, end - at));
            at = end;
        }
        return std::move(words_);
    }

  private:
    void look_between(std::string_view gap) {
        sign_ = sign_ || gap.find('#') != std::string_view::npos;
        comma_ = comma_ || gap.find_first_of(",;!?") != std::string_view::npos;
        dash_ = std::count(gap.begin(), gap.end(), '-') == 1 &&
                gap.find_first_not_of(" -") == std::string_view::npos && !words_.empty();
    }

    void add(std::string_view word) {
        if (is_sign_word(word)) {
            sign_ = true;
            return;
        }
        const std::size_t front = glued_before(word);
        if (front > 0) {
            std::string_view before = word.substr(0, front);
            if (before.ends_with('-')) before.remove_suffix(1);
            is_sign_word(before) ? void(sign_ = true) : push(before, before);
        }
        const std::string_view rest = word.substr(front);
        const std::size_t back = glued_behind(rest);
        push(rest.substr(0, back), word);
        if (back == rest.size()) return;
        constexpr std::size_t from = 4;  // bytes of "от"
        push(rest.substr(back, from), rest.substr(back, from));
        if (back + from < rest.size()) push(rest.substr(back + from), rest.substr(back + from));
    }

    void push(std::string_view word, std::string_view whole) {
        PurposeWord made{std::string(word), std::string(whole), "", sign_, comma_};
        if (dash_) made.joined = words_.back().text + "-" + made.text;
        words_.push_back(std::move(made));
        sign_ = comma_ = dash_ = false;
    }

    std::string text_;
    std::vector<PurposeWord> words_;
    bool sign_ = false;
    bool comma_ = false;
    bool dash_ = false;
};

}  // namespace

std::vector<PurposeWord> purpose_words(std::string_view text) {
    return Words(with_slashes_joined(in_one_alphabet(in_plain_signs(text)))).take();
}

bool is_contract_word(std::string_view word) {
    static const std::vector<std::string> beginnings =
        spelt({"договор", "дог-", "контракт", "соглашени", "contract", "agreement"});
    static const std::vector<std::string> whole = spelt({"дог", "контр", "согл"});
    return begins_with_any(word, beginnings) || is_any(word, whole);
}

bool is_supplement_word(std::string_view word) {
    static const std::vector<std::string> beginnings = spelt({"дополнительн", "доп"});
    return begins_with_any(word, beginnings);
}

bool is_other_paper(std::string_view word) {
    static const std::vector<std::string> beginnings =
        spelt({"счет",     "сч-",    "инвойс",   "invoice",   "акт",         "наклад",    "платеж",
               "поруч",    "заказ",  "заявк",    "приложени", "спецификаци", "дополнени", "этап",
               "пункт",    "раздел", "квартал",  "месяц",     "отделени",    "офис",      "филиал",
               "инспекци", "корпус", "ведомост", "чек",       "квитанци",    "письм"});
    static const std::vector<std::string> whole =
        spelt({"сч", "пп", "п/п", "упд", "тн", "ттн", "п", "пл", "кв", "дом", "ифнс", "bill", "д/с", "дс",
               "прил", "эт", "стр"});
    return begins_with_any(word, beginnings) || is_any(word, whole);
}

bool is_payment_order(std::string_view word) {
    static const std::vector<std::string> beginnings = spelt({"платеж", "поруч"});
    static const std::vector<std::string> whole = spelt({"пп", "п/п", "п", "pp"});
    return begins_with_any(word, beginnings) || is_any(word, whole);
}

bool is_counted(std::string_view word) {
    static const std::vector<std::string> beginnings =
        spelt({"квартал", "месяц", "недел", "раз", "этап", "час", "дня", "дней", "день", "год", "лет", "руб",
               "чел", "сотрудник", "полугод", "шт", "услуг"});
    static const std::vector<std::string> whole =
        spelt({"кв", "мес", "нед", "г", "гг", "п/г", "%", "й", "ого", "эт"});
    return begins_with_any(word, beginnings) || is_any(word, whole);
}

}  // namespace tracker::purpose_text
