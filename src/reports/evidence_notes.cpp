// SPDX-License-Identifier: MIT
#include "tracker/reports/evidence_notes.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace tracker {
namespace {

constexpr std::size_t most_clients = 5;
constexpr std::size_t most_gaps = 3;
constexpr std::size_t most_waiting = 5;

/// The codes, as many as a line holds.
std::string listed(const std::set<std::string>& codes) {
    const auto end =
        std::next(codes.begin(), static_cast<std::ptrdiff_t>(std::min(codes.size(), most_clients)));
    return fmt::format("{}", fmt::join(codes.begin(), end, ", "));
}

}  // namespace

const MoneyEvidence& EvidenceNotes::evidence() {
    if (!evidence_) evidence_.emplace(session_);
    return *evidence_;
}

bool EvidenceNotes::look(const Decided& decided) {
    const Evidence of_client = evidence().of(decided.client.id);
    if (!of_client.waiting.empty()) waiting_[decided.client.code] = of_client.waiting;
    const bool ended = decided.ledger.service == Service::ended;
    const Money left = ended ? to_return(decided.facts, session_.calendar(), decided.ledger) : Money{};
    if (left.minor > 0) {
        to_return_.push_back(
            Message("note.to-return", {{"client", decided.client.code},
                                       {"contract", decided.facts.contract.number},
                                       {"sum", Sum{left, decided.facts.contract.currency}}}));
    }
    if (decided.ledger.reason != Reason::no_payment || ended) return false;
    look_at_gaps(decided);
    const Suspension* const pause = unproven_pause(decided.ledger, of_client);
    if (!pause) return false;
    unproven_.insert(decided.client.code);
    if (pause->from > of_client.through)
        wanted_until_ = std::max(wanted_until_.value_or(pause->from), pause->from);
    return true;
}

void EvidenceNotes::look_at_gaps(const Decided& decided) {
    const Day starts = decided.facts.contract.starts;
    if (earliest_ && *earliest_ <= starts) return;
    std::vector<AccountGap> gaps = gaps_behind_pause(decided.facts.contract, decided.ledger, known());
    if (!gaps.empty()) earliest_ = starts;
    for (AccountGap& gap : gaps) {
        gaps_.emplace(std::pair{gap.days.from, gap.account}, std::move(gap));
    }
}

std::vector<Message> EvidenceNotes::of_evidence() const {
    std::vector<Message> all;
    if (!unproven_.empty()) {
        const std::size_t more = unproven_.size() - std::min(unproven_.size(), most_clients);
        all.push_back(Message("note.unproven", {{"clients", listed(unproven_)},
                                                {"more", more},
                                                {"through", evidence_->known().through},
                                                {"wanted", wanted_until_}}));
    }
    std::size_t shown = 0;
    for (const auto& [key, gap] : gaps_) {
        if (shown++ == most_gaps) {
            all.push_back(Message("note.more-gaps", {{"count", gaps_.size() - most_gaps}}));
            break;
        }
        all.push_back(message_of(gap));
    }
    return all;
}

std::vector<Message> EvidenceNotes::waiting_of(const Client& client) const {
    std::vector<Message> all;
    const auto waiting = waiting_.find(client.code);
    if (waiting == waiting_.end()) return all;
    for (const WaitingMoney& money : waiting->second) all.push_back(message_of(money, client.code));
    return all;
}

std::vector<Message> EvidenceNotes::all() const {
    std::vector<Message> all = of_evidence();
    std::size_t waiting = 0;
    for (const auto& [code, lines] : waiting_) {
        for (const WaitingMoney& money : lines) {
            if (waiting++ < most_waiting) all.push_back(message_of(money, code));
        }
    }
    if (waiting > most_waiting)
        all.push_back(Message("note.more-waiting", {{"count", waiting - most_waiting}}));
    all.insert(all.end(), to_return_.begin(), to_return_.end());
    return all;
}

}  // namespace tracker
