// SPDX-License-Identifier: MIT
// Reads a booked entry (`Ntry`) and its transactions (`TxDtls`) as lines.
#include "bank/camt/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "bank/bank_values.hpp"
#include "bank/camt/values.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// An identifier; banks write a placeholder where there is none.
std::string given(XmlNode element) {
    auto text = text_of(element);
    if (text == "NOTPROVIDED" || text == "NONREF" || text == "0") text.clear();
    return text;
}

/// The identifier, if it is as long as a tax id.
std::string tax_id_in(XmlNode identifier) {
    std::string id = bank_tax_id(text_of(identifier));
    const bool number = id.find_first_not_of(digits) == std::string::npos;
    return number && (id.size() == 10 || id.size() == 12) ? id : "";
}

/// The identifier that is said to be a tax id, else the first that is as long as one.
std::string tax_id_of(XmlNode party) {
    std::string found;
    for (const auto kind : {"OrgId", "PrvtId"}) {
        for (const auto other : at(party, {"Id", kind}).children()) {
            if (local_name(other) != "Othr") continue;
            std::string id = tax_id_in(child(other, "Id"));
            if (id.empty()) continue;
            if (text_of(at(other, {"SchmeNm", "Cd"})) == "TXID") return id;
            if (found.empty()) found = std::move(id);
        }
    }
    return found;
}

/// Later versions wrap the party in a `Pty`.
XmlNode party_of(XmlNode parties, std::string_view name) {
    const auto outer = child(parties, name);
    const auto inner = child(outer, "Pty");
    return inner ? inner : outer;
}

/// Name and tax id, which banks put into the name where they have no other place for it.
void read_party(XmlNode party, std::string& name, std::string& tax_id) {
    BankParty read = read_bank_party(text_of(child(party, "Nm")));
    name = std::move(read.name);
    tax_id = tax_id_of(party);
    if (tax_id.empty()) tax_id = std::move(read.tax_id);
}

void join(std::string& text, const std::string& more) {
    if (!text.empty() && !more.empty()) text += ' ';
    text += more;
}

std::string purpose_of(XmlNode details) {
    const auto remittance = child(details, "RmtInf");
    std::string purpose;
    for (const auto part : remittance.children()) {
        if (local_name(part) == "Ustrd") join(purpose, text_of(part));
    }
    if (!purpose.empty()) return purpose;
    for (const auto part : remittance.children()) {
        if (local_name(part) != "Strd") continue;
        join(purpose, text_of(at(part, {"CdtrRefInf", "Ref"})));
        for (const auto more : part.children()) {
            if (local_name(more) == "AddtlRmtInf") join(purpose, text_of(more));
        }
    }
    if (purpose.empty()) purpose = text_of(child(details, "AddtlTxInf"));
    return purpose;
}

std::string reference_of(const std::string& of_entry, XmlNode details, std::size_t index) {
    if (of_entry.empty()) return given(at(details, {"Refs", "AcctSvcrRef"}));
    return index == 0 ? of_entry : fmt::format("{}/{}", of_entry, index);
}

/// Fills purpose and reference with what the entry itself says.
void read_camt_entry_texts(XmlNode entry, BankLine& line) {
    line.purpose = text_of(child(entry, "AddtlNtryInf"));
    line.reference = given(child(entry, "AcctSvcrRef"));
}

/// Fills payer and payee, purpose and number from the details; what they leave out stays as the entry
/// has it, so too without details (an empty node). `index` counts from 1 if the entry has
/// several, 0 if it is one line.
void read_camt_details(XmlNode details, std::size_t index, BankLine& line) {
    const auto parties = child(details, "RltdPties");
    const auto payer = party_of(parties, "Dbtr");
    const auto payee = party_of(parties, "Cdtr");
    read_party(payer, line.payer, line.payer_tax_id);
    line.payer_account = camt_account_number(child(parties, "DbtrAcct"));
    read_party(payee, line.payee, line.payee_tax_id);
    line.payee_account = camt_account_number(child(parties, "CdtrAcct"));
    if (auto purpose = purpose_of(details); !purpose.empty()) line.purpose = std::move(purpose);
    line.number = given(at(details, {"Refs", "EndToEndId"}));
    line.reference = reference_of(line.reference, details, index);
}

/// One `TxDtls`.
struct Details {
    XmlNode node;
    bool credit = false;
    bool returned = false;
    std::optional<Money> amount;  ///< in the entry's currency, and more than nothing
};

Direction direction_of(bool credit, bool returned) {
    if (!credit) return Direction::outgoing;
    // A reversed debit: the firm's own payment came back, which is no payment of a client.
    return returned ? Direction::unknown : Direction::incoming;
}

/// Whether entry or details are said to take back an earlier payment: by the codes that the standard has for
/// reversals by return, by request and of direct debits.
bool says_returned(XmlNode element) {
    const auto family = text_of(at(element, {"BkTxCd", "Domn", "Fmly", "SubFmlyCd"}));
    return child(element, "RtrInf") || family == "RRTN" || family == "RPCR" || family == "UPDD";
}

