// SPDX-License-Identifier: MIT
#include "tracker/session/record.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

Ledger ledger_for(Session& session, const ContractFacts& facts) {
    return make_ledger(facts, session.calendar(), session.on(),
                       std::min(session.on() + days{400}, latest_day));
}

std::string what_follows(Session& session, const ContractFacts& before, const ContractFacts& after) {
    const auto said =
        consequences(ledger_for(session, before), ledger_for(session, after), after.contract.currency);
    return fmt::format("{}", fmt::join(said, "; "));
}

/// Throws if R1 says that there is no such obligation; what else is wrong with it, check.hpp says.
void refuse_before_start(Session& session, const Subject& subject, Kind kind, Period period) {
    const Schedule schedule(subject.facts, session.calendar());
    const auto line = schedule.line(kind, period);
    if (!schedule.covers(period) || !line || kind == kinds::payment || schedule.due(kind, *line, period))
        return;
    throw InputError(
        fmt::format("there is no obligation '{}' for {}: it would fall due before the contract starts on {}",
                    kind.text(), format(period), format(subject.facts.contract.starts)));
}

}  // namespace tracker
