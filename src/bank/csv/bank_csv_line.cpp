// SPDX-License-Identifier: MIT
// From a row to a line. Never takes a row for a line that has no date, nor passes one by that has.
#include "bank/csv/bank_csv_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using Column = BankColumn;

bool has_digit_first(std::string_view text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

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
            throw InputError(
                fmt::format("'{}' line {}: the heading '{}' stands twice: leave '{}' out of the map or "
                            "rename one of the columns",
                            printable(file_), heading.line, printable(one_line(headings_[columns_[i]])),
                            map_fields[i].name));
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
    if (!has_digit_first(cell(row, Column::date))) {
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
    if (account.size() < 3) return own_account_;  // `51` is an account of a ledger
    return account;
}

BankLine BankLineReader::read(const BankRows& row) const {
    BankLine line;
    line.line = row.line();
    for (std::size_t i = headings_.size(); i < row.size(); ++i) {
        if (row.cell(i).empty()) continue;
        throw InputError(fmt::format(
            "'{}' line {}: '{}' stands in cell {}, but there are {} headings: put a cell "
            "that holds the delimiter in quotes",
            printable(file_), row.line(), fit(printable(row.cell(i)), 60), i + 1, headings_.size()));
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

}  // namespace tracker
