// SPDX-License-Identifier: MIT
// Whose the days are by which our work was late: the table for a dispute (`export delays`).
#pragma once

#include "tracker/rules/ledger.hpp"
#include "tracker/session/session.hpp"
#include "tracker/views/rows.hpp"

namespace tracker {

/// The days from an obligation's due date, not moved, to the day before it was done or asked for; none of one
/// that is waived.
struct Delay {
    int late = 0;       ///< all of them
    int of_client = 0;  ///< those on which papers of the client were missing, or had just come
    int paused = 0;  ///< those before ours on which service was paused; none of work that is owed in a pause
    int ours = 0;    ///< the last ones, by which it is late as R8 says
};
Delay delay_of(const Obligation& item, const Ledger& ledger, InPause pause);

/// Each of our obligations whose line names inputs, with a due date up to the end of the month after the day.
Rows delay_rows(Session& session);

}  // namespace tracker
