// SPDX-License-Identifier: MIT
// From what a person typed to the client, contract, kind or obligation that is meant; never a guess.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tracker/session/session.hpp"

namespace tracker {

/// The client named by its code, tax id, any part of its name, or a number of a contract, whatever the case,
/// "ё" and "е" being the same. Throws NotFoundError with the candidates or the nearest codes.
Client find_client(Session& session, const std::string& text);

/// A contract as it is named beside its client: its number, or "number@starts" where the client has two of
/// that number.
std::string contract_reference(const Contract& contract, const std::vector<Contract>& contracts_of_client);

/// The client's contract: of the number if one is given (whatever the case), else the only one, else the only
/// one that covers the day. Throws NotFoundError with the candidates.
Contract find_contract(Session& session, const Client& client, const std::optional<std::string>& number,
                       Day day);
/// The same among contracts already read, by a period if there is one, else by a day; the text says what went
/// wrong.
const Contract* pick_contract(const std::vector<Contract>& contracts, std::string_view number,
                              std::optional<Day> day, std::optional<Period> period, std::string& problem);

/// A client, its contract and all that is known about it, with the decisions of a day.
struct Subject {
    Client client;
    ContractFacts facts;
    [[nodiscard]] ContractId id() const { return facts.contract.id; }
    /// "neulovimy, contract 12/26", safe for a terminal.
    [[nodiscard]] std::string label() const;
    /// The same, to be said.
    [[nodiscard]] Message called() const;
};
Subject find_subject(Session& session, const std::string& client, const std::optional<std::string>& number);
Subject find_subject(Session& session, const std::string& client, const std::optional<std::string>& number,
                     Day day);

/// The number of a bank line, a letter, a change, as lists show it. Throws InputError if it is none: `noun`
/// says of what ("line"), `list` where they are listed ("tracker unplaced").
std::int64_t read_number(std::string_view text, std::string_view noun, std::string_view list);

/// A period of a kind, as people type it: `this`, `last` and `next` are periods of its line (R1a).
Period read_period_of(Session& session, const ContractFacts& facts, Kind kind, const std::string& text);

/// Throws InputError if the contract doesn't cover the period: what is agreed from then on would mean
/// something else than it says.
void refuse_outside(const Subject& subject, Period from);

/// Clients by their number, for reports over all contracts.
using ClientsById = std::unordered_map<ClientId, Client>;
ClientsById clients_by_id(Session& session);

}  // namespace tracker
