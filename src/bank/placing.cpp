// SPDX-License-Identifier: MIT
#include "tracker/bank/placing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bank/names.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_hints = 3;
constexpr std::size_t shortest_name = 5;  // bytes: a name of two letters stands in many a text

template <class Held>
bool holds(const std::vector<Held>& values, const Held& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <class Held>
void add_once(std::vector<Held>& values, const Held& value) {
    if (!holds(values, value)) values.push_back(value);
}

}  // namespace

Placing::Placing(Parties given) : ask_paying_accounts_(std::move(given.paying_accounts)) {
    for (Client& client : given.clients) add_client(std::move(client));
    for (Contract& contract : given.contracts) add_contract(std::move(contract));
    for (const auto& [client, payer] : given.payers) add_payer(client, payer);
}

void Placing::add_client(Client&& client) {
    const std::size_t party = parties_.size();
    by_client_[client.id] = party;
    if (!client.tax_id.empty()) by_tax_id_[client.tax_id].push_back(party);
    std::string name = bare_name(client.name);
    std::vector<std::string> words = words_of_name(name);
    if (name.size() >= shortest_name) names_.add(std::move(name), party);
    parties_.push_back({std::move(client), std::move(words), {}});
}

void Placing::add_contract(Contract&& contract) {
    const std::size_t party = held(by_client_, contract.client);
    by_contract_[contract.id] = party;
    std::vector<Numbered>& contracts = parties_[party].contracts;
    ContractNumber number(contract.number);
    if (!number.words().empty()) by_number_[number.words().front()].push_back({party, contracts.size()});
    contracts.push_back({std::move(contract), std::move(number)});
}

void Placing::add_payer(ClientId client, const Payer& payer) {
    const auto party = by_client_.find(client);
    if (party == by_client_.end()) return;
    const Remembered remembered{party->second, payer.contract};
    if (!payer.account.empty()) by_payer_account_[payer.account].push_back(remembered);
    if (!payer.tax_id.empty()) by_payer_tax_id_[payer.tax_id].push_back(remembered);
}

/// The clients that the tax id says, else those for whom the payer is remembered; each once.
Placing::Places Placing::payers_of(const std::string& tax_id, const std::string& account) const {
    Places found;
    if (const auto clients = by_tax_id_.find(tax_id); !tax_id.empty() && clients != by_tax_id_.end())
        return clients->second;
    const auto look = [&](const Index<Remembered>& index, const std::string& key) {
        const auto payers = index.find(key);
        if (key.empty() || payers == index.end()) return;
        for (const Remembered& payer : payers->second) add_once(found, payer.party);
    };
    look(by_payer_account_, account);
    look(by_payer_tax_id_, tax_id);
    return found;
}

Placement Placing::place(const BankLine& line) const {
    const Purpose purpose(line.purpose);
    const Places payers = payers_of(line.payer_tax_id, line.payer_account);
    if (payers.empty()) return {std::nullopt, Message("waits.no-client"), codes(likely(line, purpose))};
    if (const Places others = others_named(payers, line, purpose); !others.empty())
        return {std::nullopt, Message("waits.another-client"), codes(others)};
    return payers.size() == 1 ? among(payers.front(), line, purpose) : among(payers, line, purpose);
}

/// Whoever pays, it may be for another: those whose tax id the purpose says, or whose name with a number of a
/// contract of theirs; unless it says a number that is the payer's alone.
Placing::Places Placing::others_named(const Places& payers, const BankLine& line,
                                      const Purpose& purpose) const {
    Places others;
    for (const std::size_t party : named_by_tax_id(purpose)) {
        if (!holds(payers, party) && parties_[party].client.tax_id != line.payer_tax_id)
            add_once(others, party);
    }
    const std::vector<NumberOf> numbers = named_by_number(purpose);
    std::optional<std::vector<std::string>> words;  // of the purpose; few lines need them
    for (const NumberOf& number : numbers) {
        if (holds(payers, number.party) || holds(others, number.party)) continue;
        if (!words) words = words_of_name(bare_name(line.purpose));
        if (name_stands_in(parties_[number.party].name, *words)) others.push_back(number.party);
    }
    if (others.empty()) return others;
    for (const NumberOf& number : numbers) {
        if (!holds(payers, number.party)) continue;
        const ContractNumber& own = parties_[number.party].contracts[number.contract].number;
        const bool shared = std::any_of(numbers.begin(), numbers.end(), [&](const NumberOf& other) {
            return holds(others, other.party) &&
                   parties_[other.party].contracts[other.contract].number.words() == own.words();
        });
        if (!shared && purpose.names(own) == Naming::certain) return {};
    }
    return others;
}

