// SPDX-License-Identifier: MIT
// What the firm's bank said: the lines of its statements and the days that they speak for (bank statements as
// facts).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/facts.hpp"

namespace tracker {

/// What a file says of a line. `own_transfer`: it shows both accounts as its own; what else goes between the
/// firm's accounts is told by the accounts that are known to be the firm's on the day it is asked.
enum class Direction : std::uint8_t { incoming, outgoing, own_transfer, unknown };

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

/// A line of another file that says again what is on record: it adds nothing, and is the reason why the
/// record stays when the file that brought it is taken back.
struct Sighting {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    std::size_t place = 0;  ///< its line in that file
    std::int64_t line = 0;  ///< the entry of the record that was there already
    std::string raw;        ///< empty where it is the record's own
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

/// What the user has said of an account, over what the statements on record say.
struct OwnAccount {
    enum class Standing : std::uint8_t {
        own,      ///< the firm's, though no statement of it may be on record
        closed,   ///< the firm's, with no more statements to come after `date`
        foreign,  ///< not the firm's, whatever a file claims
    };
    Recorded recorded;
    std::string account;
    Standing standing = Standing::own;
    std::optional<Day> date;  ///< the last day of a closed account
    std::string note;
};

}  // namespace tracker
