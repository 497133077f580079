// SPDX-License-Identifier: MIT
// What the firm's bank said: the lines of its statements and the days that they speak for (bank statements as
// facts).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tracker/core/facts.hpp"

namespace tracker {

enum class Direction : std::uint8_t { incoming, outgoing, own_transfer, unknown };

/// One line of a statement. What the file leaves out or fills with `0` (accounts, tax ids) is empty.
struct BankLine {
    std::size_t line = 0;  ///< of the file: where the line or section begins
    std::string document;  ///< its kind, as the bank words it; may be empty
    /// The own account that the line belongs to: the payer's of an own transfer, empty if it is none of
    /// several.
    std::string account;
    Day date{};            ///< booking date
    std::string number;    ///< a text: `БА8170433`
    Money amount;          ///< not negative; the direction says which way it went
    std::string currency;  ///< three letters; empty where the format doesn't say
    Direction direction = Direction::unknown;
    std::string payer;
    std::string payer_account;
    std::string payer_tax_id;
    std::string payee;
    std::string payee_account;
    std::string payee_tax_id;
    std::string purpose;
    /// 0-based among the lines of one file with equal account, date, number, amount, payer's account and tax
    /// id, and purpose: two equal lines of one file are two payments, the same line of another file is the
    /// same payment.
    int occurrence = 0;
    std::string raw;  ///< the line's own text in UTF-8, lines ending with "\n"
};

/// A statement that was imported.
struct BankFile {
    Recorded recorded;
    std::string name;
    std::string format;  ///< 1c, camt053 or csv
};

/// The days of an own account that a file speaks for, both included; without `from`, up to its last booking
/// date.
struct Statement {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    std::string account;
    std::optional<Day> from;
    Day until{};
};

/// A line of a statement, on record.
struct BankRecord {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    BankLine line;
};

/// A payer that is remembered for a client.
struct Payer {
    Recorded recorded;
    std::string account;
    std::string tax_id;
};

/// A bank line that was put aside; `line` is the entry of its record.
struct Dismissal {
    Recorded recorded;
    std::int64_t line = 0;
    std::string reason;
};

/// The day through which payments are known: the end of the unbroken run of imported days that holds the
/// latest one; of several own accounts the earliest such end. Nothing if no statement was imported.
std::optional<Day> known_through(const std::vector<Statement>& statements);

}  // namespace tracker
