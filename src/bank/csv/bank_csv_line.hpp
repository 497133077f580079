// SPDX-License-Identifier: MIT
// One row of a bank's CSV file as a line of a statement.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bank/csv/bank_csv_columns.hpp"
#include "bank/csv/bank_csv_rows.hpp"
#include "bank/csv/bank_csv_values.hpp"

namespace tracker {

// clang-format off
/// In the order of map_fields.
enum class BankColumn : std::uint8_t {
    account, date, number, amount, income, expense, type, currency,
    payer, payer_account, payer_tax_id, payee, payee_account, payee_tax_id, purpose
};
// clang-format on

class BankLineReader {
  public:
    /// Throws InputError where a heading of the map stands twice. The file's name must outlive the reader.
    BankLineReader(const HeadingRow& heading, const std::string& file, const std::string& own_account);

    enum class Kind : std::uint8_t { line, undated, undated_amount, not_booked, elsewhere };
    /// What the row is: a line; without a date, with or without an amount; refused by the bank or not yet
    /// booked; without an amount in the only column that is mapped.
    [[nodiscard]] Kind kind_of(const BankRows& row) const;

    /// The line but for its occurrence and for directions that need the whole file. Throws InputError naming
    /// line and column.
    [[nodiscard]] BankLine read(const BankRows& row) const;

    /// The own account of the row.
    [[nodiscard]] std::string account_of(const BankRows& row) const;
    /// Whether rows may name several.
    [[nodiscard]] bool names_accounts() const { return has(BankColumn::account); }

    /// Whether the row is outgoing, and not by a type. Throws InputError as `read` does.
    [[nodiscard]] bool is_marked_outgoing(const BankRows& row) const;

    /// Whether payer's and payee's account have a column each: then a positive amount that goes between
    /// strangers says nothing of its direction.
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
