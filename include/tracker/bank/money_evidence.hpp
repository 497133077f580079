// SPDX-License-Identifier: MIT
// What is on record of the money of each client on the session's day (R6a): the days that statements speak
// for, and bank lines that wait and name the client.
#pragma once

#include <map>
#include <vector>

#include "tracker/rules/evidence.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

class MoneyEvidence {
  public:
    explicit MoneyEvidence(Session& session);

    [[nodiscard]] Evidence of(ClientId client) const;
    [[nodiscard]] const KnownDays& known() const { return known_; }

  private:
    Day on_;
    KnownDays known_;
    std::map<ClientId, std::vector<WaitingMoney>> waiting_;  ///< money that came in
};

}  // namespace tracker
