// SPDX-License-Identifier: MIT
// What the commands share that record lines of a contract's schedule.
#pragma once

#include <set>

#include "tracker/session/find.hpp"

namespace tracker {

/// Puts the line in force from its period on, replacing one that was set from that same period; false if it
/// is that one.
bool put_line(Session& session, const Subject& subject, ScheduleLine line);

/// A line from a past period on can make work late, or move a fee; and reports of these kinds may have been
/// due before it holds. `before` is as it was.
void say_what_follows(Session& session, const Subject& before, const std::set<Kind>& kinds);

}  // namespace tracker
