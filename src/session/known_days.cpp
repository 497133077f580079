// SPDX-License-Identifier: MIT
#include "tracker/session/known_days.hpp"
#include "tracker/rules/coverage.hpp"

namespace tracker {

std::vector<AccountCoverage> accounts_of(const Store& store) {
    return coverage_of(store.all<Statement>(), store.all<OwnAccount>());
}

KnownDays known_days(Session& session) {
    return known_days(accounts_of(session.store()));
}

void say_known_through(Session& session) {
    if (const auto through = known_days(session).through)
        session.say("payments are known through {}", format(*through));
}

}  // namespace tracker
