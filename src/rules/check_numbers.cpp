// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "tracker/rules/check.hpp"

namespace tracker {

std::optional<Finding> number_clash(const Contract& one, const Contract& other) {
    if (one.number != other.number || one.id == other.id) return std::nullopt;
    const auto& [a, b] = one.id < other.id ? std::tie(one, other) : std::tie(other, one);
    if (a.starts > b.ends.value_or(latest_day) || b.starts > a.ends.value_or(latest_day)) return std::nullopt;
    return Finding{a.recorded.entry >= b.recorded.entry ? a.recorded : b.recorded,
                   fmt::format("contract '{}' from {} overlaps the one of the same number from {}: end "
                               "that one first, or use another number",
                               b.number, format(b.starts), format(a.starts))};
}

std::vector<Finding> check_numbers(const std::vector<Contract>& contracts_of_client) {
    std::map<std::string_view, std::vector<std::size_t>> by_number;
    for (std::size_t i = 0; i < contracts_of_client.size(); ++i)
        by_number[contracts_of_client[i].number].push_back(i);
    std::map<std::pair<std::size_t, std::size_t>, Finding> found;  // by the places of the two
    for (auto& [number, places] : by_number) {
        const auto contract = [&](std::size_t place) -> const Contract& {
            return contracts_of_client[place];
        };
        std::sort(places.begin(), places.end(),
                  [&](std::size_t a, std::size_t b) { return contract(a).starts < contract(b).starts; });
        std::vector<std::size_t> in_force;
        for (const std::size_t place : places) {
            std::erase_if(in_force, [&](std::size_t before) {
                return contract(before).ends.value_or(latest_day) < contract(place).starts;
            });
            for (const std::size_t before : in_force) {
                if (auto clash = number_clash(contract(before), contract(place))) {
                    const bool in_order = contract(before).id < contract(place).id;
                    found.emplace(in_order ? std::pair(before, place) : std::pair(place, before),
                                  *std::move(clash));
                }
            }
            in_force.push_back(place);
        }
    }
    std::vector<Finding> findings;
    for (auto& [places, finding] : found) findings.push_back(std::move(finding));
    return findings;
}

}  // namespace tracker
