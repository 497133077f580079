// SPDX-License-Identifier: MIT
// Letters in words, for screens and proofs.
#include <algorithm>

#include "tracker/facts/letter.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_lines = 8;

Message message_of(const Matter& matter, const Schedule& schedule) {
    const auto name = [&] {
        return name_of(matter.kind, matter.period, schedule.months(matter.kind, matter.period));
    };
    switch (matter.about) {
        case Matter::About::monthly:
            return Message("matter.monthly", {{"month", matter.period}});
        case Matter::About::suspension:
            return Message("matter.suspension", {{"from", matter.from}});
        case Matter::About::reinstatement:
            return Message("matter.reinstatement", {{"from", matter.from}});
        case Matter::About::withdrawal:
            return Message("matter.withdrawal", {{"from", matter.from}});
        case Matter::About::part_payment:
            return Message("matter.part-payment", {{"from", matter.from}});
        case Matter::About::blocked:
            return Message("matter.blocked", {{"work", name()}});
        case Matter::About::item:
            break;
    }
    if (matter.offset < 0) return Message("matter.before", {{"item", name()}, {"days", -matter.offset}});
    if (matter.offset > 0) return Message("matter.after", {{"item", name()}, {"days", matter.offset}});
    return Message("matter.on-the-day", {{"item", name()}});
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

std::vector<Message> matters_of(const std::string& about, const Schedule& schedule) {
    const auto matters = read_matters(about);
    if (!matters) return {Message("matter.unread", {{"text", about}})};
    std::vector<Message> said;
    for (const Matter& matter : *matters) said.push_back(message_of(matter, schedule));
    return said;
}

std::vector<Message> letter_lines(const std::vector<LetterState>& letters, const Schedule& schedule, Day on,
                                  std::optional<Day> pause) {
    struct Line {
        Message text;
        bool stays = false;
    };
    std::vector<Line> all;
    for (const LetterState& state : letters) {
        const Letter& letter = state.letter;
        if (letter.date > on) continue;
        const auto matters = matters_of(letter.about, schedule);
        const ChangeNumber change = letter.recorded.added;
        const bool stays = pause && is_notice_of(letter, *pause);
        if (letter.means == Means::mail) {
            all.push_back({Message("letter.mailed", {{"day", letter.date},
                                                     {"about", matters},
                                                     {"recipient", letter.recipient},
                                                     {"state", Slug{std::string(word_of(state))}},
                                                     {"change", change}}),
                           stays});
        } else {
            all.push_back(
                {Message(
                     "letter.told",
                     {{"day", letter.date}, {"about", matters}, {"means", letter.means}, {"change", change}}),
                 stays});
        }
    }
    const std::size_t cut = all.size() > most_lines ? all.size() - most_lines : 0;
    std::vector<Message> lines;
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i >= cut || all[i].stays) {
            lines.push_back(std::move(all[i].text));
        } else {
            ++left_out;
        }
    }
    if (left_out > 0) lines.insert(lines.begin(), Message("letter.more", {{"count", left_out}}));
    return lines;
}

}  // namespace tracker
