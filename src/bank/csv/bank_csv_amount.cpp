// SPDX-License-Identifier: MIT
// How much a row says, which way it went and between whom. Never takes a direction from a sign where the row
// says it otherwise.
#include <fmt/format.h>

#include <algorithm>

#include "bank/csv/bank_csv_line.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
using Column = BankColumn;

void BankLineReader::refuse(const BankRows& row, Column column, std::string_view what) const {
    const auto heading = headings_[columns_[static_cast<std::size_t>(column)]];
    throw InputError(fmt::format("'{}' line {}: '{}' in the column '{}' {}", printable(file_), row.line(),
                                 fit(printable(bank_text(cell(row, column))), 60),
                                 printable(one_line(heading)), what));
}

BankAmount BankLineReader::amount(const BankRows& row, Column column) const {
    auto read = read_bank_amount(cell(row, column));
    if (!read.why.empty()) refuse(row, column, read.why);
    return read;
}

void BankLineReader::read_amount(BankLine& line, const BankRows& row) const {
    const auto read = amount(row, Column::amount);
    if (read.empty) refuse(row, Column::amount, "is no amount, though the row has a date: export it again");
    const bool negative = read.money < Money{};
    line.amount = negative ? Money{} - read.money : read.money;
    line.currency = read.currency;
    line.direction = read_bank_type(line.document);
    if (line.direction == Direction::incoming && negative) {
        refuse(row, Column::amount,
               fmt::format("is negative, but the type says '{}': enter the payment by hand",
                           printable(line.document)));
    }
    if (line.direction != Direction::unknown) return;
    // A type that says nothing of the direction (`Платёжное поручение`) leaves only the minus to go by.
    if (negative) {
        line.direction = Direction::outgoing;
    } else if (line.document.empty() && !has_two_accounts()) {
        line.direction = Direction::incoming;
    }
}

void BankLineReader::read_split_amount(BankLine& line, const BankRows& row) const {
    const auto income = amount(row, Column::income);
    const auto expense = has(Column::expense) ? amount(row, Column::expense) : BankAmount{true, {}, {}, {}};
    if (income.empty && expense.empty)
        refuse(row, Column::income, "is no amount, nor is there an expense, though the row has a date");
    if (income.money != Money{} && expense.money != Money{})
        refuse(row, Column::income, "stands beside an expense in one row: a line goes one way only");
    if (income.money < Money{}) {
        refuse(row, Column::income, "is negative: what the bank took back is entered by hand, as a refund");
    }
    // Some banks write expenses with a minus, which only says again what the column says.
    const bool outgoing = income.empty || expense.money != Money{};
    line.amount = outgoing ? Money{std::max(expense.money, Money{} - expense.money)} : income.money;
    line.currency = outgoing ? expense.currency : income.currency;
    const bool told = income.empty || expense.empty || line.amount != Money{};
    line.direction = !told ? Direction::unknown : outgoing ? Direction::outgoing : Direction::incoming;
}

void BankLineReader::read_way(BankLine& line, const BankRows& row) const {
    line.document = bank_text(cell(row, Column::type));
    line.account = account_of(row);
    if (has(Column::amount)) {
        read_amount(line, row);
    } else {
        read_split_amount(line, row);
    }
    if (has_two_accounts() && line.direction == Direction::unknown && !line.account.empty()) {
        const bool outgoing = bank_code(cell(row, Column::payer_account)) == line.account;
        const bool incoming = bank_code(cell(row, Column::payee_account)) == line.account;
        line.direction = outgoing && incoming ? Direction::own_transfer
                         : outgoing           ? Direction::outgoing
                         : incoming           ? Direction::incoming
                                              : Direction::unknown;
    }
}

bool BankLineReader::is_marked_outgoing(const BankRows& row) const {
    if (!cell(row, Column::type).empty()) return false;
    BankLine line;
    read_way(line, row);
    return line.direction == Direction::outgoing;
}

void BankLineReader::read_parties(BankLine& line, const BankRows& row) const {
    const auto fill = [&](Column payer, Column payee, std::string& of_payer, std::string& of_payee,
                          std::string (*read)(std::string_view)) {
        const bool shared = has(payer) && columns_[static_cast<std::size_t>(payer)] ==
                                              columns_[static_cast<std::size_t>(payee)];
        if (!shared || line.direction != Direction::outgoing) of_payer = read(cell(row, payer));
        if (!shared || line.direction == Direction::outgoing) of_payee = read(cell(row, payee));
    };
    fill(Column::payer, Column::payee, line.payer, line.payee, bank_text);
    fill(Column::payer_account, Column::payee_account, line.payer_account, line.payee_account, bank_code);
    fill(Column::payer_tax_id, Column::payee_tax_id, line.payer_tax_id, line.payee_tax_id, bank_tax_id);
}

void BankLineReader::read_currency(BankLine& line, const BankRows& row) const {
    const auto text = cell(row, Column::currency);
    if (text.empty()) return;
    const auto currency = read_bank_currency(text);
    if (!currency) refuse(row, Column::currency, "is no currency: three letters are, as in RUB");
    if (!line.currency.empty() && line.currency != *currency) {
        refuse(row, Column::currency, fmt::format("is not the currency of the amount, {}", line.currency));
    }
    line.currency = *currency;
}

}  // namespace tracker
