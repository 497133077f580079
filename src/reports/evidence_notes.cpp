// SPDX-License-Identifier: MIT
#include "tracker/reports/evidence_notes.hpp"

#include <algorithm>

#include "tracker/session/known_days.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_clients = 5;
constexpr std::size_t most_gaps = 3;

}  // namespace

const KnownDays& EvidenceNotes::known() {
    if (!known_) known_ = known_days(session_);
    return *known_;
}

void EvidenceNotes::look(const Decided& decided) {
    if (decided.ledger.reason != Reason::no_payment) return;
    if (paused_beyond(decided.ledger, known())) beyond_.insert(decided.client.code);
    const Day starts = decided.facts.contract.starts;
    if (earliest_ && *earliest_ <= starts) return;
    std::vector<AccountGap> gaps = gaps_behind_pause(decided.facts.contract, decided.ledger, known());
    if (!gaps.empty()) earliest_ = starts;
    for (AccountGap& gap : gaps) {
        gaps_.emplace(std::pair{gap.days.from, gap.account}, std::move(gap));
    }
}

std::vector<std::string> EvidenceNotes::sentences() const {
    std::vector<std::string> all;
    if (!beyond_.empty()) {
        std::string codes;
        std::size_t shown = 0;
        for (const std::string& code : beyond_) {
            if (shown++ == most_clients) break;
            codes += (codes.empty() ? "" : ", ") + code;
        }
        if (beyond_.size() > most_clients)
            codes += fmt::format(" and {} more", beyond_.size() - most_clients);
        all.push_back(fmt::format("payments are known through {}: what came later may lift the pause of {}",
                                  format(*known_->through), codes));
    }
    std::size_t shown = 0;
    for (const auto& [key, gap] : gaps_) {
        if (shown++ == most_gaps) {
            all.push_back(
                fmt::format("and {} more gaps: see 'tracker account list'", gaps_.size() - most_gaps));
            break;
        }
        all.push_back(sentence(gap));
    }
    return all;
}

}  // namespace tracker
