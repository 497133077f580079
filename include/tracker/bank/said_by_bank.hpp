// SPDX-License-Identifier: MIT
// Keeps a payment from being recorded by hand that the bank has said already: one payment counts once.
#pragma once

#include "tracker/facts/client.hpp"
#include "tracker/facts/payment.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// Throws InputError if a payment of the client that came from the bank, or a bank line that waits and names
/// the client, may be this one: by its number, or by its sum within five days.
void refuse_said_by_bank(Session& session, const Client& client, const Payment& payment);

}  // namespace tracker
