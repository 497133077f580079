// SPDX-License-Identifier: MIT
#include "tracker/session/letters_on_record.hpp"

#include <algorithm>

#include "tracker/rules/letter_states.hpp"
#include "tracker/session/settings.hpp"

namespace tracker {
LettersOnRecord::LettersOnRecord(const Store& store) {
    for (LetterState& state : letter_states(store.letters_in_brief(), store.all_owned<Delivery>())) {
        by_contract_[state.contract].push_back(std::move(state));
    }
}

const std::vector<LetterState>& LettersOnRecord::of(ContractId contract) const {
    static const std::vector<LetterState> none;
    const auto found = by_contract_.find(contract);
    return found == by_contract_.end() ? none : found->second;
}

std::vector<const LetterState*> LettersOnRecord::all() const {
    std::vector<const LetterState*> all;
    for (const auto& [contract, states] : by_contract_) {
        for (const LetterState& state : states) all.push_back(&state);
    }
    std::sort(all.begin(), all.end(), [](const LetterState* a, const LetterState* b) {
        return a->letter.recorded.entry < b->letter.recorded.entry;
    });
    return all;
}

std::vector<LetterState> letters_of(const Store& store, ContractId contract) {
    return letter_states(store.letters_in_brief(contract), store.all_owned<Delivery>(contract));
}

ReminderRules reminder_rules(Session& session) {
    ReminderRules rules;
    rules.from = parse_day(session.setting("letters-from")).value_or(session.on());
    rules.monthly_day = read_count(session.setting("reminder-day"), "the reminder day", 1, 31);
    rules.offsets = read_offsets(session.setting("reminder-offsets"));
    rules.blocked_before = read_count(session.setting("blocked-offset"), "the blocked offset", 0, 28);
    rules.working_days = session.setting("letter-days") == "working";
    return rules;
}

}  // namespace tracker
