// SPDX-License-Identifier: MIT
// What a contract's letters say already, so that nothing is said twice (R10); a part of deciding on letters.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "tracker/facts/letter.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {

/// What the contract's letters say already.
class AlreadySaid {
  public:
    explicit AlreadySaid(const std::vector<LetterState>& held) {
        for (const LetterState& state : held) {
            if (!state.holds()) continue;
            const bool mail = state.letter.means == Means::mail;
            if (mail) days_.insert(state.letter.date);
            for (const Matter& matter : read_matters(state.letter.about).value_or(std::vector<Matter>{}))
                said_[name_of(matter)].push_back({matter, mail ? state.letter.date : latest_day});
        }
    }

    [[nodiscard]] bool wrote_on(Day day) const { return days_.contains(day); }
    [[nodiscard]] bool has(const Matter& matter) const {
        return any_said(matter, [&](const Said& said) { return said.matter == matter; });
    }
    /// The suspensions that notice was given of.
    [[nodiscard]] std::vector<Matter> suspensions() const {
        std::vector<Matter> notices;
        for (const auto& [name, all] : said_) {
            for (const Said& said : all) {
                if (said.matter.about == Matter::About::suspension) notices.push_back(said.matter);
            }
        }
        return notices;
    }
    /// Whether the item was told of at this offset or a later one. What was written before the day at that
    /// offset spoke of an earlier due date, before an extension.
    [[nodiscard]] bool has_item(const Matter& wanted, Day day) const {
        return any_said(wanted, [&](const Said& said) {
            return said.matter.offset >= wanted.offset && said.date >= day;
        });
    }

  private:
    struct Said {
        Matter matter;
        Day date;  ///< a notice by another means stands for a letter that is still to come
    };

    /// All but an item's offset: what was said of one thing stands together.
    using Name = std::tuple<Matter::About, Period, Kind, std::int64_t, Day>;
    static Name name_of(const Matter& matter) {
        return {matter.about, matter.period, matter.kind, matter.entry, matter.from};
    }

    template <class Wanted>
    [[nodiscard]] bool any_said(const Matter& matter, Wanted wanted) const {
        const auto found = said_.find(name_of(matter));
        return found != said_.end() && std::any_of(found->second.begin(), found->second.end(), wanted);
    }

    std::set<Day> days_;
    std::map<Name, std::vector<Said>> said_;
};

}  // namespace tracker
