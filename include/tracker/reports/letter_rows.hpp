// SPDX-License-Identifier: MIT
// Letters as rows, for the list and the export.
#pragma once

#include <optional>
#include <string>

#include "tracker/session/session.hpp"

namespace tracker {

/// In order of their number; of one client if one is given.
Rows letter_rows(Session& session, const std::optional<std::string>& client);

}  // namespace tracker
