// SPDX-License-Identifier: MIT
// What becomes of a contract's schedule where lines are added to it that it may have in part: nothing that
// somebody set by hand is changed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tracker/facts/contract_facts.hpp"
#include "tracker/rules/calendar.hpp"

namespace tracker {

struct AddedLine {
    enum class Fate : std::uint8_t {
        added,
        replaces,  ///< the standard line, which nobody has changed
        known,     ///< the contract has this very line
        kept,      ///< it has another one, or will have: that one stays
    };
    ScheduleLine line;  ///< as the contract gets it: without the inputs that are left out
    Fate fate = Fate::added;
    std::vector<Kind> left_out;  ///< inputs that the client doesn't owe
    /// Where it is kept: what the contract has instead, from when on; no line of it where it is dropped then.
    ScheduleLine held;

    [[nodiscard]] bool is_recorded() const { return fate == Fate::added || fate == Fate::replaces; }
};

/// The lines to be added from `from` on, each of another kind, and what becomes of each. Inputs count as owed
/// that one of these lines makes the client owe.
std::vector<AddedLine> added_lines(const CarriedFacts& facts, const Calendar& calendar,
                                   const std::vector<ScheduleLine>& lines, Period from);

}  // namespace tracker
