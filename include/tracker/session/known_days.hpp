// SPDX-License-Identifier: MIT
// Through which days payments are known, from the session's store.
#pragma once

#include <vector>

#include "tracker/rules/coverage.hpp"
#include "tracker/rules/evidence.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// The firm's accounts with what is said of them, and the days that their statements speak for.
std::vector<AccountCoverage> accounts_of(const Store& store);

/// What is known of payments, from the session's store.
KnownDays known_days(Session& session);

/// Says through which day payments are known, if statements were imported.
void say_known_through(Session& session);

}  // namespace tracker
