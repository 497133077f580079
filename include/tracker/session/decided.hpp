// SPDX-License-Identifier: MIT
// Contracts with the decisions about them, one after the other: what every report over many of them goes
// through.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tracker/rules/ledger.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// A contract with the decisions about it, as one pass hands them out.
struct Decided {
    const Client& client;
    const CarriedFacts& facts;
    const Ledger& ledger;
};

/// One ordered pass over all contracts, in order of their number in the database. Facts are in
/// brief (Store::each_contract_in_brief).
void each_decided(Session& session, Day through, const std::function<void(const Decided&)>& use);
/// The same (or only for the clients named) for questions about what is open: of what is settled, facts and
/// ledgers needn't tell (Store::each_contract_from).
void each_decided_open(Session& session, const std::vector<std::string>& clients, Day through,
                       const std::function<void(const Decided&)>& use);

}  // namespace tracker
