// SPDX-License-Identifier: MIT
// The letters of one contract, day by day.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "story.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/reminders.hpp"

namespace tracker {

/// A practice that writes letters day by day, to one contract.
class Correspondence {
  public:
    explicit Correspondence(ContractFacts facts) : facts_(std::move(facts)) {}

    ReminderRules rules{on("2026-11-01"), 1, {-1, 1, 3}, false};
    ContractFacts& facts() { return facts_; }
    std::vector<LetterState>& held() { return held_; }

    std::optional<LetterDue> due(const std::string& day) const { return decision(day).due; }
    /// Payments are known through yesterday, or as said.
    LetterDecision decision(const std::string& day) const {
        const LedgerOn ledger_on = [&](Day d) {
            return make_ledger(facts_, calendar_, d, letters_through(d));
        };
        Evidence evidence = evidence_on(on(day), KnownDays{known_through, {}}, waiting);
        const Ledger today = ledger_on(on(day));
        return letter_due({facts_, today, calendar_, rules, evidence, held_}, ledger_on);
    }
    std::optional<Day> known_through;
    std::vector<WaitingMoney> waiting;

    /// What went out on the day, as text; "" if nothing.
    std::string run(const std::string& day, Delivery::Step step = Delivery::Step::sent) {
        const auto letter = due(day);
        if (!letter) return "";
        LetterState state;
        state.letter.recorded = {++entry_, ++change_};
        state.letter.date = letter->on;
        state.letter.about = to_text(letter->matters);
        state.last = Delivery{{entry_, 1}, entry_, step, ""};
        held_.push_back(state);
        return state.letter.about;
    }

    /// Records a payment, after all that was recorded and sent before.
    void pay(const std::string& day, Money amount) {
        facts_.payments.push_back({{++entry_ + 1000, ++change_}, on(day), amount, "", "", 0});
    }

    /// Every day from one to another: "day: about" a line.
    std::string year(const std::string& from, const std::string& until) {
        std::string all;
        for (Day day = on(from); day <= on(until); day += days{1}) {
            const std::string about = run(format(day));
            if (!about.empty()) all += format(day) + ": " + about + "\n";
        }
        return all;
    }

  private:
    ContractFacts facts_;
    Calendar calendar_;
    std::vector<LetterState> held_;
    std::int64_t entry_ = 0;
    ChangeNumber change_ = 100;
};

}  // namespace tracker
