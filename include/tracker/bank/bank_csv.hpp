// SPDX-License-Identifier: MIT
// Statements that banks export as CSV, each with headings of its own. Says what the bank said; never decides
// whose money it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/bank/statement.hpp"
#include "tracker/base/input.hpp"

namespace tracker {

/// For each meaning the heading of the file's column that has it; "" where no column has. A heading that
/// stands for both payer and payee is the counterparty's: the payer of incoming lines, the payee of others.
struct ColumnMap {
    std::string account, date, number, amount, income, expense, type, currency;
    std::string payer, payer_account, payer_tax_id, payee, payee_account, payee_tax_id, purpose;
    bool operator==(const ColumnMap&) const = default;
};

/// `date=Дата операции;income=Приход;purpose=Назначение`, on one line; a heading that holds `;` or a quote is
/// quoted as in CSV. read_map reads it back.
std::string to_text(const ColumnMap& map);

/// Reads what to_text writes, blanks around names and headings ignored; `counterparty`,
/// `counterparty_account` and `counterparty_tax_id` give payer and payee at once. Throws InputError: an
/// unknown field (with the nearest name), a field given twice or without a heading, a map without date or
/// without amount or income, or with amount beside income or expense.
ColumnMap read_map(std::string_view text);

/// What the headings mean, where they are those of a Russian bank: compared without case, punctuation and
/// what stands in brackets. Nothing where the date or the amount can't be told for certain: no column, two of
/// one heading, `Дебет` and `Кредит` beside a `Сумма` (in a ledger they are accounts).
std::optional<ColumnMap> recognise(const std::vector<std::string>& headings);

/// Whether these are the headings of the tracker's own payments: `client`, `date` and `amount`, and of others
/// only `contract`, `currency`, `reference` and `source`.
bool is_own_format(const std::vector<std::string>& headings);

/// Reads a whole file and gives its lines one by one; format "csv". Holds a row at a time, and for the whole
/// only what tells equal lines apart. Where a line owes its direction to others (own accounts of the rows,
/// minus signs), another reading comes before the one that gives them. The headings are the first row of the
/// first 30 that holds those of the map, or, without a map, that `recognise` knows; what stands above them is
/// prose, which may name the account and the days that the statement speaks for. Cells are separated by
/// semicolons, commas or tabs, as the headings are. The direction is the column's (income or expense), else
/// that of the type, else of the own account among payer's and payee's, else of the sign: incoming without a
/// minus. A line between two own accounts is an own transfer; it stays with the account of its row, since
/// each account has a row of it.
///
/// The own account of a line is its column's, else `default_account`, else the only 20-digit account of the
/// prose, else "", with a remark; a range of "" is given too. Without days in the prose a range has no `from`
/// and ends with the account's last booking date. Rows without a date (totals) and rows that the bank has
/// refused or not yet booked (by a column `Статус`) are skipped, with a remark that counts them. Throws
/// InputError naming file, line and column: no headings that are known (with those found), a date that
/// doesn't exist, a missing or unreadable amount, one with more than two decimals, income and expense in one
/// row, a negative income, an unknown currency, an amount without a date between others with one, more cells
/// than headings, misplaced quotes, a quote that isn't closed within a mebibyte.
BankStatement read_bank_csv(Input& input, const ColumnMap* map, const std::string& default_account,
                            const TakeLine& take);

}  // namespace tracker
