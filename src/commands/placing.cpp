// SPDX-License-Identifier: MIT
#include <algorithm>

#include "bank.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/// Whether the number stands in the purpose as a whole: "2/26" doesn't stand in "12/26", nor "12/26" in
/// "12/26-Н".
bool stands_in(const std::string& number, const std::string& purpose) {
    for (auto at = purpose.find(number); at != std::string::npos; at = purpose.find(number, at + 1)) {
        const auto end = at + number.size();
        const auto joins = [&](std::size_t sign, std::size_t beyond) {
            return (purpose[sign] == '/' || purpose[sign] == '-') && beyond < purpose.size() &&
                   is_word_byte(purpose[beyond]);
        };
        const bool open_left =
            at == 0 || !(is_word_byte(purpose[at - 1]) || (at > 1 && joins(at - 1, at - 2)));
        const bool open_right = end == purpose.size() || !(is_word_byte(purpose[end]) || joins(end, end + 1));
        // "№12/26" and "N12/26": the sign of a number joins nothing.
        const bool after_sign = at >= 3 && purpose.compare(at - 3, 3, "№") == 0;
        if ((open_left || after_sign) && open_right) return true;
    }
    return false;
}

}  // namespace

Placing::Placing(Session& session) {
    const Store& store = session.store();
    std::map<ClientId, std::vector<Contract>> contracts;
    for (Contract& contract : session.store().contracts())
        contracts[contract.client].push_back(std::move(contract));
    for (Client& client : session.store().clients()) {
        Party party;
        party.contracts = std::move(contracts[client.id]);
        party.payers = store.all<Payer>(client.id);
        party.client = std::move(client);
        parties_.push_back(std::move(party));
    }
}

Placement Placing::place(const BankLine& line) const {
    std::vector<const Party*> found;
    for (const Party& party : parties_) {
        if (!line.payer_tax_id.empty() && party.client.tax_id == line.payer_tax_id) found.push_back(&party);
    }
    if (found.empty()) {
        for (const Party& party : parties_) {
            const bool remembered =
                std::any_of(party.payers.begin(), party.payers.end(), [&](const Payer& payer) {
                    return (!payer.account.empty() && payer.account == line.payer_account) ||
                           (!payer.tax_id.empty() && payer.tax_id == line.payer_tax_id);
                });
            if (remembered) found.push_back(&party);
        }
    }
    if (found.empty()) return {std::nullopt, "the payer is no client", hint(line)};
    if (found.size() == 1) return among(*found.front(), line);
    std::vector<Placement> placed;
    for (const Party* party : found) {
        for (const Contract& contract : party->contracts) {
            if (stands_in(fold(contract.number), fold(line.purpose))) placed.push_back({contract.id, "", ""});
        }
    }
    if (placed.size() == 1) return placed.front();
    return {std::nullopt, "several clients have this payer", found.front()->client.code};
}

Placement Placing::among(const Party& party, const BankLine& line) const {
    const std::string& code = party.client.code;
    std::vector<const Contract*> named;
    std::vector<const Contract*> running;
    const std::string purpose = fold(line.purpose);
    for (const Contract& contract : party.contracts) {
        if (stands_in(fold(contract.number), purpose)) named.push_back(&contract);
        if (contract.in_force(line.date)) running.push_back(&contract);
    }
    const Contract* chosen = nullptr;
    if (party.contracts.size() == 1) chosen = &party.contracts.front();
    if (!chosen && named.size() == 1) chosen = named.front();
    if (!chosen && named.empty() && running.size() == 1) chosen = running.front();
    if (!chosen) {
        return {std::nullopt,
                party.contracts.empty() ? "the client has no contract" : "the client has several contracts",
                code};
    }
    const std::string currency = currency_of(line);
    if (!currency.empty() && currency != chosen->currency) {
        return {std::nullopt, fmt::format("it is in {}, the contract in {}", currency, chosen->currency),
                code};
    }
    return {chosen->id, "", ""};
}

std::string Placing::hint(const BankLine& line) const {
    const std::string purpose = fold(line.purpose);
    const std::string payer = fold(line.payer);
    for (const Party& party : parties_) {
        for (const Contract& contract : party.contracts) {
            if (stands_in(fold(contract.number), purpose)) return party.client.code;
        }
    }
    for (const Party& party : parties_) {
        if (!payer.empty() && fold(party.client.name) == payer) return party.client.code;
    }
    return "";
}

const Contract& Placing::contract(ContractId id) const {
    for (const Party& party : parties_) {
        for (const Contract& contract : party.contracts) {
            if (contract.id == id) return contract;
        }
    }
    throw NotFoundError("there is no such contract");
}

const Client& Placing::client_of(ContractId id) const {
    const ClientId wanted = contract(id).client;
    return std::find_if(parties_.begin(), parties_.end(),
                        [&](const Party& p) { return p.client.id == wanted; })
        ->client;
}

Payment payment_of(const BankRecord& record) {
    Payment payment;
    payment.date = record.line.date;
    payment.amount = record.line.amount;
    payment.reference = record.line.number.empty() ? "" : "№ " + record.line.number;
    payment.source = "bank " + record.line.account;
    payment.bank_line = record.recorded.entry;
    return payment;
}

std::string currency_of(const BankLine& line) {
    if (!line.currency.empty()) return line.currency;
    const std::string_view account = line.account;
    if (account.size() != 20) return "";
    const std::string_view digits = account.substr(5, 3);
    if (digits == "810" || digits == "643") return "RUB";
    if (digits == "840") return "USD";
    if (digits == "978") return "EUR";
    if (digits == "156") return "CNY";
    if (digits == "398") return "KZT";
    if (digits == "933") return "BYN";
    return "";
}

}  // namespace tracker
