// SPDX-License-Identifier: MIT
#include "tracker/reports/evidence_notes.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace tracker {
namespace {

constexpr std::size_t most_clients = 5;
constexpr std::size_t most_gaps = 3;
constexpr std::size_t most_waiting = 5;

std::string named(const std::set<std::string>& codes) {
    std::vector<std::string> shown(
        codes.begin(),
        std::next(codes.begin(), static_cast<std::ptrdiff_t>(std::min(codes.size(), most_clients))));
    const std::string more =
        codes.size() > most_clients ? fmt::format(" and {} more", codes.size() - most_clients) : "";
    return fmt::format("{}{}", fmt::join(shown, ", "), more);
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
            fmt::format("{}, contract {}: {} {} more came than was charged: to be returned, since the "
                        "contract is over",
                        decided.client.code, decided.facts.contract.number, format(left),
                        decided.facts.contract.currency));
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

std::vector<std::string> EvidenceNotes::of_evidence() const {
    std::vector<std::string> all;
    if (!unproven_.empty()) {
        const auto& through = evidence_->known().through;
        std::string why;
        if (wanted_until_ && through) {
            why = fmt::format(": payments are known through {}, and must be through {}", format(*through),
                              format(*wanted_until_));
        } else if (wanted_until_) {
            why = fmt::format(": {} isn't over yet", format(*wanted_until_));
        }
        all.push_back(fmt::format("not proven yet is the pause of {}{}", named(unproven_), why));
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

std::vector<std::string> EvidenceNotes::waiting_of(const Client& client) const {
    std::vector<std::string> all;
    const auto waiting = waiting_.find(client.code);
    if (waiting == waiting_.end()) return all;
    for (const WaitingMoney& money : waiting->second) all.push_back(sentence(money, client.code));
    return all;
}

std::vector<std::string> EvidenceNotes::all() const {
    std::vector<std::string> all = of_evidence();
    std::size_t waiting = 0;
    for (const auto& [code, lines] : waiting_) {
        for (const WaitingMoney& money : lines) {
            if (waiting++ < most_waiting) all.push_back(sentence(money, code));
        }
    }
    if (waiting > most_waiting)
        all.push_back(
            fmt::format("and {} more lines that wait: see 'tracker unplaced'", waiting - most_waiting));
    all.insert(all.end(), to_return_.begin(), to_return_.end());
    return all;
}

}  // namespace tracker
