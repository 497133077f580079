// SPDX-License-Identifier: MIT
#include "tracker/session/known_days.hpp"

#include <algorithm>

#include "tracker/base/clock.hpp"
#include "tracker/base/held.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/session/settings.hpp"

namespace tracker {

ImportDays::ImportDays(const Store& store) : store_(store), times_(store.statement_times()) {}

Day ImportDays::operator()(const Statement& statement) {
    const std::int64_t time = held(times_, statement.recorded.entry);
    const Day in_utc = to_day(static_cast<int>(time / 86400));
    // A zone is a file to be read: asked only where its day may differ in what the statement speaks for.
    const Day latest = std::max(statement.until, statement.made_on.value_or(statement.until));
    if (in_utc > latest + days{1}) return in_utc;
    if (zone_.empty()) zone_ = setting_in(store_.settings(), "time-zone");
    return in_zone(time, zone_).day;
}

std::vector<AccountCoverage> accounts_of(const Store& store) {
    const std::vector<Statement> statements = store.all<Statement>();
    if (statements.empty()) return coverage_of(statements, store.all<OwnAccount>(), {});
    return coverage_of(statements, store.all<OwnAccount>(), ImportDays(store));
}

KnownDays known_days(Session& session) {
    return known_days(accounts_of(session.store()));
}

void say_known_through(Session& session) {
    if (const auto through = known_days(session).through)
        session.say(Message("status.known-through", {{"day", *through}}));
}

}  // namespace tracker
