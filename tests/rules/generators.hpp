// SPDX-License-Identifier: MIT
// Random contracts for RapidCheck: believable, nasty, and never with a fact that the rules forbid.
#pragma once

#include <rapidcheck.h>

#include <iosfwd>
#include <string>
#include <vector>

#include "tracker/facts/contract_facts.hpp"

namespace tracker::gen {

/// One step of a recipe as bare numbers; what they mean is decided when the case is built (generators.cpp).
struct Step {
    int what = 0;
    int day = 0;
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;  ///< of twelve bits, as many as months
    int e = 0;
};

/// What RapidCheck generates and shrinks. Every recipe, also a shrunk one, builds into lawful facts: steps
/// that the rules forbid in their place are left out, so that shrinking is free to remove and lessen whatever
/// it likes.
struct Recipe {
    int start = 0;  ///< days after 2026-01-01
    int length = 0;
    bool open = true;
    int fee = 0;  ///< of hundred kopecks, small on purpose: sums must meet
    int pay_day = 1;
    int grace = 0;
    int resume = 0;
    std::vector<Step> steps;
    std::vector<Step> holidays;
};

/// A contract, its holidays, and the days to ask for.
struct Case {
    ContractFacts facts;
    std::vector<Holiday> holidays;
    std::vector<Day> days;  ///< ascending
    int ahead = 0;          ///< `through` is so many days after the day asked for
};

Case build(const Recipe& recipe, const std::vector<int>& asked, int ahead);

rc::Gen<Case> cases();

/// The same facts as they would stand if nothing dated after the day had been recorded.
ContractFacts known_by(const ContractFacts& facts, Day day);

/// Every fact of the case in one readable line each; what a failing property prints.
std::string describe(const Case& value);
void showValue(const Case& value, std::ostream& out);

}  // namespace tracker::gen
