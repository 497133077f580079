// SPDX-License-Identifier: MIT
// Counts equal lines of one file: two of them are two payments.
#pragma once

#include <fmt/compile.h>
#include <fmt/format.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "tracker/core/bank.hpp"
#include "tracker/core/dates.hpp"

namespace tracker {

/// Fills `occurrence` of every line, as BankLine describes it. No value may hold a line break.
inline void count_occurrences(std::vector<BankLine>& lines) {
    std::unordered_map<std::string, int> seen;
    seen.reserve(lines.size());
    std::string identity;
    for (auto& line : lines) {
        identity.clear();
        for (const auto* part :
             {&line.account, &line.number, &line.payer_account, &line.payer_tax_id, &line.purpose}) {
            identity += *part;
            identity += '\n';
        }
        identity += fmt::format(FMT_COMPILE("{} {}"), to_int(line.date), line.amount.minor);
        line.occurrence = seen[identity]++;
    }
}

}  // namespace tracker
