// SPDX-License-Identifier: MIT
// The sections of an explanation, one after the other. Decides nothing: each sentence is of the ledger.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tracker/rules/charges_by_entry.hpp"
#include "tracker/rules/explanation.hpp"
#include "tracker/rules/inputs.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

/// "[change 7]": the proof of a fact.
inline std::string by_change(const Recorded& fact) {
    return fmt::format("[change {}]", fact.added);
}

/// "on the day", "3 days late", "2 days early" of something that was due on one day and done on another.
std::string timeliness(Day done, Day due);

/// How due dates came about (R1, R2). Holds references: the facts and the calendar must outlive it.
class DueRules {
  public:
    DueRules(const ContractFacts& facts, const Calendar& calendar);

    /// "day 10 of the month, a Saturday, moved to the next working day", as known on the day.
    [[nodiscard]] std::string rule(Kind kind, Period period, Day on) const;
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
    Explanation::Section& section(std::string heading) {
        return explanation_.sections.emplace_back(Explanation::Section{std::move(heading), {}});
    }

    [[nodiscard]] std::string sum(Money amount) const {
        return format(amount) + " " + facts_.contract.currency;
    }

    void agreement();
    void service();
    void pause(std::vector<std::string>& lines, const Suspension& s);
    void what_lifts(std::vector<std::string>& lines);
    /// Why the pause outlived the money that came since it began.
    void outlived(std::vector<std::string>& lines, const Suspension& s);
    void money_left(std::vector<std::string>& lines);
    void charges();
    /// A one-off charge is named by its text, and proved by the change that recorded it.
    [[nodiscard]] std::string whole_name(const ChargeState& charge) const;
    void money();
    /// Work of ours that waits for papers of the client (R7a).
    void blocked();
    /// What of the papers' lateness belongs to work that is done.
    [[nodiscard]] std::string waited(const Obligation& item) const;
    /// Both note that the kind is named.
    std::string name(Kind kind, Period period);
    std::string name(const Obligation& item);
    void items(const std::string& heading, OwedBy owed_by, bool (*wanted)(Status));
    [[nodiscard]] std::string how(const Obligation& item) const;
    void done();
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
