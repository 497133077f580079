// SPDX-License-Identifier: MIT
// The values of a bank's CSV file: dates, amounts, currencies, types, the prose above the headings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tracker/facts/bank.hpp"

namespace tracker {

inline constexpr std::string_view digits = "0123456789";

/// Without outer blanks, and without the `="..."` by which Excel is told that a number is a text.
std::string_view unwrapped_cell(std::string_view text);

/// On one line: neither the identity of a line nor a list can do with a line break.
std::string bank_text(std::string_view text);

/// An account or a tax id without blanks; nothing where the text is something else or banks' 0 for none.
std::string bank_code(std::string_view text);

/// The tax id of `7707083893/770701001`.
std::string bank_tax_id(std::string_view text);

/// Whether a status is `Отклонён`, `FAILED`, `В обработке`: no money has moved, or not for good.
bool says_not_booked(std::string_view status);

/// Whether a row says `Итого`, `Исходящий остаток` or the like: what rows without a date are for.
bool says_total(std::string_view row);

/// `05.11.2026`, `05.11.26`, `2026-11-05`, also with a time after it.
std::optional<Day> read_bank_day(std::string_view text);

/// What an amount's cell says; `why` it is no amount, where it isn't.
struct BankAmount {
    bool empty = false;  ///< nothing, or the dash that stands for it
    Money money;         ///< with its sign
    std::string currency;
    std::string why;
};
BankAmount read_bank_amount(std::string_view text);

/// "RUB" for `RUR`, `810`, `643`, `руб.` and the like; nothing where the text is no currency.
std::optional<std::string> read_bank_currency(std::string_view text);

/// The direction that `Кредит`, `Списание`, `DBIT` and the like name; else unknown.
Direction read_bank_type(std::string_view text);

/// What the lines above the headings say, as far as they say it.
struct BankProse {
    std::string account;  ///< the only 20-digit account there that isn't a bank's own
    std::optional<Day> from;
    std::optional<Day> until;
    std::size_t line = 0;  ///< of the days
};
BankProse read_bank_prose(std::string_view text);

}  // namespace tracker
