// SPDX-License-Identifier: MIT
// Kinds by the numbers that stand for them in the database.
#pragma once

#include <cstdint>
#include <vector>

#include "store/connection.hpp"
#include "tracker/facts/kind.hpp"

namespace tracker::tables {

/// The numbers that the database gives to kinds.
class KindNumbers {
  public:
    explicit KindNumbers(Connection& connection) : connection_(connection) {}
    /// Gives the kind a number if it has none.
    std::int64_t number(Kind kind);
    /// Throws DatabaseError if no kind has the number.
    Kind kind(std::int64_t number);
    /// Nothing if no kind has it; valid until a kind is added.
    const Kind* find(std::int64_t number);

  private:
    void load();
    /// The number that the kind has among those that were read; 0 if none.
    [[nodiscard]] std::int64_t held(Kind kind) const;
    Connection& connection_;
    std::vector<Kind> kinds_;  // by number
};

}  // namespace tracker::tables