Placement Placing::among(const Places& several, const BankLine& line, const Purpose& purpose) const {
    Places named;
    for (const std::size_t party : several) {
        const auto& contracts = parties_[party].contracts;
        const bool stands = std::any_of(contracts.begin(), contracts.end(), [&](const Numbered& numbered) {
            return purpose.names(numbered.number) == Naming::certain;
        });
        if (stands) named.push_back(party);
    }
    if (named.size() == 1) return among(named.front(), line, purpose);
    return {std::nullopt, Message("waits.several-clients"), codes({several.front()})};
}

Placement Placing::among(std::size_t place, const BankLine& line, const Purpose& purpose) const {
    const Party& party = parties_[place];
    const std::string& code = party.client.code;
    if (party.contracts.empty()) return {std::nullopt, Message("waits.no-contract"), code};
    if (party.contracts.size() == 1) return in_currency(party, party.contracts.front().contract, line);
    std::vector<const Numbered*> named;
    std::vector<const Numbered*> perhaps;
    std::vector<const Numbered*> running;
    for (const Numbered& numbered : party.contracts) {
        const Naming naming = purpose.names(numbered.number);
        if (naming == Naming::certain) named.push_back(&numbered);
        if (naming == Naming::perhaps) perhaps.push_back(&numbered);
        if (numbered.contract.in_force(line.date)) running.push_back(&numbered);
    }
    if (named.size() == 1) return in_currency(party, named.front()->contract, line);
    if (!named.empty()) return {std::nullopt, Message("waits.several-contracts"), code};
    const Numbered* chosen = remembered_for(place, line);
    if (chosen && !chosen->contract.in_force(line.date))
        return {std::nullopt, Message("waits.not-in-force", {{"contract", chosen->contract.number}}), code};
    if (!chosen && running.size() == 1) chosen = running.front();
    if (!chosen) return {std::nullopt, Message("waits.several-contracts"), code};
    for (const Numbered* other : perhaps) {
        if (other == chosen) continue;
        return {std::nullopt, Message("waits.may-name", {{"contract", other->contract.number}}), code};
    }
    return in_currency(party, chosen->contract, line);
}

Placement Placing::in_currency(const Party& party, const Contract& contract, const BankLine& line) const {
    const std::string currency = currency_of(line);
    if (currency.empty() || currency == contract.currency) return {contract.id, std::nullopt, ""};
    return {std::nullopt,
            Message("waits.currency", {{"currency", currency}, {"of_contract", contract.currency}}),
            party.client.code};
}

/// The contract for which the payer is remembered, its account counting for more than its tax id.
const Placing::Numbered* Placing::remembered_for(std::size_t party, const BankLine& line) const {
    const auto look = [&](const Index<Remembered>& index, const std::string& key) -> const Numbered* {
        const auto payers = index.find(key);
        if (key.empty() || payers == index.end()) return nullptr;
        for (const Remembered& payer : payers->second) {
            if (payer.party != party || payer.contract == 0) continue;
            for (const Numbered& numbered : parties_[party].contracts) {
                if (numbered.contract.id == payer.contract) return &numbered;
            }
        }
        return nullptr;
    };
    const Numbered* found = look(by_payer_account_, line.payer_account);
    return found ? found : look(by_payer_tax_id_, line.payer_tax_id);
}

Placing::Places Placing::named_by_tax_id(const Purpose& purpose) const {
    Places named;
    for (const std::string& tax_id : purpose.tax_ids()) {
        const auto parties = by_tax_id_.find(tax_id);
        if (parties == by_tax_id_.end()) continue;
        for (const std::size_t party : parties->second) add_once(named, party);
    }
    return named;
}

