// SPDX-License-Identifier: MIT
// Whose money a bank line is, by the rules of "Whose money is it": the payer's tax id, a remembered payer,
// the contract's number in the purpose. Never a guess.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tracker/bank/purpose.hpp"
#include "tracker/base/message.hpp"
#include "tracker/base/phrases.hpp"
#include "tracker/facts/bank.hpp"
#include "tracker/facts/facts.hpp"

namespace tracker {

/// Where a line belongs, or why that isn't certain.
struct Placement {
    std::optional<ContractId> contract;
    std::optional<Message> reason;  ///< why it isn't certain: "the payer is no client", ...
    std::string hint;               ///< codes of the likeliest clients
};

/// The contracts for which money came from an account, by the account.
using PayingAccounts = std::unordered_map<std::string, std::vector<ContractId>>;

/// Those whose money it may be.
struct Parties {
    std::vector<Client> clients;
    std::vector<Contract> contracts;
    std::vector<std::pair<ClientId, Payer>> payers;  ///< who are remembered
    /// Asked once, when money went to an account of which nobody is said to be the owner.
    std::function<PayingAccounts()> paying_accounts;
};

class Placing {
  public:
    explicit Placing(Parties parties);
    /// Of a line that came in.
    [[nodiscard]] Placement place(const BankLine& line) const;
    [[nodiscard]] const Client& client_of(ContractId contract) const;
    /// The clients whose money it is, or may be: the payer's, and those that the purpose names.
    [[nodiscard]] std::vector<ClientId> clients_of(const BankLine& line) const;
    /// The clients to whom money of the firm went, by tax id and account; nobody is guessed by a name.
    [[nodiscard]] std::vector<ClientId> paid_to(const BankLine& line) const;
    [[nodiscard]] std::string codes_of(const std::vector<ClientId>& clients) const;

  private:
    struct Numbered {
        Contract contract;
        ContractNumber number;
    };
    struct Party {
        Client client;
        std::vector<std::string> name;  ///< its words, as bare_name() gives them
        std::vector<Numbered> contracts;
    };
    struct Remembered {
        std::size_t party = 0;
        ContractId contract = 0;  ///< for which it pays; 0 where the purpose says it
    };
    struct NumberOf {
        std::size_t party = 0;
        std::size_t contract = 0;  ///< among the party's
    };
    using Places = std::vector<std::size_t>;  ///< in parties_
    template <class Held>
    using Index = std::unordered_map<std::string, std::vector<Held>>;

    void add_client(Client&& client);
    void add_contract(Contract&& contract);
    void add_payer(ClientId client, const Payer& payer);

    [[nodiscard]] Places payers_of(const std::string& tax_id, const std::string& account) const;
    [[nodiscard]] Placement among(std::size_t party, const BankLine& line, const Purpose& purpose) const;
    [[nodiscard]] Placement among(const Places& several, const BankLine& line, const Purpose& purpose) const;
    [[nodiscard]] Placement in_currency(const Party& party, const Contract& contract,
                                        const BankLine& line) const;
    [[nodiscard]] const Numbered* remembered_for(std::size_t party, const BankLine& line) const;
    [[nodiscard]] Places others_named(const Places& payers, const BankLine& line,
                                      const Purpose& purpose) const;
    [[nodiscard]] Places named_by_tax_id(const Purpose& purpose) const;
    [[nodiscard]] std::vector<NumberOf> named_by_number(const Purpose& purpose) const;
    [[nodiscard]] Places likely(const BankLine& line, const Purpose& purpose) const;
    [[nodiscard]] std::string codes(const Places& places) const;

    std::vector<Party> parties_;
    std::unordered_map<ClientId, std::size_t> by_client_;
    Index<std::size_t> by_tax_id_;
    Index<Remembered> by_payer_account_;
    Index<Remembered> by_payer_tax_id_;
    std::unordered_map<ContractId, std::size_t> by_contract_;
    Index<NumberOf> by_number_;  ///< by the first word of a contract's number
    Phrases names_;              ///< of clients, as bare_name() gives them
    std::function<PayingAccounts()> ask_paying_accounts_;
    mutable std::optional<PayingAccounts> paying_accounts_;
};

/// The payment that a line is, of no record; of money that went out, a refund.
Payment payment_of(const BankLine& line, Direction direction);
/// The same of a line on record, before the payment is.
Payment payment_of(const BankRecord& record, Direction direction);

}  // namespace tracker
