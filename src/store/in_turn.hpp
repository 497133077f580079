// SPDX-License-Identifier: MIT
// Tables that are read side by side, in the order of what they are about.
#pragma once

#include <cstdint>
#include <utility>

#include "store/connection.hpp"

namespace tracker {

/// Rows in order of their first column, a number, as they are asked for in the same order.
class InTurn {
  public:
    explicit InTurn(Query rows) : rows_(std::move(rows)) { next(); }

    /// Whether the row is one of that number; those of lower numbers are passed over.
    bool at(std::int64_t number) {
        while (more_ && number_ < number) next();
        return more_ && number_ == number;
    }
    void next() {
        more_ = rows_.step();
        if (more_) number_ = rows_.integer(0);
    }
    [[nodiscard]] const Query& row() const { return rows_; }

  private:
    Query rows_;
    bool more_ = false;
    std::int64_t number_ = 0;
};

}  // namespace tracker
