// SPDX-License-Identifier: MIT
// What is known about one contract, in three extents, the smaller ones for what can make do with them: a
// function that takes one takes the greater, too.
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
    /// The first days of the others, by day: they are over, and nothing open fell due during them.
    std::vector<Day> over;
};

/// Its lists of what has fields of its own.
inline constexpr std::tuple brought_lists{&BroughtForward::open, &BroughtForward::suspensions};

/// What decisions about the day `brought.since` and later ones need of a contract's facts. Lists are in order
/// of entry, fulfilments in order of period.
struct CarriedFacts {
    Contract contract;
    std::vector<Amendment> amendments;
    std::vector<Duty> duties;
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

/// All facts of a contract in brief, as decisions about any day need them: without the changes that recorded
/// them, and without what FieldTraits says that decides nothing. Nothing is brought forward.
struct BriefFacts : CarriedFacts {};

/// All that is known about a contract.
struct ContractFacts : BriefFacts {};

/// The lists of facts about a contract: what is done with each of them is done over these.
inline constexpr std::tuple contract_lists{
    &CarriedFacts::amendments, &CarriedFacts::duties,     &CarriedFacts::schedule, &CarriedFacts::fulfilments,
    &CarriedFacts::extensions, &CarriedFacts::waivers,    &CarriedFacts::charges,  &CarriedFacts::payments,
    &CarriedFacts::credits,    &CarriedFacts::suspensions};

/// Calls `use` with each list.
template <class Facts, class Use>
void each_list(Facts& facts, Use&& use) {
    std::apply([&](auto... list) { (use(facts.*list), ...); }, contract_lists);
}

/// The list that holds facts of this sort.
template <class Fact>
auto& list_of(auto& facts) {
    return facts.*std::get<std::vector<Fact> CarriedFacts::*>(contract_lists);
}

/// Whether facts of this sort are about a contract and stand in one of its lists.
template <class Fact>
inline constexpr bool stands_in_list = std::apply(
    [](auto... list) { return (std::is_same_v<decltype(list), std::vector<Fact> CarriedFacts::*> || ...); },
    contract_lists);

// What is brought forward, as it is kept.
template <>
struct Description<OpenItem> {
    static constexpr TableTraits table{.name = "open", .entry_decides = false};
    static constexpr auto fields = std::tuple{field(&OpenItem::period, {.name = "period", .derived = true}),
                                              field(&OpenItem::kind, {.name = "kind"})};
};

template <>
struct Description<BroughtForward> {
    static constexpr TableTraits table{.name = "brought_forward", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&BroughtForward::since, {.name = "since", .derived = true}),
        field(&BroughtForward::first, {.name = "first", .derived = true}),
        field(&BroughtForward::money, {.name = "money", .derived = true}),
        field(&BroughtForward::over, {.name = "over"}),
    };
};

}  // namespace tracker
