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

/// Whether the money left the line's account, so far as the line shows it; of a transfer, too.
bool went_out(const BankLine& line);

/// What tells a line from others of its own format, as one text: own account, booking date, amount, number,
/// and the bank's reference; where there is none, payer's account and tax id, and purpose.
std::string identity(const BankLine& line);

/// Whether lines of two formats, which word and fill the same line differently, are the same line.
enum class Likeness : std::uint8_t {
    different,  ///< they contradict each other
    doubtful,   ///< nothing that both give confirms it, nor contradicts
    same,       ///< a reference that both give is the same, or name and purpose are
};

/// Compares two lines of equal date and amount; `same_format` where the formats are. Lines of one format that
/// fill the same references are left to identity().
Likeness likeness(const BankLine& a, const BankLine& b, bool same_format);

/// A payment recorded without the bank that one of the same day and amount, recorded by `change` from the
/// bank, may be again; nullptr if there is none.
const Payment* typed_before(const std::vector<Payment>& payments, ChangeNumber change);

/// The line's currency; where the format doesn't say, that of the own account's digits 6 to 8 ("RUB" of 810
/// and 643, "USD" of 840, ...); empty if they are none known.
std::string currency_of(const BankLine& line);

/// Days that no statement of an account speaks for, between two that do; both included.
struct StatementGap {
    Day from{};
    Day until{};
    bool operator==(const StatementGap&) const = default;
};

/// What the statements on record say of one own account.
struct AccountCoverage {
    std::string account;
    std::optional<Day> from;   ///< the first day; nothing where no statement gives its beginning
    std::optional<Day> until;  ///< the last day; nothing without statements
    std::vector<StatementGap> gaps;
    std::optional<OwnAccount> said;  ///< the last word of the user
    /// Whether the user has said that it is not the firm's.
    [[nodiscard]] bool foreign() const;
    /// Whether the firm still expects statements of it: not foreign, and not closed on a day they reach.
    [[nodiscard]] bool counts() const;
};

/// The firm's accounts, by number. Statements of no account count for the only other one. A statement without
/// a beginning goes on from the one before it, so that no gap is claimed there.
std::vector<AccountCoverage> coverage_of(const std::vector<Statement>& statements,
                                         const std::vector<OwnAccount>& said);

/// The day through which payments are known: the end of the unbroken run of imported days that holds the
/// latest one; of several own accounts that count the earliest such end. Nothing if there is no statement.
std::optional<Day> known_through(const std::vector<AccountCoverage>& accounts);

}  // namespace tracker
