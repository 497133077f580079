// SPDX-License-Identifier: MIT
// What the parts of the check share.
#pragma once

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "tracker/rules/check.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

struct Findings {
    std::vector<Finding> all;

    template <class... Args>
    void find(const Recorded& fact, fmt::format_string<Args...> what, Args&&... args) {
        all.push_back({fact, fmt::format(what, std::forward<Args>(args)...)});
    }
};

/// What the rules forbid in schedule lines and duties (R1b, R3, R7a).
void check_schedule(const ContractFacts& facts, const Schedule& schedule, Findings& findings);

}  // namespace tracker
