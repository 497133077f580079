// SPDX-License-Identifier: MIT
// Whose money a bank line is, by the rules of "Whose money is it": the payer's tax id, a remembered payer,
// the contract's number in the purpose. Never a guess.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tracker/base/phrases.hpp"
#include "tracker/facts/bank.hpp"
#include "tracker/facts/facts.hpp"

namespace tracker {

/// Where a line belongs, or why that isn't certain.
struct Placement {
    std::optional<ContractId> contract;
    std::string reason;  ///< "the payer is no client", ...
    std::string hint;    ///< codes of the likeliest clients
};

/// Those whose money it may be.
struct Parties {
    std::vector<Client> clients;
    std::vector<Contract> contracts;
    std::vector<std::pair<ClientId, Payer>> payers;  ///< who are remembered
};

class Placing {
  public:
    explicit Placing(Parties parties);
    [[nodiscard]] Placement place(const BankLine& line) const;
    [[nodiscard]] const Client& client_of(ContractId contract) const;
    /// The clients whose money it is, or may be: the payer's, else those that the purpose names.
    [[nodiscard]] std::vector<ClientId> clients_of(const BankLine& line) const;

  private:
    struct Party {
        Client client;
        std::vector<Contract> contracts;
    };
    using Places = std::vector<std::size_t>;  ///< in parties_
    using Index = std::unordered_map<std::string, Places>;

    [[nodiscard]] Places payers_of(const BankLine& line) const;
    [[nodiscard]] Placement among(const Party& party, const BankLine& line) const;
    [[nodiscard]] Placement among(const Places& several, const BankLine& line) const;
    [[nodiscard]] Places likely(const BankLine& line) const;
    [[nodiscard]] std::string hint(const BankLine& line) const;

    std::vector<Party> parties_;
    Index by_tax_id_;
    Index by_payer_account_;  ///< remembered ones
    Index by_payer_tax_id_;
    std::unordered_map<ContractId, std::size_t> by_contract_;
    Phrases numbers_;  ///< of contracts, folded
    Phrases names_;    ///< of clients, as bare_name() gives them
};

/// The payment that a line is, before it is recorded.
Payment payment_of(const BankRecord& record);

}  // namespace tracker
