// SPDX-License-Identifier: MIT
// From one booked entry of camt.053 to its lines. Knows nothing of the statement around it.
#pragma once

#include "bank/camt/camt_lines.hpp"
#include "bank/camt/camt_xml.hpp"

namespace tracker {

/// Appends the lines of a booked entry, all but their account and occurrence, and remarks. Gives back what
/// the entry did to the account's balance. Throws InputError, see read_camt053.
Money read_camt_entry(const CamtXml& xml, XmlNode entry, CamtStatement& statement);

}  // namespace tracker
