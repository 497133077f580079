// SPDX-License-Identifier: MIT
// All that is known about one contract, and what its settled past comes to where that is left out.
#pragma once

#include <tuple>
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

/// The lists of facts about a contract: what is done with each of them is done over these.
inline constexpr std::tuple contract_lists{
    &ContractFacts::amendments, &ContractFacts::schedule, &ContractFacts::fulfilments,
    &ContractFacts::extensions, &ContractFacts::waivers,  &ContractFacts::charges,
    &ContractFacts::payments,   &ContractFacts::credits,  &ContractFacts::suspensions};

/// Calls `use` with each list.
template <class Facts, class Use>
void each_list(Facts& facts, Use&& use) {
    std::apply([&](auto... list) { (use(facts.*list), ...); }, contract_lists);
}

/// The list that holds facts of this sort.
template <class Fact>
auto& list_of(auto& facts) {
    return facts.*std::get<std::vector<Fact> ContractFacts::*>(contract_lists);
}

/// Whether facts of this sort are about a contract and stand in one of its lists.
template <class Fact>
inline constexpr bool stands_in_list = std::apply(
    [](auto... list) { return (std::is_same_v<decltype(list), std::vector<Fact> ContractFacts::*> || ...); },
    contract_lists);

}  // namespace tracker
