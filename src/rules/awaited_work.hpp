// SPDX-License-Identifier: MIT
// Which papers of the client our work waits for (R7a, R10); a part of deciding on letters.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "tracker/rules/inputs.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

/// Built where it is asked for first: of most contracts nothing waits. Holds references.
class MissingPapers {
  public:
    MissingPapers(const CarriedFacts& facts, const Calendar& calendar) : facts_(facts), calendar_(calendar) {}

    /// The inputs of an obligation of ours that haven't come by the day; none of what is done or forgiven.
    [[nodiscard]] std::vector<WorkInput> of(const Obligation& item, Day on) {
        if (item.owed_by != OwedBy::us || !item.open()) return {};
        if (!schedule_) {
            schedule_.emplace(facts_, calendar_);
            inputs_.emplace(facts_, *schedule_);
        }
        std::vector<WorkInput> missing = inputs_->of(item, on);
        std::erase_if(missing, [](const WorkInput& input) { return input.came.has_value(); });
        return missing;
    }

  private:
    const CarriedFacts& facts_;
    const Calendar& calendar_;
    std::optional<Schedule> schedule_;
    std::optional<ContractInputs> inputs_;
};

}  // namespace tracker
