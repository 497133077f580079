// SPDX-License-Identifier: MIT
// What the lines of statements say about each other: which are the same line, whose currency.
#pragma once

#include <string>

#include "tracker/facts/bank.hpp"

namespace tracker {

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

/// The line's currency; where the format doesn't say, that of the own account's digits 6 to 8 ("RUB" of 810
/// and 643, "USD" of 840, ...); empty if they are none known.
std::string currency_of(const BankLine& line);

}  // namespace tracker
