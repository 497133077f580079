// SPDX-License-Identifier: MIT
// What the parts of the camt.053 reader share: a statement while it is read, its entries, range and balances.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "bank/camt/xml.hpp"
#include "tracker/bank/statement.hpp"

namespace tracker {

/// A statement while it is read: directions and currencies of its lines are set once the whole is known.
struct CamtStatement : BankStatement {
    std::vector<BankLine> lines;
    std::unordered_set<std::string> own;  ///< the accounts, to be found fast
};

/// A `Stmt`, and the `GrpHdr` of its message.
struct CamtPart {
    XmlNode node;
    XmlNode header;
    bool first = false;  ///< of its message
};

/// An account's number: `IBAN`, else `Othr/Id`, without spaces; empty if there is none.
std::string camt_account_number(XmlNode account);

/// Appends the lines of a booked entry, all but their account and occurrence, and remarks. Gives back what
/// the entry did to the account's balance. Throws InputError, see read_camt053.
Money read_camt_entry(const CamtXml& xml, XmlNode entry, CamtStatement& statement);

/// Appends the range of a `Stmt`, whose lines begin at `first_line`; none if nothing is dated. Throws
/// InputError for a range that ends before it begins.
void add_camt_range(const CamtXml& xml, const CamtPart& part, const std::string& account,
                    std::size_t first_line, CamtStatement& statement);

/// A remark where the booked balances differ by something else than what the entries moved.
void check_camt_balances(const CamtXml& xml, XmlNode node, const std::string& account, Money moved,
                         CamtStatement& statement);

}  // namespace tracker