/// The contracts whose numbers stand in the purpose, perhaps at least.
std::vector<Placing::NumberOf> Placing::named_by_number(const Purpose& purpose) const {
    std::vector<NumberOf> named;
    std::vector<std::string_view> looked;
    const auto look = [&](const std::string& word) {
        if (word.empty() || std::find(looked.begin(), looked.end(), word) != looked.end()) return;
        looked.push_back(word);
        const auto numbers = by_number_.find(word);
        if (numbers == by_number_.end()) return;
        for (const NumberOf& number : numbers->second) {
            const ContractNumber& own = parties_[number.party].contracts[number.contract].number;
            if (purpose.names(own) != Naming::no) named.push_back(number);
        }
    };
    for (const PurposeWord& word : purpose.words()) {
        look(word.text);
        look(word.whole);
        look(word.joined);
    }
    return named;
}

/// The clients whose tax id or contract the purpose names, else those whose name the payer has or the purpose
/// names.
Placing::Places Placing::likely(const BankLine& line, const Purpose& purpose) const {
    Places likely = named_by_tax_id(purpose);
    for (const NumberOf& number : named_by_number(purpose)) {
        if (likely.size() == most_hints) break;
        add_once(likely, number.party);
    }
    if (likely.empty()) likely = names_.in(bare_name(line.payer), most_hints);
    if (likely.empty()) likely = names_.in(bare_name(line.purpose), most_hints);
    return likely;
}

std::string Placing::codes(const Places& places) const {
    std::string codes;
    for (const std::size_t party : places) codes += (codes.empty() ? "" : ", ") + parties_[party].client.code;
    return codes;
}

std::string Placing::codes_of(const std::vector<ClientId>& clients) const {
    Places places;
    for (const ClientId client : clients) places.push_back(by_client_.at(client));
    return codes(places);
}

std::vector<ClientId> Placing::clients_of(const BankLine& line) const {
    const Purpose purpose(line.purpose);
    Places found = payers_of(line.payer_tax_id, line.payer_account);
    const Places more = found.empty() ? likely(line, purpose) : others_named(found, line, purpose);
    for (const std::size_t party : more) add_once(found, party);
    std::vector<ClientId> clients;
    for (const std::size_t party : found) clients.push_back(parties_[party].client.id);
    return clients;
}

std::vector<ClientId> Placing::paid_to(const BankLine& line) const {
    Places found = payers_of(line.payee_tax_id, line.payee_account);
    // Where the bank takes a payment back, the payer stays who it was.
    if (found.empty() && line.payer_account != line.account)
        found = payers_of(line.payer_tax_id, line.payer_account);
    if (found.empty() && line.payee_tax_id.empty() && !line.payee_account.empty() && ask_paying_accounts_) {
        if (!paying_accounts_) paying_accounts_ = ask_paying_accounts_();
        if (const auto paid = paying_accounts_->find(line.payee_account); paid != paying_accounts_->end()) {
            for (const ContractId contract : paid->second) {
                const auto party = by_contract_.find(contract);
                if (party != by_contract_.end()) add_once(found, party->second);
            }
        }
        // An account from which several clients' money came is a bank's.
        if (found.size() > 1) found.clear();
    }
    std::vector<ClientId> clients;
    for (const std::size_t party : found) clients.push_back(parties_[party].client.id);
    return clients;
}

const Client& Placing::client_of(ContractId contract) const {
    return parties_[by_contract_.at(contract)].client;
}

Payment payment_of(const BankLine& line, Direction direction) {
    Payment payment;
    payment.date = line.date;
    payment.amount = direction == Direction::outgoing ? -line.amount : line.amount;
    const std::string& number = line.number.empty() ? line.reference : line.number;
    payment.reference = number.empty() ? "" : "№ " + number;
    payment.source = "bank " + line.account;
    return payment;
}

Payment payment_of(const BankRecord& record, Direction direction) {
    Payment payment = payment_of(record.line, direction);
    payment.bank_line = record.recorded.entry;
    return payment;
}

}  // namespace tracker
