// SPDX-License-Identifier: MIT
// What a `TxDtls` says of one payment: parties, purpose, number. Judges no amount.
#pragma once

#include <string>

#include "bank/camt/camt_xml.hpp"
#include "tracker/facts/bank.hpp"

namespace tracker {

/// An account's number: `IBAN`, else `Othr/Id`, without spaces; empty if there is none.
std::string camt_account_number(XmlNode account);

/// Fills purpose and reference with what the entry itself says.
void read_camt_entry_texts(XmlNode entry, BankLine& line);

/// Fills payer and payee, purpose and number from the details; where they are silent, what the entry said
/// stays. Without details (an empty node) only the entry speaks. `index` counts from 1 if the entry has
/// several, 0 if it is one line.
void read_camt_details(XmlNode details, std::size_t index, BankLine& line);

}  // namespace tracker
