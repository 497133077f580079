// SPDX-License-Identifier: MIT
// What a screen says about pauses that rest on stale or missing statements.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/rules/evidence.hpp"
#include "tracker/session/decided.hpp"

namespace tracker {

class EvidenceNotes {
  public:
    explicit EvidenceNotes(Session& session) : session_(session) {}

    void look(const Decided& decided);
    /// Read when it is first asked for: a morning without a pause needs none of it.
    [[nodiscard]] const KnownDays& known();
    /// Whether a pause looked at was decided after the last known day.
    [[nodiscard]] bool any_beyond() const { return !beyond_.empty(); }
    /// Sentences without a full stop; none where all that is shown rests on known days.
    [[nodiscard]] std::vector<std::string> sentences() const;

  private:
    Session& session_;
    std::optional<KnownDays> known_;
    std::set<std::string> beyond_;  ///< codes of clients paused after the last known day
    std::map<std::pair<Day, std::string>, AccountGap> gaps_;
    /// When the first of the contracts began whose gaps are told: what began later has no others.
    std::optional<Day> earliest_;
};

}  // namespace tracker
