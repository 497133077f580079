// SPDX-License-Identifier: MIT
// Random contracts have nothing that the rules forbid: else what holds of them would say nothing.
#include "generators.hpp"
#include "property.hpp"
#include "tracker/rules/check.hpp"

namespace tracker {

TEST_CASE("cases are lawful", "[rules][property]") {
    holds_for_all(3, [] {
        const gen::Case given = *gen::cases();
        for (const Finding& finding : check(given.facts, Calendar{given.holidays})) RC_FAIL(finding.what);
    });
}

}  // namespace tracker
