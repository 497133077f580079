// SPDX-License-Identifier: MIT
// Which days a statement of camt.053 speaks for, and whether its balances fit its entries.
#pragma once

#include <cstddef>
#include <string>

#include "bank/camt/camt_lines.hpp"
#include "bank/camt/camt_message.hpp"
#include "bank/camt/camt_xml.hpp"

namespace tracker {

/// Appends the range of a `Stmt`, whose lines begin at `first_line`; none if nothing is dated. Throws
/// InputError for a range that ends before it begins.
void add_camt_range(const CamtXml& xml, const CamtPart& part, const std::string& account,
                    std::size_t first_line, CamtStatement& statement);

/// A remark where the booked balances differ by something else than what the entries moved.
void check_camt_balances(const CamtXml& xml, XmlNode node, const std::string& account, Money moved,
                         CamtStatement& statement);

}  // namespace tracker
