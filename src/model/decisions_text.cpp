// SPDX-License-Identifier: MIT
// The model's decisions as text.
#include <fmt/format.h>

#include "tracker/model/model.hpp"

namespace tracker::model {
namespace {

template <class Value>
std::string shown(const std::optional<Value>& value) {
    return value ? format(*value) : "-";
}

}  // namespace

std::vector<std::string> lines_of(const Decisions& decisions) {
    std::vector<std::string> lines{"on " + format(decisions.on), "through " + format(decisions.through)};
    lines.push_back(fmt::format("service {} since {} reason {}", decisions.service,
                                shown(decisions.paused_since), decisions.reason));
    lines.push_back("paid " + format(decisions.paid));
    if (decisions.warning)
        lines.push_back(fmt::format("pauses on {} unless {}", format(decisions.warning->pauses_on),
                                    format(decisions.warning->amount)));
    for (const Suspension& one : decisions.suspensions)
        lines.push_back(fmt::format("suspension {} [{}, {}) cleared on {}", one.reason, format(one.from),
                                    shown(one.until), shown(one.cleared_on)));
    for (const Suspension& one : decisions.pauses)
        lines.push_back(fmt::format("pause [{}, {})", format(one.from), shown(one.until)));
    for (const Charge& one : decisions.charges)
        lines.push_back(fmt::format(
            "charge {} {} {} scheduled {} due {} deadline {} amount {} outstanding {} paid on {}",
            one.kind.text(), format(one.period), one.entry, format(one.scheduled), format(one.due),
            format(one.deadline), format(one.amount), format(one.outstanding), shown(one.paid_on)));
    for (const Obligation& one : decisions.obligations)
        lines.push_back(fmt::format(
            "obligation {} {} {} owed by {} scheduled {} due {} {} days {} done on {} outstanding {}{}{}{}{}",
            one.kind.text(), format(one.period), one.entry, one.owed_by == OwedBy::us ? "us" : "client",
            format(one.scheduled), format(one.due), one.status, one.days, shown(one.done_on),
            shown(one.outstanding), one.extended ? " extended" : "", one.moved ? " awaited" : "",
            one.blocked ? " unable" : "", one.caught_up ? " caught up" : ""));
    return lines;
}

}  // namespace tracker::model
