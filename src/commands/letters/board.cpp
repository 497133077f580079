// SPDX-License-Identifier: MIT
#include "commands/letters/board.hpp"

#include <algorithm>
#include <charconv>

namespace tracker {
namespace {

/// "-1,+1,+3", as the setting keeps it.
std::vector<int> read_offsets(std::string_view text) {
    std::vector<int> offsets;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        std::string_view one = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        if (one.starts_with('+')) one.remove_prefix(1);
        int offset = 0;
        std::from_chars(one.data(), one.data() + one.size(), offset);
        offsets.push_back(offset);
    }
    std::sort(offsets.begin(), offsets.end());
    return offsets;
}

}  // namespace

LetterBoard::LetterBoard(const Store& store) {
    for (LetterState& state : letter_states(store.letters_in_brief(), store.all_owned<Delivery>())) {
        by_contract_[state.contract].push_back(std::move(state));
    }
}

const std::vector<LetterState>& LetterBoard::of(ContractId contract) const {
    static const std::vector<LetterState> none;
    const auto found = by_contract_.find(contract);
    return found == by_contract_.end() ? none : found->second;
}

std::vector<const LetterState*> LetterBoard::all() const {
    std::vector<const LetterState*> all;
    for (const auto& [contract, states] : by_contract_) {
        for (const LetterState& state : states) all.push_back(&state);
    }
    std::sort(all.begin(), all.end(), [](const LetterState* a, const LetterState* b) {
        return a->letter.recorded.entry < b->letter.recorded.entry;
    });
    return all;
}

ReminderRules reminder_rules(Session& session) {
    ReminderRules rules;
    rules.from = parse_day(session.setting("letters-from")).value_or(session.on());
    const std::string& day = session.setting("reminder-day");
    std::from_chars(day.data(), day.data() + day.size(), rules.monthly_day);
    rules.offsets = read_offsets(session.setting("reminder-offsets"));
    return rules;
}

}  // namespace tracker
