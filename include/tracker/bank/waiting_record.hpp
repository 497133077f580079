// SPDX-License-Identifier: MIT
// A bank line that somebody names in order to place it: which it is, which typed payment it is again, who
// pays by it.
#pragma once

#include <string>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/typed_payments.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

struct WaitingRecord {
    BankRecord record;
    Direction direction;  ///< by the accounts that are the firm's now
};

/// The line of that number, if it is neither a payment nor put aside; of money that went out, too, whoever
/// got it. Throws NotFoundError.
WaitingRecord find_waiting_line(Session& session, const std::string& text);

/// The payment of the client that the change recorded by hand, the likest of several. Throws NotFoundError
/// where it recorded none, InputError where it recorded several of which none is like the line.
ContractPayment find_typed(Session& session, const Client& client, ChangeNumber change,
                           const WaitingRecord& line);

/// Remembers who pays for the client; for which contract, where it has several. What is remembered already
/// stays. Throws InputError where the line names nobody who pays.
void remember_payer(Session& session, const Client& client, const Contract& contract,
                    const WaitingRecord& line);

}  // namespace tracker
