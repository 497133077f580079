// SPDX-License-Identifier: MIT
#include "tracker/rules/letter_states.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace tracker {
namespace {

bool share_a_matter(const LetterState& state, const std::vector<Matter>& matters) {
    const auto of_state = read_matters(state.letter.about).value_or(std::vector<Matter>{});
    return std::find_first_of(of_state.begin(), of_state.end(), matters.begin(), matters.end()) !=
           of_state.end();
}

bool not_taken(const LetterState& state) {
    return state.step() == Delivery::Step::retry || state.step() == Delivery::Step::failed;
}

/// Uses each matter of a letter, in words that only that matter of that contract has.
template <class Use>
void each_matter(const LetterState& state, Use use) {
    for (const Matter& matter : read_matters(state.letter.about).value_or(std::vector<Matter>{}))
        use(std::pair(state.contract, to_text({matter})));
}

/// A letter that was not taken is replaced by a later one by mail that says one of its matters.
void mark_replaced(std::vector<LetterState>& states) {
    if (std::none_of(states.begin(), states.end(), not_taken)) return;
    std::map<std::pair<ContractId, std::string>, std::int64_t> last;  // the entry of the last that says it
    for (const LetterState& state : states) {
        if (state.letter.means != Means::mail) continue;
        each_matter(state, [&](const auto& matter) {
            std::int64_t& entry = last[matter];
            entry = std::max(entry, state.letter.recorded.entry);
        });
    }
    for (LetterState& state : states) {
        if (!not_taken(state)) continue;
        each_matter(state, [&](const auto& matter) {
            state.replaced = state.replaced || last.at(matter) > state.letter.recorded.entry;
        });
    }
}

}  // namespace

Delivery::Step LetterState::step() const {
    if (letter.means != Means::mail) return Delivery::Step::sent;
    return last ? last->step : Delivery::Step::begun;
}

bool LetterState::holds() const {
    return !not_taken(*this) && step() != Delivery::Step::unsent;
}

bool LetterState::told() const {
    return step() == Delivery::Step::sent || step() == Delivery::Step::arrived;
}

std::vector<LetterState> letter_states(std::vector<std::pair<ContractId, Letter>> letters,
                                       const std::vector<std::pair<ContractId, Delivery>>& deliveries) {
    std::vector<LetterState> states;
    states.reserve(letters.size());
    std::unordered_map<std::int64_t, std::size_t> by_entry;
    for (std::pair<ContractId, Letter>& held : letters) {
        by_entry[held.second.recorded.entry] = states.size();
        LetterState& state = states.emplace_back();
        state.letter = std::move(held.second);
        state.contract = held.first;
    }
    for (const auto& [contract, delivery] : deliveries) {
        const auto found = by_entry.find(delivery.letter);
        if (found == by_entry.end()) continue;
        LetterState& state = states[found->second];
        state.tries += delivery.step == Delivery::Step::begun ? 1 : 0;
        if (!state.last || state.last->recorded.entry < delivery.recorded.entry) state.last = delivery;
    }
    mark_replaced(states);
    return states;
}

NextTry next_try(const std::vector<LetterState>& held, const std::vector<Matter>& matters, Day on) {
    NextTry next;
    for (const LetterState& state : held) {
        if (state.letter.date != on || !not_taken(state) || !share_a_matter(state, matters)) continue;
        if (state.step() == Delivery::Step::failed) return {NextTry::Do::wait, &state};
        next = {NextTry::Do::again, &state};
    }
    return next;
}

}  // namespace tracker
