// SPDX-License-Identifier: MIT
// What a screen says of the evidence behind the pauses that it shows (R6a), and of money that waits.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/bank/money_evidence.hpp"
#include "tracker/session/decided.hpp"

namespace tracker {

class EvidenceNotes {
  public:
    explicit EvidenceNotes(Session& session) : session_(session) {}

    /// Whether the contract's pause isn't proven yet. Its client's waiting money is told of, too.
    bool look(const Decided& decided);
    /// Read when it is first asked for.
    [[nodiscard]] const MoneyEvidence& evidence();
    [[nodiscard]] const KnownDays& known() { return evidence().known(); }
    /// Whether a pause looked at isn't proven.
    [[nodiscard]] bool any_unproven() const { return !unproven_.empty(); }
    /// None where all that is shown is proven.
    [[nodiscard]] std::vector<Message> of_evidence() const;
    /// The client's money that waits.
    [[nodiscard]] std::vector<Message> waiting_of(const Client& client) const;
    /// Of the evidence, of all money that waits and names a client looked at, and of money to be returned.
    [[nodiscard]] std::vector<Message> all() const;

  private:
    void look_at_gaps(const Decided& decided);

    Session& session_;
    std::optional<MoneyEvidence> evidence_;
    std::set<std::string> unproven_;  ///< codes of clients whose pause isn't proven
    /// Through which day payments must be known to prove them all; nothing where it is money that waits.
    std::optional<Day> wanted_until_;
    std::map<std::string, std::vector<WaitingMoney>> waiting_;  ///< by the client's code
    std::vector<Message> to_return_;
    std::map<std::pair<Day, std::string>, AccountGap> gaps_;
    /// When the first of the contracts began whose gaps are told: what began later has no others.
    std::optional<Day> earliest_;
};

}  // namespace tracker
