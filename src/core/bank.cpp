// SPDX-License-Identifier: MIT
#include "tracker/core/bank.hpp"

#include <algorithm>
#include <map>

namespace tracker {

std::optional<Day> known_through(const std::vector<Statement>& statements) {
    // The run that holds the latest day ends on the latest day, whatever gaps there are before it.
    std::map<std::string_view, Day> latest;
    for (const Statement& statement : statements) {
        const auto [held, fresh] = latest.emplace(statement.account, statement.until);
        if (!fresh) held->second = std::max(held->second, statement.until);
    }
    std::optional<Day> earliest;
    for (const auto& [account, until] : latest) earliest = std::min(earliest.value_or(until), until);
    return earliest;
}

}  // namespace tracker
