// SPDX-License-Identifier: MIT
// What of a contract's facts later days need: what is settled is summed, and left out.
#pragma once

#include "tracker/facts/contract_facts.hpp"
#include "tracker/rules/calendar.hpp"

namespace tracker {

/// The facts that decisions about day `since` and later ones need, with what the others come to. From both,
/// make_ledger() decides the same of all that is open, of what is owed and of the service; it doesn't know of
/// what is done, nor when a charge was paid. The facts must be all of the contract's (in brief will do), not
/// carried ones.
CarriedFacts carry_forward(const BriefFacts& facts, const Calendar& calendar, Day since);

/// Whether what is carried forward of a contract with many facts is more than half of them, as it is where
/// its fulfilments are imported and its payments not yet: to keep it would cost more than it saves.
bool saves_little(const CarriedFacts& carried, const BriefFacts& facts);

}  // namespace tracker
