// SPDX-License-Identifier: MIT
// What a contract's letters say already, so that nothing is said twice (R10); a part of deciding on letters.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "tracker/facts/letter.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {

/// What was said of one suspension, by the day on which it began.
struct NoticeSaid {
    Matter::About last = Matter::About::suspension;  ///< what was said of it last
    Day notified{};                                  ///< the day of its last notice of suspension
    ChangeNumber recorded = 0;                       ///< the change that recorded that notice
};

class AlreadySaid {
  public:
    using About = Matter::About;

    explicit AlreadySaid(const std::vector<LetterState>& letters) {
        for (const LetterState& state : letters) {
            if (!state.holds()) continue;
            const bool mail = state.letter.means == Means::mail;
            if (mail) days_.insert(state.letter.date);
            for (const Matter& matter : read_matters(state.letter.about).value_or(std::vector<Matter>{})) {
                said_[name_of(matter)].push_back({matter, mail ? state.letter.date : latest_day});
                if (matter.about == About::monthly && mail) monthly_[state.letter.date] = matter.period;
                take_notice(matter, state.letter);
            }
        }
    }

    [[nodiscard]] bool wrote_on(Day day) const { return days_.contains(day); }
    [[nodiscard]] bool has(const Matter& matter) const {
        return any_said(matter, [&](const Said& said) { return said.matter == matter; });
    }
    /// What was said of suspensions, by their first day.
    [[nodiscard]] const std::map<Day, NoticeSaid>& suspensions() const { return suspensions_; }
    /// What was said last of the suspension that began on the day; nothing if none was notified.
    [[nodiscard]] const NoticeSaid* of_suspension(Day from) const {
        const auto found = suspensions_.find(from);
        return found == suspensions_.end() ? nullptr : &found->second;
    }
    /// The monthly letters that went out by mail: their months by the day.
    [[nodiscard]] const std::map<Day, Period>& monthly() const { return monthly_; }
    /// Whether the item was told of at this offset or a later one. What was written before the day at that
    /// offset spoke of an earlier due date, before an extension.
    [[nodiscard]] bool has_item(const Matter& wanted, Day day) const {
        return any_said(wanted, [&](const Said& said) {
            return said.matter.offset >= wanted.offset && said.date >= day;
        });
    }
    /// The first day on which the client was written to; nothing if none was.
    [[nodiscard]] std::optional<Day> first_day() const {
        return days_.empty() ? std::nullopt : std::optional(*days_.begin());
    }

  private:
    struct Said {
        Matter matter;
        Day date;  ///< a notice by another means stands for a letter that is still to come
    };

    /// All but an item's offset: what was said of one thing stands together.
    using Name = std::tuple<About, Period, Kind, std::int64_t, Day>;
    static Name name_of(const Matter& matter) {
        return {matter.about, matter.period, matter.kind, matter.entry, matter.from};
    }

    void take_notice(const Matter& matter, const Letter& letter) {
        if (matter.about == About::suspension) {
            suspensions_[matter.from] = {About::suspension, letter.date, letter.recorded.added};
        } else if (matter.about == About::reinstatement || matter.about == About::withdrawal) {
            const auto told = suspensions_.find(matter.from);
            if (told != suspensions_.end()) told->second.last = matter.about;
        }
    }

    template <class Wanted>
    [[nodiscard]] bool any_said(const Matter& matter, Wanted wanted) const {
        const auto found = said_.find(name_of(matter));
        return found != said_.end() && std::any_of(found->second.begin(), found->second.end(), wanted);
    }

    std::set<Day> days_;
    std::map<Name, std::vector<Said>> said_;
    std::map<Day, NoticeSaid> suspensions_;
    std::map<Day, Period> monthly_;
};

}  // namespace tracker