/// `Amt`, else `AmtDtls/TxAmt/Amt`; banks write 0 or the payer's currency in either.
std::optional<Money> amount_of(const CamtXml& xml, XmlNode details, const std::string& currency) {
    for (const auto amount : {child(details, "Amt"), at(details, {"AmtDtls", "TxAmt", "Amt"})}) {
        if (!amount) continue;
        const auto own = read_camt_currency(xml, amount);
        if (!own.empty() && !currency.empty() && own != currency) continue;
        if (const auto money = read_camt_amount(xml, amount); money.minor > 0) return money;
    }
    return std::nullopt;
}

std::vector<Details> details_of(const CamtXml& xml, XmlNode entry, const BankLine& line, bool credit,
                                bool returned) {
    std::vector<Details> all;
    for (const auto group : entry.children()) {
        if (local_name(group) != "NtryDtls") continue;
        for (const auto node : group.children()) {
            if (local_name(node) != "TxDtls") continue;
            const bool own = static_cast<bool>(child(node, "CdtDbtInd"));
            all.push_back({node, own ? read_camt_credit(xml, node, "transaction") : credit,
                           returned || says_returned(node), amount_of(xml, node, line.currency)});
        }
    }
    return all;
}

/// What the details sum up to, in the direction of their entry; nothing if one of them has no amount.
std::optional<Money> sum_of(const std::vector<Details>& all, bool credit) {
    Money sum;
    for (const auto& details : all) {
        if (!details.amount) return std::nullopt;
        sum = details.credit == credit ? sum + *details.amount : sum - *details.amount;
    }
    return sum;
}

/// Everything that the lines of the entry share.
BankLine entry_line(const CamtXml& xml, XmlNode entry) {
    BankLine line;
    line.line = xml.line(entry);
    const auto amount = child(entry, "Amt");
    if (text_of(amount).empty()) xml.refuse(entry, "the entry that begins here has no amount ('Amt')");
    line.amount = read_camt_amount(xml, amount);
    line.currency = read_camt_currency(xml, amount);
    auto date = read_camt_day_in(xml, child(entry, "BookgDt"));
    if (!date) date = read_camt_day_in(xml, child(entry, "ValDt"));
    if (!date) xml.refuse(entry, "the entry that begins here has no date ('BookgDt' or 'ValDt')");
    line.date = *date;
    line.document = text_of(at(entry, {"BkTxCd", "Prtry", "Cd"}));
    read_camt_entry_texts(entry, line);
    return line;
}

std::string about_reversal(const BankLine& line, bool credit) {
    return fmt::format("line {}: {} {}", line.line, format(line.amount),
                       credit ? "is a reversed debit: an own payment came back, nobody has paid"
                              : "is a reversed credit: the bank took back a payment");
}

}  // namespace

std::string camt_account_number(XmlNode account) {
    const auto id = child(account, "Id");
    auto number = given(child(id, "IBAN"));
    if (number.empty()) number = given(at(id, {"Othr", "Id"}));
    number.erase(std::remove(number.begin(), number.end(), ' '), number.end());
    return number;
}

CamtOwner read_camt_owner(XmlNode account) {
    CamtOwner owner;
    owner.account = camt_account_number(account);
    const auto party = child(account, "Ownr");
    std::string name;
    std::string tax_id;
    read_party(child(party, "Pty") ? child(party, "Pty") : party, name, tax_id);
    if (!name.empty()) owner.names.insert(fold(name));
    if (!tax_id.empty()) owner.tax_ids.insert(std::move(tax_id));
    return owner;
}

Money read_camt_entry(const CamtXml& xml, XmlNode entry, CamtStatement& statement) {
    auto line = entry_line(xml, entry);
    const bool credit = read_camt_credit(xml, entry, "entry");
    const Money moved = credit ? line.amount : -line.amount;
    const auto all =
        details_of(xml, entry, line, credit, is_true(child(entry, "RvslInd")) || says_returned(entry));
    const bool returned =
        all.empty() ? is_true(child(entry, "RvslInd")) || says_returned(entry)
                    : std::any_of(all.begin(), all.end(), [](const Details& d) { return d.returned; });
    line.direction = direction_of(credit, returned);
    if (returned) statement.remarks.push_back(about_reversal(line, credit));
    const auto sum = sum_of(all, credit);
    if (all.size() > 1 && sum == line.amount) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto part = line;
            part.amount = *all[i].amount;
            part.direction = direction_of(all[i].credit, all[i].returned);
            read_camt_details(all[i].node, i + 1, part);
            // Not the whole entry: a collection of thousands would be kept thousands of times.
            part.raw = xml.raw(all[i].node);
            statement.returned.push_back(all[i].returned);
            statement.lines.push_back(std::move(part));
        }
        return moved;
    }
    // What was booked is certain, whatever the details say; they can differ by the bank's charges.
    if (all.size() > 1) {
        statement.remarks.push_back(fmt::format(
            "line {}: one line of {}: its {} transactions {}", line.line, format(line.amount), all.size(),
            sum ? fmt::format("sum up to {}", format(*sum)) : "don't all have an amount of its currency"));
    } else if (all.size() == 1 && sum && sum != line.amount) {
        statement.remarks.push_back(fmt::format("line {}: {} was booked, but its transaction says {}",
                                                line.line, format(line.amount), format(*sum)));
    }
    read_camt_details(all.size() == 1 ? all[0].node : XmlNode{}, 0, line);
    line.raw = xml.raw(entry);
    statement.returned.push_back(returned);
    statement.lines.push_back(std::move(line));
    return moved;
}

}  // namespace tracker
