// SPDX-License-Identifier: MIT
// Says that bank lines wait which somebody may place now, where a command made a client, a contract or a
// payer known.
#pragma once

#include <optional>

#include "tracker/session/session.hpp"

namespace tracker {

/// "1 line waits that can be placed now: tracker place --waiting"; where none can, that lines wait which name
/// the client. Of all clients, or one. Says nothing where nothing waits.
void say_waiting_lines(Session& session, std::optional<ClientId> client = {});

}  // namespace tracker
