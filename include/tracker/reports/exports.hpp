// SPDX-License-Identifier: MIT
// `export WHAT`: facts that can be imported elsewhere, and what follows from them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/session/session.hpp"

namespace tracker {

/// Everything that can be exported, in the order of cli.md.
const std::vector<std::string>& export_names();

/// Lists it; false if there is no such export. The periods are for `obligations`.
bool list_export(Session& session, const std::string& what, std::optional<Period> from,
                 std::optional<Period> to);

/// Columns number, time, user, command, undoes, undone_by, facts; also what `log` shows.
Rows change_rows(Session& session);

}  // namespace tracker
