// SPDX-License-Identifier: MIT
#include "tracker/bank/placing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_hints = 3;
constexpr std::size_t shortest_name = 5;  // bytes: a name of two letters stands in many a text

}  // namespace

Placing::Placing(Parties given) {
    std::unordered_map<ClientId, std::size_t> by_id;
    for (Client& client : given.clients) {
        const std::size_t party = parties_.size();
        by_id[client.id] = party;
        if (!client.tax_id.empty()) {
            by_tax_id_[client.tax_id].push_back(party);
            numbers_.add(client.tax_id, party);
        }
        if (std::string name = bare_name(client.name); name.size() >= shortest_name)
            names_.add(std::move(name), party);
        parties_.push_back({std::move(client), {}});
    }
    for (Contract& contract : given.contracts) {
        const std::size_t party = held(by_id, contract.client);
        by_contract_[contract.id] = party;
        numbers_.add(fold(contract.number), party);
        parties_[party].contracts.push_back(std::move(contract));
    }
    for (const auto& [client, payer] : given.payers) {
        const auto party = by_id.find(client);
        if (party == by_id.end()) continue;
        if (!payer.account.empty()) by_payer_account_[payer.account].push_back(party->second);
        if (!payer.tax_id.empty()) by_payer_tax_id_[payer.tax_id].push_back(party->second);
    }
}

/// The clients that the payer's tax id says, else those for whom the payer is remembered; each once.
Placing::Places Placing::payers_of(const BankLine& line) const {
    Places found;
    const auto look = [&](const Index& index, const std::string& key) {
        const auto parties = index.find(key);
        if (key.empty() || parties == index.end()) return;
        for (const std::size_t party : parties->second) {
            if (std::find(found.begin(), found.end(), party) == found.end()) found.push_back(party);
        }
    };
    look(by_tax_id_, line.payer_tax_id);
    if (!found.empty()) return found;
    look(by_payer_account_, line.payer_account);
    look(by_payer_tax_id_, line.payer_tax_id);
    return found;
}

Placement Placing::place(const BankLine& line) const {
    const Places found = payers_of(line);
    if (found.empty()) return {std::nullopt, "the payer is no client", hint(line)};
    return found.size() == 1 ? among(parties_[found.front()], line) : among(found, line);
}

Placement Placing::among(const Places& several, const BankLine& line) const {
    const std::string purpose = fold(line.purpose);
    std::vector<const Party*> named;
    for (const std::size_t party : several) {
        const auto& contracts = parties_[party].contracts;
        const bool stands = std::any_of(contracts.begin(), contracts.end(), [&](const Contract& contract) {
            return stands_in(fold(contract.number), purpose);
        });
        if (stands) named.push_back(&parties_[party]);
    }
    if (named.size() == 1) return among(*named.front(), line);
    return {std::nullopt, "several clients have this payer", parties_[several.front()].client.code};
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

/// The clients whose contract or tax id the purpose names, else those whose name the payer has or the purpose
/// names.
Placing::Places Placing::likely(const BankLine& line) const {
    Places likely = numbers_.in(fold(line.purpose), most_hints);
    if (likely.empty()) likely = names_.in(bare_name(line.payer), most_hints);
    if (likely.empty()) likely = names_.in(bare_name(line.purpose), most_hints);
    return likely;
}

std::string Placing::hint(const BankLine& line) const {
    std::string codes;
    for (const std::size_t party : likely(line)) {
        codes += (codes.empty() ? "" : ", ") + parties_[party].client.code;
    }
    return codes;
}

std::vector<ClientId> Placing::clients_of(const BankLine& line) const {
    Places found = payers_of(line);
    if (found.empty()) found = likely(line);
    std::vector<ClientId> clients;
    for (const std::size_t party : found) clients.push_back(parties_[party].client.id);
    return clients;
}

const Client& Placing::client_of(ContractId contract) const {
    return parties_[by_contract_.at(contract)].client;
}

Payment payment_of(const BankRecord& record) {
    Payment payment;
    payment.date = record.line.date;
    payment.amount = record.line.amount;
    const std::string& number = record.line.number.empty() ? record.line.reference : record.line.number;
    payment.reference = number.empty() ? "" : "№ " + number;
    payment.source = "bank " + record.line.account;
    payment.bank_line = record.recorded.entry;
    return payment;
}

}  // namespace tracker
