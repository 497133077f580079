// SPDX-License-Identifier: MIT
// Reads one row of a bank's CSV file as a line of a statement.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bank/csv/rows.hpp"
#include "bank/csv/values.hpp"

namespace tracker {

// clang-format off
/// The fields of a map, in the order of map_fields.
enum class BankColumn : std::uint8_t {
    account, date, number, amount, income, expense, type, currency,
    payer, payer_account, payer_tax_id, payee, payee_account, payee_tax_id, purpose
};
// clang-format on

/// Reads rows by the columns of one heading row.
class BankLineReader {
  public:
    /// Throws InputError where a heading of the map stands twice. The file's name and
    /// the account must outlive the reader. `own_account` is that of rows that name none.
    BankLineReader(const HeadingRow& heading, const std::string& file, const std::string& own_account);

    enum class Kind : std::uint8_t {
        line,            ///< of the statement
        undated,         ///< without a date and an amount, or a total
        undated_amount,  ///< with an amount but no date
        not_booked,      ///< refused by the bank or not yet booked
        elsewhere,       ///< without income, where no column of expenses is mapped
    };
    [[nodiscard]] Kind kind_of(const BankRows& row) const;

    /// The line but for its occurrence and for directions that need the whole file. Throws InputError naming
    /// line and column.
    [[nodiscard]] BankLine read(const BankRows& row) const;

    /// The own account of the row.
    [[nodiscard]] std::string account_of(const BankRows& row) const;
    /// Whether a column names the own account, so that rows may have different ones.
    [[nodiscard]] bool names_accounts() const { return has(BankColumn::account); }

    /// Whether the row is outgoing and its cell of the type is empty. Throws InputError as `read` does.
    [[nodiscard]] bool is_marked_outgoing(const BankRows& row) const;

    /// Whether payer's and payee's account have a column each: then a positive amount between accounts that
    /// are not known as own doesn't tell the direction.
    [[nodiscard]] bool has_two_accounts() const;

  private:
    [[nodiscard]] std::string_view cell(const BankRows& row, BankColumn column) const;
    [[nodiscard]] bool has(BankColumn column) const;
    [[nodiscard]] BankAmount amount(const BankRows& row, BankColumn column) const;
    [[noreturn]] void refuse(const BankRows& row, BankColumn column, std::string_view what) const;
    void read_way(BankLine& line, const BankRows& row) const;
    void read_amount(BankLine& line, const BankRows& row) const;
    void read_split_amount(BankLine& line, const BankRows& row) const;
    void read_parties(BankLine& line, const BankRows& row) const;
    void read_currency(BankLine& line, const BankRows& row) const;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::array<std::size_t, map_fields.size()> columns_{};
    std::size_t status_ = none;
    std::vector<std::string> headings_;
    const std::string& file_;
    const std::string& own_account_;
};

}  // namespace tracker
