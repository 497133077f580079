// SPDX-License-Identifier: MIT
// What is owed and what is paid, day by day (R4, R5): charges in covering order, and the money that covers
// them.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "tracker/facts/contract_facts.hpp"
#include "tracker/rules/prefix_sums.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

/// A charge with all that can happen to it over time. It exists on the days [exists_from, exists_until).
struct Debt {
    Kind kind;  ///< payment or charge
    Period period;
    Months months{};  ///< of the line of fees
    Day scheduled{};  ///< due date as if not extended
    Money amount;
    int grace = 0;
    std::int64_t entry = 0;  ///< of a one-off charge
    const Charge* one_off = nullptr;
    Day exists_from = Day::min();              ///< the date of a one-off charge
    Day exists_until = Day::max();             ///< the date of a waiver
    std::vector<const Extension*> extensions;  ///< by the date granted, then entry

    [[nodiscard]] bool exists(Day day) const { return exists_from <= day && day < exists_until; }
    /// The due date as it was on `day`: the extension granted last by then counts (R2).
    [[nodiscard]] Day due(Day day) const;
    [[nodiscard]] Day deadline(Day day) const { return due(day) + days{grace}; }
};

/// All fees and one-off charges scheduled to fall due up to `through`, in covering order (R4), those that are
/// waived or not yet charged on some day among them, those that are settled and left out not.
std::vector<Debt> gather_debts(const CarriedFacts& facts, const Schedule& schedule, Day through);

/// Walks forward through the days and says, for the day it stands on, what the money received by then covers.
/// Each payment, and each debt that appears or vanishes, takes a few steps, however many debts there are.
class Coverage {
  public:
    /// Stands on the day from which the facts are whole: before the first on which anything happens, where
    /// nothing is brought forward. The debts must outlive it.
    Coverage(const std::vector<Debt>& debts, const CarriedFacts& facts);

    /// Steps to the end of `day`, which must not be before the present one.
    void advance(Day day);

    [[nodiscard]] Money paid() const { return paid_; }
    [[nodiscard]] bool is_paid(std::size_t debt) const { return debt < first_unpaid_ && there_[debt]; }
    /// The first day of the unbroken run of days on which the debt is paid (R5); the debt must be paid.
    [[nodiscard]] Day paid_since(std::size_t debt) const;
    [[nodiscard]] Money outstanding(std::size_t debt) const;
    /// What must come so that every charge up to and including this one is paid.
    [[nodiscard]] Money missing_through(std::size_t debt) const { return sums_.of_first(debt + 1) - paid_; }
    /// No existing debt before this one, in covering order, is unpaid.
    [[nodiscard]] std::size_t first_unpaid() const { return first_unpaid_; }
    /// Days on which money came or a debt appeared or vanished.
    [[nodiscard]] std::vector<Day> event_days() const;

  private:
    /// The debts before `end`, and after those of the run before, are covered since a day.
    struct Run {
        std::size_t end;
        Day since;
    };
    /// A debt appears or vanishes.
    struct Turn {
        Day day;
        std::size_t debt;
    };

    void turn(const Turn& one);
    /// After money came or went, or debts turned.
    void cover(Day day);

    const std::vector<Debt>& debts_;
    std::vector<std::pair<Day, Money>> money_;  // by day
    std::vector<Turn> turns_;                   // by day
    std::size_t next_money_ = 0;
    std::size_t next_turn_ = 0;
    Money paid_;
    std::vector<bool> there_;  // whether the debt exists on the day
    PrefixSums sums_;          // of the debts that exist on the day
    std::size_t first_unpaid_ = 0;
    std::vector<Run> runs_;  // by end
};

}  // namespace tracker
