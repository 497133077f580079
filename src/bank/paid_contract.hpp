// SPDX-License-Identifier: MIT
// What a contract's payments of one change made different, and whether it needs eyes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/bank/import_result.hpp"

namespace tracker {

struct PaidContract {
    ClientId client_id = 0;
    std::string client;  ///< its code
    std::string number;
    std::vector<Message> amounts;  ///< "15000.00 on 2026-10-30", of the first payments
    std::size_t more = 0;          ///< so many payments more
    std::optional<Sum> sum;        ///< of all, where there are more
    std::vector<Message> said;     ///< what follows, a line each
    /// Nothing to look at: what was due was paid, no more and no less, and service goes on as it did.
    bool exactly = false;
};

/// What the payments of the session's open change made different, as of a day.
PaidContract paid_contract(Session& session, ContractId contract, const ImportResult::Paid& paid, Day day);

/// The day as of which decisions are told: what comes after the last day known would be guessed at. The
/// user's --on counts for more.
Day told_day(Session& session, Day last_paid);

}  // namespace tracker
