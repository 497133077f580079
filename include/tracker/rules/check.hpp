// SPDX-License-Identifier: MIT
// What the rules forbid, in the facts of one contract. Every write is checked with this before it is
// committed, so that what is recorded can always be exported and imported elsewhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/contract_facts.hpp"
#include "tracker/rules/calendar.hpp"

namespace tracker {

/// One fact that the rules forbid: which (its record clock), and what is wrong with how to mend it.
struct Finding {
    Recorded fact;
    std::string what;
};

/// All findings about one contract; a fact that contradicts an earlier one is found, not the earlier one.
std::vector<Finding> check(const ContractFacts& facts, const Calendar& calendar);

/// Contracts of one client that bear one number must not be in force on one day: two of them, or all.
std::optional<Finding> number_clash(const Contract& one, const Contract& other);
std::vector<Finding> check_numbers(const std::vector<Contract>& contracts_of_client);

}  // namespace tracker
