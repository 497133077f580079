// SPDX-License-Identifier: MIT
// Terms and schedule lines by period, and the due dates that follow from them (R1 to R3). Knows nothing of
// what happened.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "tracker/facts/contract_facts.hpp"
#include "tracker/rules/calendar.hpp"

namespace tracker {

/// The terms in force for one period.
struct Terms {
    Money fee;
    int grace = 0;
    int resume = 0;
};

/// The standard schedule (R3) of a contract whose fee is due on `pay_day`, in order of kind.
std::vector<std::pair<Kind, Line>> standard_schedule(int pay_day);

/// The duty of that kind and period (R1b), whatever its date; nullptr if there is none.
const Duty* find_duty(const CarriedFacts& facts, Kind kind, Period period);

/// Whether it is one of the kinds that the standard schedule has.
bool is_standard(Kind kind);

/// Terms and lines of one contract, by period. Holds references: the facts and the calendar must outlive it.
class Schedule {
  public:
    Schedule(const CarriedFacts& facts, const Calendar& calendar);
    Schedule(const Schedule&) = delete;
    Schedule& operator=(const Schedule&) = delete;

    [[nodiscard]] Period first_period() const { return first_; }
    /// The last covered period; that of `latest_day` where the contract has no end.
    [[nodiscard]] Period last_period() const { return last_; }
    /// The last period that can have an obligation: a fee's may end after the contract (R1a).
    [[nodiscard]] Period last_period_made() const { return last_ + longest_fee_ - 1; }
    [[nodiscard]] bool covers(Period period) const { return first_ <= period && period <= last_; }

    /// The terms for any period, also outside the contract, where R6 may ask for them: amendments hold from
    /// their period on, the contract's own before.
    [[nodiscard]] Terms terms(Period period) const;
    /// The line of the kind in force for the period, nullptr if there is none; the period need not be
    /// covered.
    /// It lives as long as the schedule does.
    [[nodiscard]] const Line* line(Kind kind, Period period) const&;
    const Line* line(Kind kind, Period period) const&& = delete;
    /// The months of that line; all where there is none, as of a duty.
    [[nodiscard]] Months months(Kind kind, Period period) const;
    /// A line of a kind from a period on; without one, the kind is dropped.
    struct LineFrom {
        Kind kind;
        Period from;
        const Line* line;
    };
    /// All kinds that the contract ever has a line of, in order of their text, each with its lines in order
    /// of `from`. The standard lines hold from `Period{}` on, that is, from before any contract.
    struct KindLines {
        Kind kind;
        std::span<const LineFrom> lines;
    };
    [[nodiscard]] const std::vector<KindLines>& kinds() const { return kinds_; }
    /// The lines of one kind; none of a kind that it never has.
    [[nodiscard]] std::span<const LineFrom> lines_of(Kind kind) const&;

    /// The due date by R1 and R2 without extensions; nothing where no such obligation exists (a period not
    /// covered or not of the line's months, no line, no fee, or due before the contract starts).
    [[nodiscard]] std::optional<Day> due(Kind kind, Period period) const;
    /// The same for a line already looked up.
    [[nodiscard]] std::optional<Day> due(Kind kind, const Line& line, Period period) const;
    /// The period nearest to another one that has an obligation of the kind, the earlier of two; nothing
    /// where none within a year does.
    [[nodiscard]] std::optional<Period> nearest(Kind kind, Period period) const;
    /// The nominal day as the convention moves it, whether there is an obligation or not.
    [[nodiscard]] Day moved(const Line& line, Period period) const;
    /// Reports of ours, of more than a month, that the contract doesn't hold though they fall due while it is
    /// in force: their periods ended before it started. By due date.
    struct Report {
        Kind kind;
        Period period;
        Months months;
        Day due{};
    };
    [[nodiscard]] std::vector<Report> reports_before_start() const;
    /// The nominal day, before the convention moved it.
    [[nodiscard]] static Day nominal(const Line& line, Period period);

    /// The last period that can have an obligation due on or before `day`, whatever the line and the
    /// holidays.
    [[nodiscard]] Period last_period_due_by(Day day) const;
    /// The last day on which an obligation of the period, or of one before it, can be scheduled to fall due.
    [[nodiscard]] Day last_due_of(Period period) const;

  private:
    void gather_terms();
    void gather_lines();
    [[nodiscard]] bool is_made(Kind kind, const Line& line, Period period) const;
    [[nodiscard]] bool has_fee(Period period) const { return terms(period).fee.minor > 0; }

    const CarriedFacts& facts_;
    const Calendar& calendar_;
    Period first_;
    Period last_;
    std::vector<std::pair<Period, Terms>> terms_;  // ascending; the first holds from the contract's start
    std::vector<std::pair<Kind, Line>> standard_;
    std::vector<LineFrom> lines_;  // by kind, then from; the standard ones among them
    std::vector<KindLines> kinds_;
    int longest_fee_ = 1;  // months that a fee accounts for
    int least_offset_ = 0;
    int most_offset_ = 0;
};

}  // namespace tracker
