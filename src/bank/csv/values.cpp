// SPDX-License-Identifier: MIT
// Reads the values of a cell (text, code, date, amount, currency, direction) and of the prose above the
// headings.
#include "bank/csv/values.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// Takes a sign off the beginning: -1, 1, or 0 where there is none.
int take_sign(std::string_view& text) {
    constexpr std::array<std::string_view, 3> minuses{"-", "\u2212", "\u2013"};
    for (const auto minus : minuses) {
        if (!text.starts_with(minus)) continue;
        text = bare_value(text.substr(minus.size()));
        return -1;
    }
    if (!text.starts_with('+')) return 0;
    text = bare_value(text.substr(1));
    return 1;
}

struct Names {
    std::string_view code;
    std::array<std::string_view, 7> names;  ///< folded; filled up by repetition
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

constexpr std::size_t account_digits = 20;

/// How the months begin in dates like "3 ноября 2026", folded. May (`мая`) stands after March, whose
/// beginning it shares.
constexpr std::array<std::string_view, 12> months{"январ", "феврал", "март",   "апрел",  "ма",  "июн",
                                                  "июл",   "август", "сентяб", "октябр", "ноя", "декабр"};

/// The day of "3 ноября 2026", given as the number and the folded text after it.
std::optional<Day> worded_day(std::string_view day, std::string_view rest) {
    if (day.size() > 2 || !rest.starts_with(' ')) return std::nullopt;
    rest = trimmed(rest);
    const auto month = rest.substr(0, rest.find(' '));
    const auto year = trimmed(rest.substr(month.size())).substr(0, 4);
    if (year.size() != 4 || year.find_first_not_of(digits) != std::string_view::npos) return std::nullopt;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (!month.starts_with(months[i])) continue;
        const auto two = [](const std::string& text) { return text.size() < 2 ? "0" + text : text; };
        return parse_day(std::string(year) + "-" + two(std::to_string(i + 1)) + "-" + two(std::string(day)));
    }
    return std::nullopt;
}

/// The dates of the line, in its order.
std::vector<Day> days_of(std::string_view line) {
    std::vector<Day> found;
    for (auto at = line.find_first_of(digits); at != std::string_view::npos;
         at = line.find_first_of(digits, at)) {
        const auto number = line.substr(at, std::min(line.find_first_not_of(digits, at), line.size()) - at);
        auto day = read_bank_day(line.substr(at, 10));
        const auto size = day ? std::size_t{10} : number.size();
        if (!day) day = worded_day(number, line.substr(at + number.size()));
        if (day) found.push_back(*day);
        at += size;
    }
    return found;
}

/// Whether the folded line is about the range of a statement: other lines hold dates of contracts or
/// licences.
bool is_about_range(std::string_view line) {
    constexpr std::array<std::string_view, 5> words{"период", "выписка", "statement", "from ", "period"};
    return line.starts_with("с ") || std::any_of(words.begin(), words.end(), [&](std::string_view word) {
               return line.find(word) != std::string_view::npos;
           });
}

/// Appends the 20-digit accounts of the line that are not yet there; a bank's correspondent account is left
/// out.
void add_accounts(std::vector<std::string>& accounts, std::string_view line) {
    for (auto at = line.find_first_of(digits); at != std::string_view::npos;
         at = line.find_first_of(digits, at)) {
        const auto end = std::min(line.find_first_not_of(digits, at), line.size());
        const auto number = line.substr(at, end - at);
        const bool of_bank = number.starts_with("301");
        if (number.size() == account_digits && !of_bank &&
            std::find(accounts.begin(), accounts.end(), number) == accounts.end()) {
            accounts.emplace_back(number);
        }
        at = end;
    }
}

}  // namespace

std::string_view unwrapped_cell(std::string_view text) {
    const bool wrapped = text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"');
    return trimmed(wrapped ? text.substr(2, text.size() - 3) : text);
}

std::string bank_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\n' && out.ends_with(' ')) continue;
        out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return out;
}

bool says_not_booked(std::string_view status) {
    constexpr std::array<std::string_view, 16> words{
        "отказ",   "отклон", "отмен", "аннулир", "не ",    "неусп",  "ошибк",  "в обраб",
        "обрабат", "ожида",  "hold",  "fail",    "reject", "declin", "cancel", "pending"};
    const auto folded = fold(status);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return folded.starts_with(word); });
}

bool says_total(std::string_view row) {
    constexpr std::array<std::string_view, 7> words{"итог",   "всего", "остат",  "оборот",
                                                    "сальдо", "total", "balance"};
    const auto folded = fold(row);
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return folded.find(word) != std::string::npos; });
}

BankAmount read_bank_amount(std::string_view text) {
    BankAmount amount;
    text = bare_value(text);
    const auto whole = text;
    const int sign = take_sign(text);
    amount.empty = text.empty() || text == "—";
    if (amount.empty) return amount;
    const auto last = text.find_last_of(digits);
    auto number = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (text.substr(number.size()) == ".") number = text;
    const auto word = bare_value(text.substr(number.size()));
    const std::string plain = plain_amount(number);
    const auto money = parse_money(plain);
    const auto currency = word.empty() ? std::string() : read_bank_currency(word);
    if (!money || !is_digit(plain[0]) || !currency) {
        amount.why = why_not_money(is_digit(text[0]) && currency ? number : whole);
        if (amount.why.empty()) amount.why = why_not_money("");
        return amount;
    }
    amount.money = sign < 0 ? -*money : *money;
    amount.currency = *currency;
    return amount;
}

std::optional<std::string> read_bank_currency(std::string_view text) {
    auto name = fold(bare_value(text));
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
    const auto type = fold(bare_value(text));
    const auto begins = [&](std::string_view word) { return type.starts_with(word); };
    const auto is = [&](std::string_view word) { return type == word; };
    const bool incoming = std::any_of(incoming_words.begin(), incoming_words.end(), begins) ||
                          std::any_of(incoming_signs.begin(), incoming_signs.end(), is);
    const bool outgoing = std::any_of(outgoing_words.begin(), outgoing_words.end(), begins) ||
                          std::any_of(outgoing_signs.begin(), outgoing_signs.end(), is);
    return incoming ? Direction::incoming : outgoing ? Direction::outgoing : Direction::unknown;
}

BankProse read_bank_prose(std::string_view text) {
    BankProse prose;
    std::vector<std::string> accounts;
    LineReader lines(text);
    while (lines.next()) {
        auto line = fold(lines.line());
        for (auto& c : line) {
            if (std::string_view(";,\t\"'").find(c) != std::string_view::npos) c = ' ';
        }
        add_accounts(accounts, line);
        if (prose.until || !is_about_range(trimmed(line))) continue;
        const auto word = line.find("период");  // a date before it may be the day of the export
        const auto days = days_of(std::string_view(line).substr(word == std::string::npos ? 0 : word));
        if (days.size() != 2) continue;
        prose.from = days[0];
        prose.until = days[1];
        prose.line = lines.number();
    }
    if (accounts.size() == 1) prose.account = accounts[0];
    return prose;
}

}  // namespace tracker
