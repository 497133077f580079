// SPDX-License-Identifier: MIT
#include "bank/camt/camt_details.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tracker {
namespace {

/// An identifier; banks write a placeholder where there is none.
std::string given(XmlNode element) {
    auto text = text_of(element);
    if (text == "NOTPROVIDED" || text == "NONREF" || text == "0") text.clear();
    return text;
}

bool reads_as_tax_id(std::string_view text) {
    return (text.size() == 10 || text.size() == 12) &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The identifier that is said to be a tax id, else the first that is as long as one.
std::string tax_id_of(XmlNode party) {
    std::string found;
    for (const auto kind : {"OrgId", "PrvtId"}) {
        for (const auto other : at(party, {"Id", kind}).children()) {
            if (local_name(other) != "Othr") continue;
            auto id = text_of(child(other, "Id"));
            if (!reads_as_tax_id(id)) continue;
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

}  // namespace

std::string camt_account_number(XmlNode account) {
    const auto id = child(account, "Id");
    auto number = given(child(id, "IBAN"));
    if (number.empty()) number = given(at(id, {"Othr", "Id"}));
    number.erase(std::remove(number.begin(), number.end(), ' '), number.end());
    return number;
}

void read_camt_entry_texts(XmlNode entry, BankLine& line) {
    line.purpose = text_of(child(entry, "AddtlNtryInf"));
    line.reference = given(child(entry, "AcctSvcrRef"));
}

void read_camt_details(XmlNode details, std::size_t index, BankLine& line) {
    const auto parties = child(details, "RltdPties");
    const auto payer = party_of(parties, "Dbtr");
    const auto payee = party_of(parties, "Cdtr");
    line.payer = text_of(child(payer, "Nm"));
    line.payer_account = camt_account_number(child(parties, "DbtrAcct"));
    line.payer_tax_id = tax_id_of(payer);
    line.payee = text_of(child(payee, "Nm"));
    line.payee_account = camt_account_number(child(parties, "CdtrAcct"));
    line.payee_tax_id = tax_id_of(payee);
    if (auto purpose = purpose_of(details); !purpose.empty()) line.purpose = std::move(purpose);
    line.number = given(at(details, {"Refs", "EndToEndId"}));
    line.reference = reference_of(line.reference, details, index);
}

}  // namespace tracker
