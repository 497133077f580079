// SPDX-License-Identifier: MIT
#include "tracker/bank/money_evidence.hpp"

#include "tracker/bank/waiting.hpp"
#include "tracker/session/known_days.hpp"

namespace tracker {

MoneyEvidence::MoneyEvidence(Session& session) : on_(session.on()), known_(known_days(session)) {
    for (WaitingLine& line : waiting_money(session.store())) {
        waiting_[line.client].push_back(
            {line.line, line.date, line.amount, std::move(line.party), line.typed});
    }
}

Evidence MoneyEvidence::of(ClientId client) const {
    const auto waiting = waiting_.find(client);
    return evidence_on(on_, known_,
                       waiting == waiting_.end() ? std::vector<WaitingMoney>{} : waiting->second);
}

}  // namespace tracker
