// SPDX-License-Identifier: MIT
// Letters in words, for screens and proofs.
#include <fmt/format.h>

#include "tracker/facts/letter.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_lines = 8;

std::string in_words(const Matter& matter) {
    switch (matter.about) {
        case Matter::About::monthly:
            return "monthly reminder of " + format(matter.period);
        case Matter::About::suspension:
            return "notice of the suspension from " + format(matter.from);
        case Matter::About::reinstatement:
            return "notice that the suspension from " + format(matter.from) + " is over";
        case Matter::About::item:
            break;
    }
    const auto days = matter.offset < 0 ? -matter.offset : matter.offset;
    const std::string when =
        matter.offset == 0 ? "on the day"
                           : fmt::format("{} {}", count(days, "day"), matter.offset < 0 ? "before" : "after");
    return name_of(matter.kind, matter.period) + ", " + when;
}

}  // namespace

std::string_view word_of(const LetterState& state) {
    switch (state.step()) {
        case Delivery::Step::sent:
        case Delivery::Step::arrived:
            return "sent";
        case Delivery::Step::retry:
            return state.replaced ? "replaced" : "waiting";
        case Delivery::Step::failed:
            return state.replaced ? "replaced" : "failed";
        case Delivery::Step::unsent:
            return "unsent";
        case Delivery::Step::begun:
        case Delivery::Step::doubtful:
            break;
    }
    return "in doubt";
}

std::string matters_in_words(const std::string& about) {
    const auto matters = read_matters(about);
    if (!matters) return about;
    std::string words;
    for (const Matter& matter : *matters) words += (words.empty() ? "" : "; ") + in_words(matter);
    return words;
}

std::vector<std::string> letter_lines(const std::vector<LetterState>& letters, Day on) {
    std::vector<std::string> lines;
    for (const LetterState& state : letters) {
        const Letter& letter = state.letter;
        if (letter.date > on) continue;
        const bool mail = letter.means == Means::mail;
        lines.push_back(fmt::format("{}: {}, {} [change {}]", format(letter.date),
                                    matters_in_words(letter.about),
                                    mail ? fmt::format("to {}, {}", letter.recipient, word_of(state))
                                         : fmt::format("told by {}", text(letter.means)),
                                    letter.recorded.added));
    }
    if (lines.size() > most_lines)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(most_lines));
    return lines;
}

}  // namespace tracker
