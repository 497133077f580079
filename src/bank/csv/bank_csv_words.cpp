// SPDX-License-Identifier: MIT
// The headings that Russian banks use, each with what it means. Judges no file.
#include "bank/csv/bank_csv_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "bank/csv/bank_csv_columns.hpp"
#include "tracker/base/text.hpp"

namespace tracker::bank_csv {
namespace {

using Dictionary = std::unordered_map<std::string, Known>;

struct Words {
    Meaning meaning;
    std::string_view words;  ///< the best first, parted by semicolons
};

// Of several dates the one nearest to the booking, of several amounts the one in the account's currency.
constexpr std::array<Words, 13> plain_words{{
    {date,
     "Дата проводки;Дата операции;Дата и время операции;Дата проведения;Дата проведения операции;"
     "Дата транзакции;Дата и время;Дата;Дата платежа;Дата документа;Дата док;Booking date;Operation date;"
     "Transaction date;Date"},
    {number,
     "Номер документа;№ документа;N документа;№ док;Номер док;№ док-та;Номер платежа;Номер платежного "
     "поручения;№ платежного поручения;№ п/п документа;Номер операции;Номер;Референс проводки;Референс;"
     "Document number;Number"},
    {amount,
     "Сумма в валюте счета;Сумма платежа;Сумма операции;Сумма операции в валюте счета;Сумма транзакции;"
     "Сумма документа;Сумма проводки;Сумма;Сумма руб;Сумма в рублях;Сумма RUB;Amount"},
    {income,
     "Сумма по кредиту;Кредит сумма;Сумма кредит;Сумма кредита;Сумма прихода;Сумма зачисления;Сумма "
     "поступления;Зачислено;Зачисление;Зачисления;Поступление;Поступления;Поступило;Приход;Пополнение;"
     "Обороты по кредиту;Оборот по кредиту;По кредиту;Кредит;Credit amount;Credit"},
    {expense,
     "Сумма по дебету;Дебет сумма;Сумма дебет;Сумма дебета;Сумма расхода;Сумма списания;Списано;Списание;"
     "Списания;Расход;Расходы;Обороты по дебету;Оборот по дебету;По дебету;Дебет;Debit amount;Debit"},
    {type,
     "Направление;Направление платежа;Направление операции;Дебет/Кредит;Д/К;Дт/Кт;Приход/Расход;"
     "Признак дебета/кредита;Тип операции;Тип транзакции;Тип;Вид операции;Direction;Type"},
    {currency, "Валюта счета;Валюта платежа;Валюта операции;Валюта;Код валюты;Currency"},
    {purpose,
     "Назначение платежа;Назначение;Назначение операции;Основание платежа;Основание;Содержание операции;"
     "Описание операции;Описание;Комментарий;Детали операции;Purpose;Description;Details"},
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

/// `$` is the party in the nominative, `%` in the genitive.
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

}  // namespace

Known look_up(std::string_view heading) {
    for (const auto text : {heading, heading.substr(0, heading.find('('))}) {
        if (const auto found = dictionary().find(heading_form(text)); found != dictionary().end())
            return found->second;
    }
    return {};
}

}  // namespace tracker::bank_csv

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

}  // namespace tracker
