// SPDX-License-Identifier: MIT
// A bank statement becomes payments: each line is put on record, and placed where it is certain whose money
// it is.
#pragma once

#include <string>
#include <string_view>

#include "session.hpp"
#include "tracker/io/onec.hpp"

namespace tracker {

/// How the user said a bank's file is to be read.
struct StatementOptions {
    std::optional<std::string> as;   ///< csv, 1c or camt053
    std::optional<std::string> map;  ///< "NAME", or "NAME=date=...;amount=..." to keep it
};

/// A bank's statement in any of its formats, recognised from its content; nothing for a CSV file with the
/// tracker's own columns. A new map of columns is recorded in the session's open change.
std::optional<BankStatement> read_statement(Session& session, const std::string& bytes,
                                            const std::string& file, const StatementOptions& options);

/// Records the statement in the session's open change and says what became of its lines.
void import_statement(Session& session, const BankStatement& statement, const std::string& file);

/// Where a line belongs, or why that isn't certain.
struct Placement {
    std::optional<ContractId> contract;
    std::string reason;  ///< "the payer is no client", ...
    std::string hint;    ///< the likeliest client
};

/// Places lines by the rules of "Whose money is it": the payer's tax id, a remembered payer, the contract's
/// number in the purpose. Never a guess.
class Placing {
  public:
    explicit Placing(Session& session);
    [[nodiscard]] Placement place(const BankLine& line) const;
    [[nodiscard]] const Client& client_of(ContractId contract) const;
    [[nodiscard]] const Contract& contract(ContractId id) const;

  private:
    struct Party {
        Client client;
        std::vector<Contract> contracts;
        std::vector<Payer> payers;
    };
    [[nodiscard]] Placement among(const Party& party, const BankLine& line) const;
    [[nodiscard]] std::string hint(const BankLine& line) const;

    std::vector<Party> parties_;
};

/// The payment that a line is, before it is recorded.
Payment payment_of(const BankRecord& record);

/// The line's currency; where the format doesn't say, that of the own account's digits 6 to 8 ("RUB" of 810
/// and 643, "USD" of 840, ...); empty if they are none known.
std::string currency_of(const BankLine& line);

}  // namespace tracker
