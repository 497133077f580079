// SPDX-License-Identifier: MIT
// Letters in words, for screens and proofs.
#include <fmt/format.h>

#include <algorithm>

#include "tracker/facts/letter.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_lines = 8;

std::string in_words(const Matter& matter, const Schedule& schedule) {
    const auto name = [&] {
        return name_of(matter.kind, matter.period, schedule.months(matter.kind, matter.period));
    };
    switch (matter.about) {
        case Matter::About::monthly:
            return "monthly reminder of " + format(matter.period);
        case Matter::About::suspension:
            return "notice of the suspension from " + format(matter.from);
        case Matter::About::reinstatement:
            return "notice that the suspension from " + format(matter.from) + " is over";
        case Matter::About::withdrawal:
            return "withdrawal of the notice of " + format(matter.from);
        case Matter::About::part_payment:
            return "part payment of " + format(matter.from);
        case Matter::About::blocked:
            return "what the " + name() + " waits for";
        case Matter::About::item:
            break;
    }
    const auto days = matter.offset < 0 ? -matter.offset : matter.offset;
    const std::string when =
        matter.offset == 0 ? "on the day"
                           : fmt::format("{} {}", count(days, "day"), matter.offset < 0 ? "before" : "after");
    return name() + ", " + when;
}

bool is_notice_of(const Letter& letter, Day pause) {
    const auto matters = read_matters(letter.about).value_or(std::vector<Matter>{});
    return std::any_of(matters.begin(), matters.end(), [&](const Matter& matter) {
        return matter.about == Matter::About::suspension && matter.from == pause;
    });
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

std::string matters_in_words(const std::string& about, const Schedule& schedule) {
    const auto matters = read_matters(about);
    if (!matters) return about;
    std::string words;
    for (const Matter& matter : *matters) words += (words.empty() ? "" : "; ") + in_words(matter, schedule);
    return words;
}

std::vector<std::string> letter_lines(const std::vector<LetterState>& letters, const Schedule& schedule,
                                      Day on, std::optional<Day> pause) {
    struct Line {
        std::string text;
        bool stays = false;
    };
    std::vector<Line> all;
    for (const LetterState& state : letters) {
        const Letter& letter = state.letter;
        if (letter.date > on) continue;
        const bool mail = letter.means == Means::mail;
        const std::string text = fmt::format("{}: {}, {} [change {}]", format(letter.date),
                                             matters_in_words(letter.about, schedule),
                                             mail ? fmt::format("to {}, {}", letter.recipient, word_of(state))
                                                  : fmt::format("told by {}", tracker::text(letter.means)),
                                             letter.recorded.added);
        all.push_back({text, pause && is_notice_of(letter, *pause)});
    }
    std::size_t cut = all.size() > most_lines ? all.size() - most_lines : 0;
    std::vector<std::string> lines;
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i >= cut || all[i].stays) {
            lines.push_back(std::move(all[i].text));
        } else {
            ++left_out;
        }
    }
    if (left_out > 0) lines.insert(lines.begin(), fmt::format("{} more: see 'tracker letters'", left_out));
    return lines;
}

}  // namespace tracker
