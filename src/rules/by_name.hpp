// SPDX-License-Identifier: MIT
// Finding in one list what another list, or a record, speaks of, in as many steps as the list's length has
// binary digits: of contracts with many thousand charges every one may be looked up.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "tracker/facts/contract_facts.hpp"

namespace tracker {

/// Items by kind, period and, of one-off charges, entry. Holds references: the items must outlive it.
template <class Item>
class ByName {
  public:
    explicit ByName(const std::vector<Item>& items) {
        items_.reserve(items.size());
        for (const Item& item : items) items_.push_back(&item);
        std::stable_sort(items_.begin(), items_.end(),
                         [](const Item* a, const Item* b) { return name_of(*a) < name_of(*b); });
    }

    /// The first item of the same name, or null.
    template <class Named>
    [[nodiscard]] const Item* find(const Named& named) const {
        const auto name = name_of(named);
        const auto found =
            std::lower_bound(items_.begin(), items_.end(), name,
                             [](const Item* item, const auto& n) { return name_of(*item) < n; });
        return found != items_.end() && name_of(**found) == name ? *found : nullptr;
    }

  private:
    template <class Named>
    static auto name_of(const Named& named) {
        return std::tie(named.period, named.kind, named.entry);
    }

    std::vector<const Item*> items_;
};

}  // namespace tracker
