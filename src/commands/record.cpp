// SPDX-License-Identifier: MIT
#include "record.hpp"

#include "tracker/core/error.hpp"
#include "tracker/core/schedule.hpp"

namespace tracker {

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
