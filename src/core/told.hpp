// SPDX-License-Identifier: MIT
// What a contract's letters say already, so that nothing is said twice (R10); a part of deciding on letters.
#pragma once

#include <algorithm>
#include <vector>

#include "tracker/core/letter.hpp"

namespace tracker {

/// What the contract's letters say already.
class Told {
  public:
    explicit Told(const std::vector<LetterState>& held) {
        for (const LetterState& state : held) {
            if (!state.holds()) continue;
            const bool mail = state.letter.means == Means::mail;
            if (mail) days_.push_back(state.letter.date);
            for (const Matter& matter : read_matters(state.letter.about).value_or(std::vector<Matter>{}))
                said_.push_back({matter, mail ? state.letter.date : latest_day});
        }
    }

    [[nodiscard]] bool wrote_on(Day day) const {
        return std::find(days_.begin(), days_.end(), day) != days_.end();
    }
    [[nodiscard]] bool has(const Matter& matter) const {
        return std::any_of(said_.begin(), said_.end(),
                           [&](const Said& said) { return said.matter == matter; });
    }
    /// The suspensions that notice was given of.
    [[nodiscard]] std::vector<Matter> suspensions() const {
        std::vector<Matter> notices;
        for (const Said& said : said_) {
            if (said.matter.about == Matter::About::suspension) notices.push_back(said.matter);
        }
        return notices;
    }
    /// Whether the item was told of at this offset or a later one. What was written before the day at that
    /// offset spoke of an earlier due date, before an extension.
    [[nodiscard]] bool has_item(const Matter& wanted, Day day) const {
        return std::any_of(said_.begin(), said_.end(), [&](const Said& said) {
            const Matter& matter = said.matter;
            return matter.about == Matter::About::item && matter.kind == wanted.kind &&
                   matter.period == wanted.period && matter.entry == wanted.entry &&
                   matter.offset >= wanted.offset && said.date >= day;
        });
    }

  private:
    struct Said {
        Matter matter;
        Day date;  ///< a notice by another means stands for a letter that is still to come
    };

    std::vector<Day> days_;
    std::vector<Said> said_;
};

}  // namespace tracker
