// SPDX-License-Identifier: MIT
// The bank line that somebody named.
#pragma once

#include <string>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/base/error.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

struct WaitingRecord {
    BankRecord record;
    Direction direction;  ///< by the accounts that are the firm's now
};

/// The line of that number, if it is neither a payment nor put aside; of money that went out, too, whoever
/// got it. Throws NotFoundError.
WaitingRecord find_waiting_line(Session& session, const std::string& text);

}  // namespace tracker
