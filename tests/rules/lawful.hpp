// SPDX-License-Identifier: MIT
// A case under construction: adds what the rules allow where it is to go, and leaves out the rest.
#pragma once

#include "generators.hpp"

namespace tracker::gen {

class Lawful {
  public:
    Case made;

    [[nodiscard]] Day starts() const { return made.facts.contract.starts; }
    [[nodiscard]] Period first_period() const;
    /// A kind other than the fee, of a line or a duty.
    [[nodiscard]] Kind kind(int choice) const;

    void mark(Day day, bool off);
    void amend(const Amendment& amendment);
    void set_line(const ScheduleLine& line);
    /// Takes out the drops of `payment` that a fee forbids (R3).
    void keep_payment_line();
    /// Once all lines are set: a duty that the schedule doesn't have already (R1b).
    void add_duty(const Duty& duty);
    /// A duty that some work needs if it is the client's, due and recorded some days after the work's own due
    /// date, or before it.
    void add_needed_duty(Recorded recorded, OwedBy owed_by, int choice, int recorded_after, int due_after);
    /// Once all duties are there: takes out of the lines what they can't need (R7a).
    void keep_inputs();

    void pay(const Payment& payment) { made.facts.payments.push_back(payment); }
    /// Pays the very fee of the `choice`-th month, `late` days after its due date.
    void pay_due(Recorded recorded, int choice, int late);
    /// Pays all that has fallen due by the day and isn't paid: what ends most suspensions.
    void settle(Recorded recorded, Day date);
    void credit(const Credit& credit) { made.facts.credits.push_back(credit); }
    void charge(const Charge& charge) { made.facts.charges.push_back(charge); }
    void extend(Recorded recorded, Kind kind, int choice, int late, int by);
    void waive(Recorded recorded, Kind kind, int choice, int late);
    void fulfil(Recorded recorded, Kind kind, int choice, int late);
    /// Fulfilled on the very day of some payment, which may be the day on which service resumes (R7).
    void fulfil_with_money(Recorded recorded, Kind kind, int choice, int which);
    /// Of one obligation of ours that needs something the inputs come or are waived: `late` days after each
    /// is due, sooner, later or not at all, as the bits of `how` say (R7a).
    void bring_inputs(Recorded recorded, int choice, int late, int how);
    /// Such an obligation is met, some days after it was to be by its line.
    void do_work(Recorded recorded, int choice, int late);
    void suspend(Recorded recorded, Day date, int lead, int length);
    void resume(Recorded recorded, Day date, int choice, int length);

  private:
    /// What there is of the kind, by its own due dates: of the schedule in the first year, and duties.
    struct Item {
        Kind kind;
        Period period;
        Day due;
    };
    [[nodiscard]] std::vector<Item> items(Kind kind) const;
    /// The own due date of the `choice`-th of them, if there are any; sets the period.
    [[nodiscard]] std::optional<Day> due(Kind kind, int choice, Period& period) const;
    /// What there is of ours that needs something, and what one needs.
    [[nodiscard]] std::vector<Item> needing() const;
    [[nodiscard]] std::vector<Item> inputs(const Item& work) const;
    [[nodiscard]] bool client_owes(Kind kind) const;
    void fulfil(Recorded recorded, const Item& item, Day date);
    void waive(Recorded recorded, const Item& item, Day date);
    /// Do the manual suspensions keep apart on every day on which they can change (R6).
    [[nodiscard]] bool suspensions_apart() const;
    /// Is every extension's `until` after the due date that it replaces (R2).
    [[nodiscard]] bool extensions_rise(Kind kind, Period period, Day scheduled) const;
};

}  // namespace tracker::gen
