// SPDX-License-Identifier: MIT
// The demonstration practice: a small one, the story's client among them, as if it had been kept up to today.
#pragma once

#include "tracker/session/session.hpp"

namespace tracker {

/// Records the demonstration's facts in one change, shifted by whole months so that its story happens this
/// month; facts that would be dated after today are left out.
void fill_demo(Session& session);

}  // namespace tracker
