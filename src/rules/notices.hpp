// SPDX-License-Identifier: MIT
// Which notice of service a letter has to give (R10): of a suspension, of its end, of money that lifts
// nothing, or that takes back an earlier notice. A part of deciding on letters.
#pragma once

#include "rules/reminder_days.hpp"
#include "rules/told.hpp"
#include "tracker/rules/reminders.hpp"

namespace tracker {

/// Those of what was said that no suspension for non-payment begins for on its day.
std::vector<WrongNotice> wrong_notices(const CarriedFacts& facts, const Ledger& today,
                                       const AlreadySaid& said);

class Notices {
  public:
    Notices(const LetterInput& input, const AlreadySaid& said) : in_(input), said_(said) {}

    /// Gives the letter the notice that is due, at most one: the letter's sort says which. Returns the
    /// suspension whose notice is held back.
    std::optional<Suspension> decide(LetterDue& letter) const;

  private:
    template <class Counts>
    [[nodiscard]] std::vector<MoneyOfDay> money_of_days(Counts counts) const;

    void suspended(LetterDue& letter, const Suspension& pause, std::vector<WrongNotice> wrong) const;
    void withdrawn(LetterDue& letter, const Suspension* pause, std::vector<WrongNotice> wrong) const;
    void part_paid(LetterDue& letter, const Suspension& pause, const NoticeSaid& notice) const;
    void reinstated(LetterDue& letter) const;

    void tell_of_pause(LetterDue& letter, const Suspension& pause) const;
    void take_back(LetterDue& letter, std::vector<WrongNotice> wrong) const;

    const LetterInput& in_;
    const AlreadySaid& said_;
};

}  // namespace tracker
