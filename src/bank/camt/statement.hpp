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

/// A statement while it is read: directions, parties and currencies of its lines are set once the whole is
/// known.
struct CamtStatement : BankStatement {
    std::vector<BankLine> lines;
    std::vector<bool> returned;           ///< of each line: the reversal or return of an earlier one
    std::unordered_set<std::string> own;  ///< the accounts, to be found fast
};

/// A `Stmt`, and the `GrpHdr` of its message.
struct CamtPart {
    XmlNode node;
    XmlNode header;
    bool first = false;  ///< of its message
};

/// Whose the account of a `Stmt` is: `Acct`, its `Ownr`.
struct CamtOwner {
    std::string account;
    std::unordered_set<std::string> tax_ids;
    std::unordered_set<std::string> names;  ///< folded
};
CamtOwner read_camt_owner(XmlNode account);

/// Gives the lines from the first one on their sides: a reversal, or a payment that is returned, keeps debtor
/// and creditor of the payment that it takes back, and goes the other way. The account of the statement says
/// who is on this side; who is on the other is the payee of what went out, the payer of what came.
void turn_camt_parties(CamtOwner owner, std::size_t first_line, CamtStatement& statement);

/// An account's number: `IBAN`, else `Othr/Id`, without spaces; empty if there is none.
std::string camt_account_number(XmlNode account);

/// Appends the lines of a booked entry, all but their account and occurrence, and remarks. Gives back what
/// the entry did to the account's balance. Throws InputError, see read_camt053.
Money read_camt_entry(const CamtXml& xml, XmlNode entry, CamtStatement& statement);

/// Appends the range of a `Stmt`, whose lines begin at `first_line`; none if nothing is dated. Throws
/// InputError for a range that ends before it begins.
void add_camt_range(const CamtXml& xml, const CamtPart& part, const std::string& account,
                    std::size_t first_line, CamtStatement& statement);

/// A remark where the booked balances differ by something else than what the entries moved, or don't say
/// their sign. Throws InputError where money moved, but no entry is there (`any`).
void check_camt_balances(const CamtXml& xml, XmlNode node, const std::string& account, Money moved, bool any,
                         CamtStatement& statement);

}  // namespace tracker
