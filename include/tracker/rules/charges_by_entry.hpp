// SPDX-License-Identifier: MIT
// The facts behind one-off charges: what a ledger says of one, it says by its entry.
#pragma once

#include <cstdint>
#include <vector>

#include "tracker/rules/ledger.hpp"

namespace tracker {

/// A contract's one-off charges by entry. Holds references: the facts must outlive it.
class ChargesByEntry {
  public:
    explicit ChargesByEntry(const CarriedFacts& facts);

    /// The fact behind a charge or an obligation of a ledger; null if that is no one-off charge.
    template <class Decided>
    [[nodiscard]] const Charge* of(const Decided& decided) const {
        return decided.kind == kinds::charge ? find(decided.entry) : nullptr;
    }

  private:
    [[nodiscard]] const Charge* find(std::int64_t entry) const;

    std::vector<const Charge*> charges_;
};

}  // namespace tracker
