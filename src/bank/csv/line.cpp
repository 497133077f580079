// SPDX-License-Identifier: MIT
// Reads one row: whether it is a line of the statement, its date, amount, direction and parties.
#include "bank/csv/line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using Column = BankColumn;

}  // namespace

BankLineReader::BankLineReader(const HeadingRow& heading, const std::string& file,
                               const std::string& own_account)
    : headings_(heading.headings), file_(file), own_account_(own_account) {
    std::vector<std::string> forms;
    forms.reserve(headings_.size());
    for (const auto& text : headings_) forms.push_back(heading_form(text));
    for (std::size_t i = 0; i < map_fields.size(); ++i) {
        const auto form = heading_form(heading.map.*map_fields[i].heading);
        const auto found = std::find(forms.begin(), forms.end(), form);
        columns_[i] =
            form.empty() || found == forms.end() ? none : static_cast<std::size_t>(found - forms.begin());
        if (columns_[i] != none && std::find(found + 1, forms.end(), form) != forms.end()) {
            throw InputError(fmt::format(
                "{}: the heading '{}' stands twice: leave '{}' out of the map or "
                "rename one of the columns",
                place(file_, heading.line), printable(one_line(headings_[columns_[i]])), map_fields[i].name));
        }
    }
    for (std::size_t i = 0; i < forms.size() && status_ == none; ++i) {
        if (forms[i].starts_with("статус") || forms[i] == "status" || forms[i] == "состояние") status_ = i;
    }
}

bool BankLineReader::has(Column column) const {
    return columns_[static_cast<std::size_t>(column)] != none;
}

std::string_view BankLineReader::cell(const BankRows& row, Column column) const {
    return has(column) ? unwrapped_cell(row.cell(columns_[static_cast<std::size_t>(column)]))
                       : std::string_view();
}

bool BankLineReader::has_two_accounts() const {
    return has(Column::payer_account) && has(Column::payee_account) &&
           columns_[static_cast<std::size_t>(Column::payer_account)] !=
               columns_[static_cast<std::size_t>(Column::payee_account)];
}

BankLineReader::Kind BankLineReader::kind_of(const BankRows& row) const {
    const auto money = [&](Column column) {
        const auto found = read_bank_amount(cell(row, column));
        return !found.empty && found.why.empty() && found.money != Money{};
    };
    if (const auto date = cell(row, Column::date); date.empty() || !is_digit(date[0])) {
        const bool amount = money(Column::amount) || money(Column::income) || money(Column::expense);
        return amount && !says_total(row.raw()) ? Kind::undated_amount : Kind::undated;
    }
    if (status_ != none && says_not_booked(row.cell(status_))) return Kind::not_booked;
    if (has(Column::income) && !has(Column::expense)) {
        const auto income = read_bank_amount(cell(row, Column::income));
        if (income.why.empty() && income.money == Money{}) return Kind::elsewhere;
    }
    return Kind::line;
}

std::string BankLineReader::account_of(const BankRows& row) const {
    auto account = bank_code(cell(row, Column::account));
    if (account.size() < 3) return own_account_;  // `51` is an account of the ledger, not of a bank
    return account;
}

BankLine BankLineReader::read(const BankRows& row) const {
    BankLine line;
    line.line = row.line();
    for (std::size_t i = headings_.size(); i < row.size(); ++i) {
        if (row.cell(i).empty()) continue;
        throw InputError(
            fmt::format("{}: '{}' stands in cell {}, but there are {} headings: put a cell "
                        "that holds the delimiter in quotes",
                        place(file_, row.line()), fit(printable(row.cell(i)), 60), i + 1, headings_.size()));
    }
    const auto day = read_bank_day(cell(row, Column::date));
    if (!day) refuse(row, Column::date, "does not exist or is not written like 05.11.2026");
    line.date = *day;
    line.number = bank_text(cell(row, Column::number));
    line.purpose = bank_text(cell(row, Column::purpose));
    read_way(line, row);
    read_parties(line, row);
    read_currency(line, row);
    line.raw.reserve(row.raw().size() + 1);
    LineReader lines(row.raw());
    while (lines.next()) {
        line.raw += lines.line();
        line.raw += '\n';
    }
    return line;
}

void BankLineReader::refuse(const BankRows& row, Column column, std::string_view what) const {
    const auto heading = headings_[columns_[static_cast<std::size_t>(column)]];
    throw InputError(fmt::format("{}: '{}' in the column '{}' {}", place(file_, row.line()),
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
    line.amount = negative ? -read.money : read.money;
    line.currency = read.currency;
    line.direction = read_bank_type(line.document);
    if (line.direction == Direction::incoming && negative) {
        refuse(row, Column::amount,
               fmt::format("is negative, but the type says '{}': enter the payment by hand",
                           printable(line.document)));
    }
    if (line.direction != Direction::unknown) return;
    // Of a type that names no direction (`Платёжное поручение`) only a minus tells it.
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
    // Some banks write expenses with a minus; in a column of expenses it changes nothing.
    const bool outgoing = income.empty || expense.money != Money{};
    line.amount = outgoing ? Money{std::max(expense.money, -expense.money)} : income.money;
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
    for (auto [name, tax_id] :
         {std::pair{&line.payer, &line.payer_tax_id}, {&line.payee, &line.payee_tax_id}}) {
        BankParty party = read_bank_party(*name);
        if (party.name.size() == name->size()) continue;
        *name = std::move(party.name);
        if (tax_id->empty()) *tax_id = std::move(party.tax_id);
    }
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
