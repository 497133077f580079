// SPDX-License-Identifier: MIT
#include "tracker/core/letter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

namespace tracker {
namespace {

constexpr std::string_view between = "; ";

std::string to_text(const Matter& matter) {
    switch (matter.about) {
        case Matter::About::monthly:
            return "monthly " + format(matter.period);
        case Matter::About::suspension:
            return "suspension " + format(matter.from);
        case Matter::About::reinstatement:
            return "reinstatement " + format(matter.from);
        case Matter::About::item:
            break;
    }
    return fmt::format("{} {}{} {:+}", matter.kind.text(), format(matter.period),
                       matter.entry == 0 ? "" : fmt::format(" #{}", matter.entry), matter.offset);
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return words;
}

template <class Integer>
bool read_integer(std::string_view text, Integer& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Matter> read_matter(std::string_view text) {
    const auto words = parts_of(text, " ");
    if (words.size() < 2) return std::nullopt;
    Matter matter;
    if (words[0] == "suspension" || words[0] == "reinstatement") {
        const auto day = parse_day(words[1]);
        if (!day || words.size() > 2) return std::nullopt;
        matter.about = words[0] == "suspension" ? Matter::About::suspension : Matter::About::reinstatement;
        matter.from = *day;
        return matter;
    }
    const auto period = parse_period(words[1]);
    if (!period) return std::nullopt;
    matter.period = *period;
    if (words[0] == "monthly") return words.size() == 2 ? std::optional(matter) : std::nullopt;
    matter.about = Matter::About::item;
    matter.kind = Kind(words[0]);
    const bool one_off = words.size() == 4 && words[2].starts_with('#');
    if (one_off && !read_integer(words[2].substr(1), matter.entry)) return std::nullopt;
    if (words.size() != (one_off ? 4U : 3U) || !Kind::is_slug(words[0])) return std::nullopt;
    if (!read_integer(words.back(), matter.offset)) return std::nullopt;
    return matter;
}

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
        use(std::pair(state.contract, to_text(matter)));
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

std::string to_text(const std::vector<Matter>& matters) {
    std::string text;
    for (const Matter& matter : matters) {
        if (!text.empty()) text += between;
        text += to_text(matter);
    }
    return text;
}

std::optional<std::vector<Matter>> read_matters(std::string_view text) {
    std::vector<Matter> matters;
    for (const std::string_view one : parts_of(text, between)) {
        const auto matter = read_matter(one);
        if (!matter) return std::nullopt;
        matters.push_back(*matter);
    }
    return matters;
}

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
