// SPDX-License-Identifier: MIT
// The sections of an explanation, one after the other. Decides nothing: each sentence is of the ledger.
#pragma once

#include <optional>
#include <vector>

#include "tracker/rules/charges_by_entry.hpp"
#include "tracker/rules/explanation.hpp"
#include "tracker/rules/inputs.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

/// "on the day", "3 days late", "2 days early" of something that was due on one day and done on another.
Message timeliness(Day done, Day due);

/// How due dates came about (R1, R2). Holds references: the facts and the calendar must outlive it.
class DueRules {
  public:
    DueRules(const ContractFacts& facts, const Calendar& calendar);

    /// "day 10 of the month, a Saturday, moved to the next working day", as known on the day.
    [[nodiscard]] Message rule(Kind kind, Period period, Day on) const;
    [[nodiscard]] const Schedule& schedule() const { return schedule_; }

  private:
    [[nodiscard]] const Extension* extension(Kind kind, Period period, Day on) const;

    const ContractFacts& facts_;
    Schedule schedule_;
    std::vector<const Extension*> extensions_;  // by kind, period, date granted, entry
};

class Explainer {
  public:
    Explainer(const Client& client, const ContractFacts& facts, const Calendar& calendar,
              const Ledger& ledger, const KnownDays& known, const Evidence& evidence,
              const std::vector<LetterState>& letters)
        : client_(client),
          facts_(facts),
          calendar_(calendar),
          ledger_(ledger),
          known_(known),
          evidence_(evidence),
          letters_(letters),
          one_offs_(facts),
          due_rules_(facts, calendar),
          inputs_(facts, due_rules_.schedule()) {}

    Explanation explain();

  private:
    using Lines = std::vector<Message>;

    Explanation::Section& section(Message heading) {
        return explanation_.sections.emplace_back(Explanation::Section{std::move(heading), {}});
    }

    [[nodiscard]] Sum sum(Money amount) const { return {amount, facts_.contract.currency}; }
    /// Where the currency was said before.
    static Sum bare(Money amount) { return {amount, ""}; }

    void agreement();
    void service();
    void pause(Lines& lines, const Suspension& s);
    void what_lifts(Lines& lines);
    /// Why the pause outlived the money that came since it began.
    void outlived(Lines& lines, const Suspension& s);
    void money_left(Lines& lines);
    void charges();
    /// A one-off charge is named by its text, and proved by the change that recorded it.
    [[nodiscard]] Message whole_name(const ChargeState& charge) const;
    void money();
    /// Work of ours that waits for papers of the client (R7a).
    void blocked();
    /// Both note that the kind is named.
    Message name(Kind kind, Period period);
    Message name(const Obligation& item);
    void items(const Message& heading, OwedBy owed_by, bool (*wanted)(Status));
    [[nodiscard]] std::optional<Message> how(const Obligation& item) const;
    void done();
    Message done(const Obligation& item);
    void exceptions();
    void past_pauses();
    void letters();

    const Client& client_;
    const ContractFacts& facts_;
    const Calendar& calendar_;
    const Ledger& ledger_;
    const KnownDays& known_;
    const Evidence& evidence_;
    const std::vector<LetterState>& letters_;
    ChargesByEntry one_offs_;
    DueRules due_rules_;
    ContractInputs inputs_;
    Explanation explanation_;
};

}  // namespace tracker
