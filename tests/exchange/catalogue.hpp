// SPDX-License-Identifier: MIT
// The catalogue of a practice that has just been made, and contracts with its lines.
#pragma once

#include "../rules/test_data.hpp"
#include "../store/fixture.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/rules/added_lines.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker::test {

/// A practice without facts of its own, and what can be chosen in it.
struct Choice {
    Choice() : store(practice.path, Store::Access::read), catalogue(store) {}
    Practice practice;
    Store store;
    DutyCatalogue catalogue;
};

/// A contract without an end, with the standard schedule.
inline ContractFacts contract_from(std::string_view starts) {
    ContractFacts facts;
    facts.contract.starts = on(starts);
    facts.contract.fee = Money{600'000};
    return facts;
}

/// Gives the contract the lines of the kinds, from its first period on.
inline void add(ContractFacts& facts, const std::vector<const DutyKind*>& kinds, const Calendar& calendar) {
    std::vector<ScheduleLine> lines;
    for (const DutyKind* kind : kinds) lines.push_back({{}, kind->kind, {}, kind->line});
    for (const AddedLine& one : added_lines(facts, calendar, lines, period_of(facts.contract.starts)))
        if (one.is_recorded()) facts.schedule.push_back(one.line);
}

inline std::vector<const DutyKind*> all_kinds(const DutyCatalogue& catalogue) {
    std::vector<const DutyKind*> kinds;
    for (const DutyKind& kind : catalogue.kinds()) kinds.push_back(&kind);
    return kinds;
}

}  // namespace tracker::test
