// SPDX-License-Identifier: MIT
// Reads tax ids and the names that hold them.
#include <algorithm>
#include <array>

#include "bank/bank_values.hpp"
#include "tracker/base/tax_id.hpp"

namespace tracker {
namespace {

using Spellings = std::array<std::string_view, 4>;
constexpr Spellings tax_id_words{"ИНН", "инн", "Инн", "INN"};
constexpr Spellings reason_words{"КПП", "кпп", "Кпп", "KPP"};  // why the tax service keeps it in its books

bool is_code_letter(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string_view digits_at(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view without(std::string_view text, std::string_view signs) {
    while (true) {
        text = bare_value(text);
        if (text.empty() || signs.find(text.front()) == std::string_view::npos) return text;
        text.remove_prefix(1);
    }
}

bool take_word(std::string_view& text, const Spellings& spellings) {
    for (const std::string_view word : spellings) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        return true;
    }
    return false;
}

/// Takes `ИНН`, `ИНН/КПП`, `ИНН:`, `ИНН №` off the beginning; false if a word only begins so (`ИННА`).
bool take_label(std::string_view& text) {
    std::string_view rest = text;
    if (!take_word(rest, tax_id_words)) return false;
    if (std::string_view more = without(rest, "/"); take_word(more, reason_words)) rest = more;
    rest = without(rest, ":=./");
    if (rest.starts_with("№")) rest = bare_value(rest.substr(std::string_view("№").size()));
    if (rest.empty() || !is_digit(rest.front())) return false;
    text = rest;
    return true;
}

/// Takes `/770701001`, ` КПП 770701001`, ` КПП: ` off the beginning.
void take_reason(std::string_view& text) {
    std::string_view rest = without(text, ",;/\\");
    const bool slash = bare_value(text).starts_with('/') || bare_value(text).starts_with('\\');
    const bool labelled = take_word(rest, reason_words);
    if (!labelled && !slash) return;
    if (labelled) rest = without(rest, ":=.");
    constexpr std::size_t long_as_reasons = 9;
    const auto end =
        static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_code_letter) - rest.begin());
    const auto numeric = digits_at(rest).size();
    const bool code = (end == long_as_reasons && numeric >= 4) || (end > 0 && numeric == end);
    if (code) rest.remove_prefix(end);
    if (code || labelled || slash) text = rest;
}

/// Whether a tax id may end before the text: a name follows behind a sign or blank.
bool ends_code(std::string_view text) {
    return text.empty() || std::string_view(" \t,;:.()/\\|\"").find(text.front()) != std::string_view::npos ||
           text.starts_with("\u00a0") || text.starts_with("«") || take_word(text, reason_words);
}

/// The places where a word may begin: the first, and those behind a blank or a sign.
bool begins_word(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    return at == 0 || std::string_view(" \t,;:.()/\\|\"[").find(text[at - 1]) != std::string_view::npos ||
           before.ends_with("»") || before.ends_with("\u00a0");
}

/// Where `ИНН` and digits stand in the text.
std::size_t find_label(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte != 0xD0 && byte != 'I') continue;  // И, и, I
        std::string_view rest = text.substr(at);
        if (!begins_word(text, at) || !take_label(rest)) continue;
        if (ends_code(rest.substr(digits_at(rest).size()))) return at;
    }
    return std::string_view::npos;
}

std::string joined(std::string_view before, std::string_view after) {
    before = bare_value(before);
    while (!before.empty() && std::string_view(",;(/[|").find(before.back()) != std::string_view::npos)
        before = bare_value(before.substr(0, before.size() - 1));
    after = without(after, ",;:)/]|");
    return std::string(before) + (before.empty() || after.empty() ? "" : " ") + std::string(after);
}

bool long_as_tax_ids(std::string_view number) {
    return (number.size() == 10 || number.size() == 12) &&
           number.find_first_not_of('0') != std::string_view::npos;
}

}  // namespace

std::string bank_code(std::string_view text) {
    std::string out;
    if (text.starts_with('\'')) text.remove_prefix(1);
    for (const char c : text) {
        if (c == ' ') continue;
        if (!is_code_letter(c)) return {};
        out += c;
    }
    return out.find_first_not_of('0') == std::string::npos ? std::string() : out;
}

std::string bank_tax_id(std::string_view text) {
    text = bare_value(text);
    if (text.starts_with('\'')) text = bare_value(text.substr(1));
    take_label(text);
    const auto cut = [](std::string_view whole) {
        auto end = whole.find_first_of("/\\,;(");
        for (const std::string_view word : reason_words) end = std::min(end, whole.find(word));
        return bare_value(whole.substr(0, end));
    };
    const auto first = cut(text);
    // Some write the two the other way round.
    if (const auto slash = text.find('/'); slash != std::string_view::npos && first.size() == 9) {
        const auto second = cut(text.substr(slash + 1));
        if (long_as_tax_ids(digits_at(second)) && digits_at(second) == second) return std::string(second);
    }
    return bank_code(first);
}

BankParty read_bank_party(std::string_view text) {
    text = bare_value(text);
    if (const auto at = find_label(text); at != std::string_view::npos) {
        std::string_view rest = text.substr(at);
        take_label(rest);
        const auto number = digits_at(rest);
        rest.remove_prefix(number.size());
        take_reason(rest);
        return {joined(text.substr(0, at), rest), long_as_tax_ids(number) ? std::string(number) : ""};
    }
    if (const auto number = digits_at(text); is_tax_id(number) && ends_code(text.substr(number.size()))) {
        std::string_view rest = text.substr(number.size());
        take_reason(rest);
        if (std::string name = joined("", rest); !name.empty()) return {std::move(name), std::string(number)};
    }
    if (std::string_view rest = text; take_word(rest, reason_words)) {
        rest = text;
        take_reason(rest);
        if (rest.size() + 15 <= text.size()) return {joined("", rest), ""};  // with a code
    }
    return {std::string(text), ""};
}

}  // namespace tracker
