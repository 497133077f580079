// SPDX-License-Identifier: MIT
// A line of a bank statement.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// What a file says of a line. `own_transfer`: it shows both accounts as its own; what else goes between the
/// firm's accounts is told by the accounts that are known to be the firm's on the day it is asked.
enum class Direction : std::uint8_t { incoming, outgoing, own_transfer, unknown };

template <>
inline constexpr auto words_of<Direction> = words("incoming", "outgoing", "own-transfer", "unknown");

/// One line of a statement. What the file leaves out or fills with `0` (accounts, tax ids) is empty.
struct BankLine {
    std::size_t line = 0;  ///< of the file: where the line or section begins
    std::string document;  ///< its kind, as the bank words it; may be empty
    /// The own account that the line belongs to: the payer's of an own transfer, empty if it is none of
    /// several.
    std::string account;
    Day date{};             ///< booking date
    std::string number;     ///< of the payer's document, a text: `БА8170433`
    std::string reference;  ///< the bank's own for this line (camt's `AcctSvcrRef` and index); mostly empty
    Money amount;           ///< not negative; the direction says which way it went
    std::string currency;   ///< three letters; empty where the format doesn't say
    Direction direction = Direction::unknown;
    std::string payer;
    std::string payer_account;
    std::string payer_tax_id;
    std::string payee;
    std::string payee_account;
    std::string payee_tax_id;
    std::string purpose;
    /// 0-based among the lines of one file with equal identity(): two equal lines of one file are two
    /// payments, the same line of another file is the same payment.
    int occurrence = 0;
    std::string raw;  ///< the line's own text in UTF-8, lines ending with "\n"
};

/// A line of a statement, on record.
struct BankRecord {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    BankLine line;
};

template <>
struct Description<BankRecord> {
    static constexpr TableTraits table{.name = "bank_line", .with_rowid = true};
    static constexpr auto fields = std::tuple{
        field(&BankRecord::file, {.name = "file"}),
        field(&BankRecord::line, &BankLine::line, {.name = "place"}),
        field(&BankRecord::line, &BankLine::account, {.name = "account"}),
        field(&BankRecord::line, &BankLine::date, {.name = "date"}),
        field(&BankRecord::line, &BankLine::number, {.name = "number"}),
        field(&BankRecord::line, &BankLine::reference, {.name = "reference"}),
        field(&BankRecord::line, &BankLine::amount, {.name = "amount"}),
        field(&BankRecord::line, &BankLine::currency, {.name = "currency", .form = Form::capitals}),
        field(&BankRecord::line, &BankLine::direction, {.name = "direction"}),
        field(&BankRecord::line, &BankLine::payer, {.name = "payer"}),
        field(&BankRecord::line, &BankLine::payer_account, {.name = "payer_account"}),
        field(&BankRecord::line, &BankLine::payer_tax_id, {.name = "payer_tax_id"}),
        field(&BankRecord::line, &BankLine::payee, {.name = "payee"}),
        field(&BankRecord::line, &BankLine::payee_account, {.name = "payee_account"}),
        field(&BankRecord::line, &BankLine::payee_tax_id, {.name = "payee_tax_id"}),
        field(&BankRecord::line, &BankLine::purpose, {.name = "purpose"}),
        field(&BankRecord::line, &BankLine::occurrence, {.name = "occurrence"}),
        field(&BankRecord::line, &BankLine::raw, {.name = "raw", .stands_last = true}),
    };
};

}  // namespace tracker
