// SPDX-License-Identifier: MIT
// From a cell's text to its value. Never takes a part of a text for the whole, but for the time after a date.
#include "bank/csv/bank_csv_values.hpp"

#include <algorithm>
#include <array>

#include "tracker/base/text.hpp"

namespace tracker {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Without the blanks at both ends, no-break ones too.
std::string_view bare(std::string_view text) {
    constexpr std::array<std::string_view, 5> blanks{" ", "\t", "\n", "\u00a0", "\u202f"};
    for (bool more = true; more;) {
        more = false;
        for (const auto blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                more = true;
            } else if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                more = true;
            }
        }
    }
    return text;
}

/// Takes a sign off the beginning: -1, 1, or 0 where there is none.
int take_sign(std::string_view& text) {
    constexpr std::array<std::string_view, 3> minuses{"-", "\u2212", "\u2013"};
    for (const auto minus : minuses) {
        if (!text.starts_with(minus)) continue;
        text = bare(text.substr(minus.size()));
        return -1;
    }
    if (!text.starts_with('+')) return 0;
    text = bare(text.substr(1));
    return 1;
}

bool is_time(std::string_view text) {
    return !text.empty() && is_digit(text[0]) &&
           text.find_first_not_of("0123456789:.+-Z") == std::string_view::npos;
}

struct Names {
    std::string_view code;
    std::array<std::string_view, 7> names;  ///< folded
};
constexpr std::array<Names, 4> currencies{{
    {"RUB", {"rur", "810", "643", "₽", "руб", "р", "рубль"}},
    {"RUB", {"российский рубль", "рубли", "рублей", "руб. рф", "рубль рф", "рубли рф", "росс. рубль"}},
    {"USD", {"840", "$", "долл", "доллар сша", "доллары сша", "долл. сша", "доллар"}},
    {"EUR", {"978", "€", "евро", "евро", "евро", "евро", "евро"}},
}};

constexpr std::array<std::string_view, 10> incoming_words{"кредит",    "пополнени", "приход", "поступлени",
                                                          "зачислени", "входящ",    "credit", "incom",
                                                          "crdt",      "deposit"};
constexpr std::array<std::string_view, 9> outgoing_words{"дебет", "списани", "расход", "исходящ", "debit",
                                                         "outgo", "dbit",    "снятие", "withdraw"};
constexpr std::array<std::string_view, 7> incoming_signs{"c", "cr", "с", "к", "кт", "кр", "+"};
constexpr std::array<std::string_view, 6> outgoing_signs{"d", "dr", "д", "дт", "дб", "-"};

}  // namespace

std::optional<Day> read_bank_day(std::string_view text) {
    text = bare(text);
    const auto end = std::min(text.find_first_of(" T,\n\t"), text.size());
    const auto day = text.substr(0, end);
    if (end < text.size() && !is_time(bare(text.substr(end + 1)))) return std::nullopt;
    if (day.size() == 8 && day[2] == '.' && day[5] == '.')
        return parse_day(std::string(day.substr(0, 6)) + "20" + std::string(day.substr(6)));
    return parse_day(day);
}

BankAmount read_bank_amount(std::string_view text) {
    BankAmount amount;
    text = bare(text);
    const auto whole = text;
    const int sign = take_sign(text);
    amount.empty = text.empty() || text == "—";
    if (amount.empty) return amount;
    const auto last = text.find_last_of(digits);
    const auto number = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    const auto word = bare(text.substr(number.size()));
    const auto money = parse_money(number);
    const auto currency = word.empty() ? std::string() : read_bank_currency(word);
    if (!money || !is_digit(number[0]) || !currency) {
        amount.why = why_not_money(is_digit(text[0]) && currency ? number : whole);
        if (amount.why.empty()) amount.why = why_not_money("");
        return amount;
    }
    amount.money = sign < 0 ? Money{} - *money : *money;
    amount.currency = *currency;
    return amount;
}

std::optional<std::string> read_bank_currency(std::string_view text) {
    auto name = fold(bare(text));
    const auto is = [&](std::string_view known) { return name == known || name == std::string(known) + "."; };
    for (const auto& currency : currencies) {
        if (std::any_of(currency.names.begin(), currency.names.end(), is)) return std::string(currency.code);
    }
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (name.size() != 3 || !std::all_of(name.begin(), name.end(), is_letter)) return std::nullopt;
    for (auto& c : name) c = static_cast<char>(c - 'a' + 'A');
    return name;
}

Direction read_bank_type(std::string_view text) {
    const auto type = fold(bare(text));
    const auto begins = [&](std::string_view word) { return type.starts_with(word); };
    const auto is = [&](std::string_view word) { return type == word; };
    const bool incoming = std::any_of(incoming_words.begin(), incoming_words.end(), begins) ||
                          std::any_of(incoming_signs.begin(), incoming_signs.end(), is);
    const bool outgoing = std::any_of(outgoing_words.begin(), outgoing_words.end(), begins) ||
                          std::any_of(outgoing_signs.begin(), outgoing_signs.end(), is);
    return incoming ? Direction::incoming : outgoing ? Direction::outgoing : Direction::unknown;
}

}  // namespace tracker
