// SPDX-License-Identifier: MIT
// Through which days payments are known, from the session's store.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "tracker/rules/coverage.hpp"
#include "tracker/rules/evidence.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// On which days statements were imported, by the clocks of the firm's zone.
class ImportDays {
  public:
    explicit ImportDays(const Store& store);
    Day operator()(const Statement& statement);

  private:
    const Store& store_;
    std::unordered_map<std::int64_t, std::int64_t> times_;  ///< by the statement's entry
    std::string zone_;                                      ///< once it was asked for
};

/// The firm's accounts with what is said of them, and the days that their statements speak for.
std::vector<AccountCoverage> accounts_of(const Store& store);

/// What is known of payments, from the session's store.
KnownDays known_days(Session& session);

/// Says through which day payments are known, if statements were imported.
void say_known_through(Session& session);

}  // namespace tracker
