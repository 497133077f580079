// SPDX-License-Identifier: MIT
// Everything recorded about a client, in the order of the days it speaks of.
#pragma once

#include "tracker/session/session.hpp"

namespace tracker {

/// Columns date, contract, what, details, change, recorded, user; only the named contract's facts if one is
/// named.
Rows history_rows(Session& session, const Client& client, const std::optional<std::string>& number);

}  // namespace tracker
