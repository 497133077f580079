// SPDX-License-Identifier: MIT
// What a screen says about pauses that rest on stale or missing statements.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "report_rows.hpp"
#include "tracker/core/evidence.hpp"

namespace tracker {

/// What is known of payments, from the session's store.
KnownDays known_days(Session& session);

/// Says through which day payments are known, if statements were imported.
void say_known_through(Session& session);

class EvidenceNotes {
  public:
    explicit EvidenceNotes(Session& session) : known_(known_days(session)) {}

    void look(const Decided& decided);
    [[nodiscard]] const KnownDays& known() const { return known_; }
    /// Whether a pause looked at was decided after the last known day.
    [[nodiscard]] bool any_beyond() const { return !beyond_.empty(); }
    /// Sentences without a full stop; none where all that is shown rests on known days.
    [[nodiscard]] std::vector<std::string> sentences() const;

  private:
    KnownDays known_;
    std::set<std::string> beyond_;  ///< codes of clients paused after the last known day
    std::map<std::pair<Day, std::string>, AccountGap> gaps_;
};

}  // namespace tracker
