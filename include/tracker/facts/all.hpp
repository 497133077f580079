// SPDX-License-Identifier: MIT
// Every fact there is, those that others rest on first. What is done for each fact is done over this list.
#pragma once

#include <tuple>

#include "tracker/facts/bank.hpp"
#include "tracker/facts/delivery.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/facts/letter.hpp"

namespace tracker {

/// For what the language can't do over a list of types: X(Fact) for each.
#define TRACKER_FACTS(X) \
    X(Client)            \
    X(Contract)          \
    X(Amendment)         \
    X(Duty)              \
    X(ScheduleLine)      \
    X(Fulfilment)        \
    X(Payment)           \
    X(Charge)            \
    X(Credit)            \
    X(Extension)         \
    X(Waiver)            \
    X(ManualSuspension)  \
    X(Holiday)           \
    X(DutyKind)          \
    X(DutySet)           \
    X(Setting)           \
    X(BankFile)          \
    X(Statement)         \
    X(BankRecord)        \
    X(Sighting)          \
    X(OwnAccount)        \
    X(Payer)             \
    X(Dismissal)         \
    X(Letter)            \
    X(Delivery)

template <class... Facts>
struct FactList {
    /// Calls `use.operator()<Fact>()` for each.
    template <class Use>
    static constexpr void each(Use&& use) {
        (use.template operator()<Facts>(), ...);
    }
    static constexpr std::size_t size = sizeof...(Facts);
};

template <class End, class... Facts>
struct MakeFactList {
    using List = FactList<Facts...>;
};

#define TRACKER_FACT_IN_LIST(Fact) , Fact
using AllFacts = MakeFactList<void TRACKER_FACTS(TRACKER_FACT_IN_LIST)>::List;
#undef TRACKER_FACT_IN_LIST

}  // namespace tracker
