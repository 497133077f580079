// SPDX-License-Identifier: MIT
// The values of a bank's CSV file: texts, dates, amounts, currencies, types, the prose above the headings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bank/bank_values.hpp"
#include "tracker/facts/bank.hpp"

namespace tracker {

/// Without outer blanks, and without the `="..."` by which Excel is told that a number is a text.
std::string_view unwrapped_cell(std::string_view text);

/// The text on one line, line breaks and tabs as spaces: the identity of a line and lists need that.
std::string bank_text(std::string_view text);

/// Whether a status is `Отклонён`, `FAILED`, `В обработке` or the like: the payment is refused or not final.
bool says_not_booked(std::string_view status);

/// Whether a row holds `Итого`, `Исходящий остаток` or the like: a total, which has no date.
bool says_total(std::string_view row);

/// What the cell of an amount holds.
struct BankAmount {
    bool empty = false;    ///< nothing, or a dash
    Money money;           ///< with its sign
    std::string currency;  ///< "" where the cell names none
    std::string why;       ///< why the text is no amount; "" where it is one or empty
};
BankAmount read_bank_amount(std::string_view text);

/// "RUB" for `RUR`, `810`, `643`, `руб.` and the like; nothing where the text is no currency.
std::optional<std::string> read_bank_currency(std::string_view text);

/// The direction that `Кредит`, `Списание`, `DBIT` and the like name; else unknown.
Direction read_bank_type(std::string_view text);

/// What was found in the lines above the headings.
struct BankProse {
    std::string account;  ///< the only 20-digit account there that isn't a bank's own
    std::optional<Day> from;
    std::optional<Day> until;
    std::size_t line = 0;  ///< of the days, 1-based; 0 without them
};
BankProse read_bank_prose(std::string_view text);

}  // namespace tracker
