// SPDX-License-Identifier: MIT
// The record clock: which change recorded a fact, and its place among all. The day that a fact speaks of is
// its own field; those are the two clocks of every question.
#pragma once

#include <cstdint>

namespace tracker {

using ChangeNumber = std::int64_t;
using ClientId = std::int64_t;
using ContractId = std::int64_t;

/// The record clock of a fact. `entry` orders facts as they were entered; a fact that an undo brings back
/// keeps it.
struct Recorded {
    std::int64_t entry = 0;
    ChangeNumber added = 0;
};

}  // namespace tracker
