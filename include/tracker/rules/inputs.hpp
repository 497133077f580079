// SPDX-License-Identifier: MIT
// What of the client's papers our work waits for (R7a).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tracker/facts/contract_facts.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

/// An input of an obligation of ours, as it stands on a day.
struct WorkInput {
    Kind kind;
    Period period;
    Day due{};                ///< as if not extended: an extension for the client never makes us late
    std::optional<Day> came;  ///< fulfilled or waived by the day, the earlier of both

    /// Whether it came after its due date, or hasn't come by the day though it was due before.
    [[nodiscard]] bool is_late(Day on) const { return came ? *came > due : due < on; }
    /// Whether the work is blocked for its sake.
    [[nodiscard]] bool blocks(Day on) const { return !came && due < on; }
};

/// The inputs of all obligations of a contract. Holds references: facts and schedule must outlive it.
class ContractInputs {
  public:
    ContractInputs(const CarriedFacts& facts, const Schedule& schedule);

    /// The line of an obligation of ours that needs inputs; nullptr where it needs none. Neither do duties,
    /// also where a line of their kind does.
    [[nodiscard]] const Line* line_in_need(const Obligation& item) const;
    /// The inputs of an obligation as they stand on the day; of what is done, on the day on which it was.
    [[nodiscard]] std::vector<WorkInput> of(const Obligation& item, Day on) const;
    /// Those for which it waits, or has waited: "documents for 2026-09 (due on 2026-10-05)"; where none is
    /// missing, those that came last, too late: "documents for 2026-09 (due on 2026-10-05, came on
    /// 2026-10-22)"; none where none was late. Beyond a few they are counted.
    [[nodiscard]] std::vector<Message> awaited(const Obligation& item, Day on) const;

    /// The inputs that exist of a line's obligation, for the months of its reporting period, as they stand on
    /// the day, by kind, then period. Where facts are carried, those that came in time and are left out are
    /// not among them.
    [[nodiscard]] std::vector<WorkInput> of(const Line& line, Period period, Day on) const;

    /// The same in short: whether a late one hasn't come, and else the day on which the last late one came.
    struct State {
        bool blocked = false;
        std::optional<Day> last_late;
    };
    [[nodiscard]] State state(const Line& line, Period period, Day on) const;

  private:
    /// Calls `use` with each of them.
    template <class Use>
    void each(const Line& line, Period period, Day on, Use use) const;
    /// Adds when it came; false for one that is known to have come in time, though its facts are left out.
    [[nodiscard]] bool look_up(WorkInput& input, Day on) const;

    struct Record {
        Kind kind;
        Period period;
        Day date;
    };
    const CarriedFacts& facts_;
    const Schedule& schedule_;
    std::vector<Record> records_;  // fulfilments and waivers by kind, period, date; none without inputs
};

}  // namespace tracker
