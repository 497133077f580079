// SPDX-License-Identifier: MIT
// All that is known about one contract, and what its settled past comes to where that is left out.
#pragma once

#include <type_traits>
#include <vector>

#include "tracker/facts/facts.hpp"
#include "tracker/facts/pause.hpp"

namespace tracker {

/// An obligation by name.
struct OpenItem {
    Period period;
    Kind kind;
    bool operator==(const OpenItem&) const = default;
};

/// What the days up to `since` come to, as an accountant carries a page's balance to the next: with it, later
/// days are decided without the facts that it stands for. As it is made, it stands for nothing.
struct BroughtForward {
    Day since = Day::min();  ///< decisions can be taken for this day and later ones
    Period first;            ///< of the periods before this, only `open` is still open; their fees are paid
    Money money;             ///< what came by then, less the charges that it paid and that are left out
    std::vector<OpenItem> open;           ///< by period, then kind
    std::vector<Suspension> suspensions;  ///< for non-payment, by from; the last may still go on
    bool over = false;  ///< others are left out: they are over, and nothing open fell due during them
};

/// What the ledger is made from. Lists are in order of entry, fulfilments in order of period.
struct ContractFacts {
    Contract contract;
    std::vector<Amendment> amendments;
    std::vector<ScheduleLine> schedule;
    std::vector<Fulfilment> fulfilments;
    std::vector<Extension> extensions;
    std::vector<Waiver> waivers;
    std::vector<Charge> charges;
    std::vector<Payment> payments;
    std::vector<Credit> credits;
    std::vector<ManualSuspension> suspensions;
    BroughtForward brought;
};

/// The list of a contract's facts that holds facts of this sort.
template <class Fact>
auto& list_of(auto& facts) {
    if constexpr (std::is_same_v<Fact, Amendment>)
        return facts.amendments;
    else if constexpr (std::is_same_v<Fact, ScheduleLine>)
        return facts.schedule;
    else if constexpr (std::is_same_v<Fact, Fulfilment>)
        return facts.fulfilments;
    else if constexpr (std::is_same_v<Fact, Extension>)
        return facts.extensions;
    else if constexpr (std::is_same_v<Fact, Waiver>)
        return facts.waivers;
    else if constexpr (std::is_same_v<Fact, Charge>)
        return facts.charges;
    else if constexpr (std::is_same_v<Fact, Payment>)
        return facts.payments;
    else if constexpr (std::is_same_v<Fact, Credit>)
        return facts.credits;
    else
        return facts.suspensions;
}

}  // namespace tracker
