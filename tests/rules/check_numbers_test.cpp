// SPDX-License-Identifier: MIT
// Contracts of one client that bear one number: which of them are in force on one day.
#include "tracker/rules/check.hpp"

#include "../catch.hpp"

namespace tracker {
namespace {

Contract contract(ContractId id, std::string number, const char* starts, const char* ends) {
    Contract made;
    made.id = id;
    made.recorded = {id, id};
    made.number = std::move(number);
    made.starts = *parse_day(starts);
    if (*ends != '\0') made.ends = *parse_day(ends);
    return made;
}

/// The entries of the contracts that are found fault with.
std::vector<std::int64_t> found(const std::vector<Contract>& contracts) {
    std::vector<std::int64_t> entries;
    for (const Finding& finding : check_numbers(contracts)) entries.push_back(finding.fact.entry);
    return entries;
}

}  // namespace

TEST_CASE("contracts of one number that are in force on one day are found, in the order given", "[rules]") {
    const Contract first = contract(1, "1", "2026-01-01", "2026-03-31");
    const Contract second = contract(2, "1", "2026-04-01", "2026-06-30");
    const Contract third = contract(3, "1", "2026-06-30", "");
    const Contract early = contract(4, "1", "2025-01-01", "2026-01-01");
    const Contract other = contract(5, "2", "2025-01-01", "");
    CHECK(found({first, second, other}).empty());
    CHECK(found({first, second, third, other}) == std::vector<std::int64_t>{3});
    CHECK(found({third, early, first, second}) == std::vector<std::int64_t>{4, 3});
    CHECK(check_numbers({second, third}).front().what ==
          "contract '1' from 2026-06-30 overlaps the one of the same number from 2026-04-01: end that one "
          "first, or use another number");
}

}  // namespace tracker
