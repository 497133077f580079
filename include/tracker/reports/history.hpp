// SPDX-License-Identifier: MIT
// Everything recorded about a client, in the order of the days it speaks of.
#pragma once

#include <set>

#include "tracker/facts/kind.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

struct History {
    Rows rows;             ///< columns date, contract, what, details, change, recorded, user
    std::set<Kind> kinds;  ///< what the rows name
};

/// Only the named contract's facts if one is named.
History history_of(Session& session, const Client& client, const std::optional<std::string>& number);

}  // namespace tracker
