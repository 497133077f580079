// SPDX-License-Identifier: MIT
#include "tracker/rules/charges_by_entry.hpp"

#include <algorithm>

namespace tracker {

ChargesByEntry::ChargesByEntry(const CarriedFacts& facts) {
    charges_.reserve(facts.charges.size());
    for (const Charge& charge : facts.charges) charges_.push_back(&charge);
    std::stable_sort(charges_.begin(), charges_.end(),
                     [](const Charge* a, const Charge* b) { return a->recorded.entry < b->recorded.entry; });
}

const Charge* ChargesByEntry::find(std::int64_t entry) const {
    const auto found =
        std::lower_bound(charges_.begin(), charges_.end(), entry,
                         [](const Charge* charge, std::int64_t e) { return charge->recorded.entry < e; });
    return found != charges_.end() && (*found)->recorded.entry == entry ? *found : nullptr;
}

}  // namespace tracker
