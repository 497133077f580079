// SPDX-License-Identifier: MIT
// The facts of the story in figures (domain.md), as far as October; then nothing comes.
#pragma once

#include "test_data.hpp"
#include "tracker/facts/contract_facts.hpp"

namespace tracker {

inline ContractFacts story_facts() {
    ContractFacts facts;
    facts.contract.number = "12/26";
    facts.contract.starts = on("2026-09-01");
    facts.contract.fee = Money{600000};
    facts.payments = {{{1, 1}, on("2026-09-08"), Money{600000}, "", "", 0},
                      {{2, 2}, on("2026-10-09"), Money{600000}, "", "", 0}};
    facts.fulfilments = {{{3, 3}, kinds::statement, in("2026-09"), on("2026-10-01"), ""},
                         {{4, 4}, kinds::documents, in("2026-09"), on("2026-10-05"), ""},
                         {{5, 5}, kinds::salary, in("2026-09"), on("2026-10-05"), ""},
                         {{6, 6}, kinds::advance, in("2026-09"), on("2026-09-20"), ""},
                         {{7, 7}, kinds::advance, in("2026-10"), on("2026-10-20"), ""},
                         {{8, 8}, kinds::salary, in("2026-10"), on("2026-11-05"), ""}};
    return facts;
}

}  // namespace tracker
