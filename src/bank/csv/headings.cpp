// SPDX-License-Identifier: MIT
// Recognises the headings that Russian banks use: a dictionary of headings and their meanings, and the choice
// of one column per meaning.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bank/csv/rows.hpp"
#include "tracker/bank/bank_csv.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {

std::string one_line(std::string_view text) {
    constexpr std::string_view no_break_space = "\u00a0";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool wide = text.substr(i).starts_with(no_break_space);
        if (wide) ++i;
        if (!wide && static_cast<unsigned char>(text[i]) > ' ') {
            out += text[i];
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string heading_form(std::string_view heading) {
    std::string text = fold(heading);
    for (auto& c : text) {
        if (std::string_view("-:.,;/|_()\"'").find(c) != std::string_view::npos) c = ' ';
    }
    return one_line(text);
}

namespace bank_csv {
namespace {

/// A party has three meanings in a row: name, account, tax id, so that `payer + 1` is payer_account. `other_`
/// is the counterparty, payer or payee. `bare_` is a heading that names no party (`ИНН`, `Счет`).
// clang-format off
enum Meaning : std::uint8_t {
    account, date, number, amount, income, expense, type, currency, purpose,
    payer, payer_account, payer_tax_id, payee, payee_account, payee_tax_id,
    other, other_account, other_tax_id, bare_account, bare_tax_id, meanings
};
// clang-format on

/// The meaning of a heading; `meanings` where it is not known.
struct Known {
    Meaning meaning = meanings;
    std::size_t rank = 0;  ///< position in its list; of several columns of one meaning the lowest is taken
};

using Dictionary = std::unordered_map<std::string, Known>;

struct Words {
    Meaning meaning;
    std::string_view words;  ///< headings, separated by semicolons, in order of preference
};

// Preferred are the date nearest to the booking and the amount in the account's currency.
constexpr std::array<Words, 13> plain_words{{
    {date,
     "Дата проводки;Дата операции;Дата и время операции;Дата проведения;Дата проведения операции;"
     "Дата транзакции;Дата и время;Дата;Дата платежа;Дата документа;Дата док;Booking date;Operation date;"
     "Transaction date;Posting date;Value date;Date;Дата списания;Дата зачисления;Дата поступления;Дата "
     "списания/зачисления;Дата зачисления/списания;Дата исполнения;Дата исполнения документа;Дата обработки;"
     "Дата валютирования;Дата совершения операции;Дата опер;Дата проводки по счету;Дата движения;Дата "
     "оплаты;Дата п/п;Дата платежного поручения"},
    {number,
     "Номер документа;№ документа;N документа;№ док;Номер док;№ док-та;Номер платежа;Номер платежного "
     "поручения;№ платежного поручения;№ п/п документа;Номер операции;Номер;Референс проводки;Референс;"
     "Document number;Number"},
    {amount,
     "Сумма в валюте счета;Сумма платежа;Сумма операции;Сумма операции в валюте счета;Сумма транзакции;"
     "Сумма документа;Сумма проводки;Сумма;Сумма руб;Сумма в рублях;Сумма RUB;Сумма операции в рублях;Сумма "
     "операции в руб;Сумма платежа в рублях;Сумма в руб;Сумма в национальной валюте;Сумма в нац валюте;Сумма "
     "в рублевом эквиваленте;Сумма перевода;Сумма по операции;Amount"},
    {income,
     "Сумма по кредиту;Кредит сумма;Сумма кредит;Сумма кредита;Сумма прихода;Сумма зачисления;Сумма "
     "поступления;Зачислено;Зачисление;Зачисления;Поступление;Поступления;Поступило;Приход;Пополнение;"
     "Обороты по кредиту;Оборот по кредиту;По кредиту;Обороты кредит;Оборот кредит;Кредит обороты;Кредит "
     "оборот;Кредитовый оборот;Кредитовые обороты;Сумма операции по кредиту;Сумма операции кредит;Сумма "
     "кредит руб;Сумма поступлений;Сумма зачислений;Приход сумма;Сумма приход;Зачисление на счет;Поступление "
     "на счет;Поступление средств;Поступило на счет;Входящие;Входящие платежи;Кт;Кредит;Credit amount;Credit;"
     "Paid in;Money in"},
    {expense,
     "Сумма по дебету;Дебет сумма;Сумма дебет;Сумма дебета;Сумма расхода;Сумма списания;Списано;Списание;"
     "Списания;Расход;Расходы;Обороты по дебету;Оборот по дебету;По дебету;Обороты дебет;Оборот дебет;Дебет "
     "обороты;Дебет оборот;Дебетовый оборот;Дебетовые обороты;Сумма операции по дебету;Сумма операции дебет;"
     "Сумма дебет руб;Сумма расходов;Сумма списаний;Расход сумма;Сумма расход;Списание со счета;Списание "
     "средств;Списано со счета;Исходящие;Исходящие платежи;Дт;Дебет;Debit amount;Debit;Paid out;Money out"},
    {type,
     "Направление;Направление платежа;Направление операции;Дебет/Кредит;Д/К;Дт/Кт;Приход/Расход;"
     "Признак дебета/кредита;Направление движения;Направление перевода;Вид движения;Признак операции;Знак "
     "операции;Входящий/Исходящий;Поступление/Списание;Списание/Зачисление;Зачисление/Списание;Кт/Дт;Тип "
     "операции;Тип транзакции;Тип движения;Тип;Вид операции;Direction;Type"},
    {currency, "Валюта счета;Валюта платежа;Валюта операции;Валюта;Код валюты;Currency"},
    {purpose,
     "Назначение платежа;Назначение;Назначение операции;Основание платежа;Основание;Содержание операции;"
     "Описание операции;Описание;Комментарий;Детали операции;Детали платежа;Назначение перевода;Содержание;"
     "Основание операции;Purpose;Description;Details"},
    {account,
     "Номер счета;№ счета;Номер расчетного счета;Наш счет;Мой счет;Счет клиента;Счет организации;"
     "Счет владельца;Account number;Account"},
    {payer_account, "Счет дебета;Счет дебет;Дебет счет;Счет по дебету"},
    {payee_account, "Счет кредита;Счет кредит;Кредит счет;Счет по кредиту"},
    {bare_account, "Расчетный счет;Р/с;Р/счет;Счет;Лицевой счет"},
    {bare_tax_id, "ИНН;ИНН/КИО;ИНН/КПП"},
}};

struct Party {
    Meaning name;
    std::string_view nominative;
    std::string_view genitive;
};
constexpr std::array<Party, 7> parties{{
    {payer, "плательщик", "плательщика"},
    {payer, "отправитель", "отправителя"},
    {payer, "payer", "payer"},
    {payee, "получатель", "получателя"},
    {payee, "payee", "payee"},
    {other, "контрагент", "контрагента"},
    {other, "корреспондент", "корреспондента"},
}};

/// Headings of name, account and tax id; `$` is the party in the nominative, `%` in the genitive.
constexpr std::array<std::string_view, 3> party_words{
    "$;Наименование %;Название %;Имя %;ФИО %;% наименование;$ наименование;$ название;Name of %;$ name",
    "Счет %;Номер счета %;№ счета %;Расчетный счет %;Р/с %;Р/счет %;$ счет;$ номер счета;$ р/с;$ account",
    "ИНН %;ИНН/КИО %;ИНН/КПП %;ИНН или КИО %;$ ИНН;ИНН $;$ tax id"};

void add(Dictionary& out, Meaning meaning, std::string_view words, const Party* party = nullptr) {
    for (std::size_t rank = 0; !words.empty(); ++rank) {
        const auto end = std::min(words.find(';'), words.size());
        std::string word;
        for (const char c : words.substr(0, end)) {
            if (party != nullptr && (c == '$' || c == '%')) {
                word += c == '$' ? party->nominative : party->genitive;
            } else {
                word += c;
            }
        }
        out.try_emplace(heading_form(word), Known{meaning, rank});
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

const Dictionary& dictionary() {
    static const Dictionary known = [] {
        Dictionary out;
        for (const auto& [meaning, words] : plain_words) add(out, meaning, words);
        for (const auto& party : parties) {
            for (std::size_t i = 0; i < party_words.size(); ++i)
                add(out, static_cast<Meaning>(party.name + i), party_words[i], &party);
        }
        return out;
    }();
    return known;
}

/// Looks up a heading as the file has it, first with what stands in its brackets, then without.
Known look_up(std::string_view heading) {
    for (const auto text : {heading, heading.substr(0, heading.find('('))}) {
        if (const auto found = dictionary().find(heading_form(text)); found != dictionary().end())
            return found->second;
    }
    return {};
}

/// The column of one meaning with the lowest rank; `twice` where two columns have the same heading or rank.
struct Found {
    bool any = false;
    bool twice = false;
    std::size_t rank = 0;
    std::string heading;
    std::string form;
};
using Columns = std::array<Found, meanings>;

/// The meaning of a bare `ИНН` or `Счет`: of the last party (name column) before it, `meanings` where there
/// is none; then the account is the firm's own and the tax id the counterparty's.
Meaning with_party(Meaning meaning, Meaning party) {
    if (meaning == bare_account) return party == meanings ? account : static_cast<Meaning>(party + 1);
    if (meaning == bare_tax_id) return static_cast<Meaning>((party == meanings ? other : party) + 2);
    return meaning;
}

/// Whether a currency column can be that of the amount column: "Валюта платежа" is for "Сумма платежа",
/// "Валюта операции" beside it is not. Takes headings in the form of heading_form.
bool fits(std::string_view currency_form, std::string_view amount_form) {
    constexpr std::array<std::string_view, 3> kinds{"счета", "платежа", "операции"};
    const auto kind_of = [&](std::string_view form) {
        for (const auto kind : kinds) {
            if (form.ends_with(kind)) return kind;
        }
        return std::string_view();
    };
    const auto of_amount = kind_of(amount_form);
    const auto of_currency = kind_of(currency_form);
    return of_amount.empty() || of_currency.empty() || of_amount == of_currency;
}

void keep_best(Found& found, std::size_t rank, std::string_view heading, bool repeated) {
    if (found.any && rank > found.rank) return;
    found.twice = repeated || (found.any && rank == found.rank);
    found.any = true;
    found.rank = rank;
    found.heading = one_line(heading);
    found.form = heading_form(heading);
}

Columns find_columns(const std::vector<std::string>& headings) {
    std::unordered_map<std::string, int> times;
    for (const auto& heading : headings) ++times[heading_form(heading)];
    Columns columns;
    Meaning party = meanings;
    for (const auto& heading : headings) {
        const auto known = look_up(heading);
        if (known.meaning == meanings || known.meaning == currency) continue;
        if (known.meaning == payer || known.meaning == payee || known.meaning == other) party = known.meaning;
        const bool bare = known.meaning == bare_account || known.meaning == bare_tax_id;
        keep_best(columns[with_party(known.meaning, party)], known.rank + (bare ? 100 : 0), heading,
                  times[heading_form(heading)] > 1);
    }
    for (const auto& heading : headings) {  // the currency depends on which amount was chosen
        const auto known = look_up(heading);
        if (known.meaning != currency || !fits(heading_form(heading), columns[amount].form)) continue;
        keep_best(columns[currency], known.rank, heading, times[heading_form(heading)] > 1);
    }
    return columns;
}

}  // namespace
}  // namespace bank_csv

bool is_own_format(const std::vector<std::string>& headings) {
    constexpr std::array<std::string_view, 7> own{"client",   "date",      "amount", "contract",
                                                  "currency", "reference", "source"};
    std::array<int, own.size()> times{};
    for (const auto& heading : headings) {
        const auto known = std::find(own.begin(), own.end(), trimmed(heading));
        if (known == own.end()) return false;
        ++times[static_cast<std::size_t>(known - own.begin())];
    }
    return times[0] > 0 && times[1] > 0 && times[2] > 0;
}

std::optional<ColumnMap> recognise(const std::vector<std::string>& headings) {
    using namespace bank_csv;
    if (is_own_format(headings)) return std::nullopt;
    auto columns = find_columns(headings);
    const auto in_doubt = [&](Meaning meaning) { return columns[meaning].any && columns[meaning].twice; };
    if (!columns[date].any || in_doubt(date) || in_doubt(income) || in_doubt(expense)) return std::nullopt;
    const bool split = columns[income].any;
    if (!split && (!columns[amount].any || in_doubt(amount) || columns[expense].any)) return std::nullopt;
    const auto& credit = columns[income].form;
    if (split && columns[amount].any && (credit == "кредит" || credit == "credit")) return std::nullopt;

    const auto heading = [&](Meaning meaning) {
        return in_doubt(meaning) ? std::string() : columns[meaning].heading;
    };
    ColumnMap map;
    for (const auto& [field, meaning] : {std::pair{&ColumnMap::account, account},
                                         {&ColumnMap::date, date},
                                         {&ColumnMap::number, number},
                                         {&ColumnMap::currency, currency},
                                         {&ColumnMap::purpose, purpose},
                                         {&ColumnMap::type, type},
                                         {&ColumnMap::payer, payer},
                                         {&ColumnMap::payer_account, payer_account},
                                         {&ColumnMap::payer_tax_id, payer_tax_id},
                                         {&ColumnMap::payee, payee},
                                         {&ColumnMap::payee_account, payee_account},
                                         {&ColumnMap::payee_tax_id, payee_tax_id}}) {
        map.*field = heading(meaning);
    }
    (split ? map.income : map.amount) = heading(split ? income : amount);
    if (split) map.expense = heading(expense);
    const auto share = [&](std::string& of_payer, std::string& of_payee, Meaning meaning) {
        if (of_payer.empty() && of_payee.empty()) of_payer = of_payee = heading(meaning);
    };
    share(map.payer, map.payee, other);
    share(map.payer_account, map.payee_account, other_account);
    share(map.payer_tax_id, map.payee_tax_id, other_tax_id);
    return map;
}

}  // namespace tracker
