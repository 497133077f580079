// SPDX-License-Identifier: MIT
// What letters on record have told, and what a notice by another means is about.
#include <algorithm>
#include <optional>

#include "rules/notices.hpp"
#include "rules/reminder_days.hpp"
#include "rules/told.hpp"
#include "tracker/rules/reminders.hpp"

namespace tracker {

using About = Matter::About;

std::vector<WrongNotice> wrong_notices(const CarriedFacts& facts, const Ledger& today,
                                       const std::vector<LetterState>& letters) {
    return wrong_notices(facts, today, AlreadySaid(letters));
}

bool wants_all_facts(const BroughtForward& brought, const std::vector<LetterState>& letters) {
    const AlreadySaid said(letters);
    const auto& notices = said.suspensions();
    return std::any_of(notices.begin(), notices.end(), [&](const auto& one) {
        const auto& [from, notice] = one;
        if (notice.last == About::suspension) return true;
        const bool known = std::binary_search(brought.over.begin(), brought.over.end(), from) ||
                           std::any_of(brought.suspensions.begin(), brought.suspensions.end(),
                                       [from = from](const Suspension& kept) { return kept.from == from; });
        return notice.last == About::reinstatement && from <= brought.since && !known;
    });
}

std::vector<Matter> matters_of_suspension(const Ledger& today) {
    for (auto suspension = today.suspensions.rbegin(); suspension != today.suspensions.rend(); ++suspension) {
        if (suspension->reason != Reason::no_payment || suspension->from > today.on) continue;
        const bool over = !suspension->holds(today.on);
        Matter matter;
        matter.about = over ? About::reinstatement : About::suspension;
        matter.from = suspension->from;
        return {matter};
    }
    return {};
}

std::vector<Matter> matters_of_kind(const Ledger& today, Kind kind, const ReminderRules& rules,
                                    const Calendar& calendar) {
    const ReminderDays days(rules, calendar);
    std::vector<Matter> matters;
    std::optional<Matter> next;
    Day next_due{};
    for (const Obligation& item : today.obligations) {
        if (item.kind != kind || !(item.owed_by == OwedBy::client && item.open()) ||
            item.due > letters_through(today.on))
            continue;
        Matter matter{About::item, item.period, item.kind, item.entry, 0, {}};
        matter.offset = rules.offsets.empty() ? 0 : rules.offsets.front();
        bool reached = item.due <= today.on;
        for (const int offset : rules.offsets) {
            if (days.at_offset(item.due, offset) > today.on) break;
            matter.offset = offset;
            reached = true;
        }
        if (reached) {
            matters.push_back(matter);
        } else if (!next || item.due < next_due) {
            next = matter;
            next_due = item.due;
        }
    }
    if (matters.empty() && next) matters.push_back(*next);
    return matters;
}

std::map<Day, Day> notices_given(const std::vector<LetterState>& letters) {
    std::map<Day, Day> given;
    for (const LetterState& state : letters) {
        const auto matters = read_matters(state.letter.about);
        if (!state.told() || !matters) continue;
        for (const Matter& matter : *matters) {
            if (matter.about != About::suspension) continue;
            const auto [first, fresh] = given.emplace(matter.from, state.letter.date);
            if (!fresh) first->second = std::min(first->second, state.letter.date);
        }
    }
    return given;
}

}  // namespace tracker
