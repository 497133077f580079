// SPDX-License-Identifier: MIT
// What lines of statements are compared by: shared by the comparison of two and the search among many.
#pragma once

#include <string>
#include <string_view>

#include "tracker/facts/bank.hpp"

namespace tracker::alike {

/// The number of a payment order: the Bank of Russia's are digits, at most six; leading zeros mean nothing.
/// Empty if it is none.
std::string_view order_number(std::string_view number);

/// The letters and digits of a text: banks differ in blanks, quotes, dashes and line breaks.
std::string bare(std::string_view text);

/// Whether one of two bare texts begins as the whole other is: some formats cut a purpose short.
bool agree(std::string_view a, std::string_view b);

struct Party {
    const std::string& name;
    const std::string& account;
    const std::string& tax_id;
};

/// Whoever is on the other side of the line.
Party party_of(const BankLine& line);

/// Which way the money went, seen from the line's account: a transfer that came in is `incoming`, whether or
/// not its file shows that the other account is the firm's, too.
Direction way_of(const BankLine& line);

/// Which of what a format may leave out the line has, a bit each: its account, number and reference, the
/// other side's account and tax id.
unsigned filled(const BankLine& line);

}  // namespace tracker::alike
