// SPDX-License-Identifier: MIT
#include "tracker/reports/due.hpp"

#include <algorithm>

namespace tracker {

bool DueFilter::wants(const Obligation& item) const {
    return item.open() && item.due <= through && (!owed_by || *owed_by == item.owed_by) &&
           (!kind || *kind == item.kind);
}

AgendaContract agenda_contract(const Decided& decided, const DueFilter& filter) {
    const Ledger& ledger = decided.ledger;
    AgendaContract contract;
    contract.client = decided.client.code;
    contract.name = decided.client.name;
    contract.contract = decided.facts.contract.number;
    contract.currency = decided.facts.contract.currency;
    contract.service = ledger.service;
    if (ledger.service != Service::ended) contract.paused_since = ledger.paused_since;
    contract.reason = ledger.reason;
    contract.warning = ledger.warning;
    for (const Suspension& suspension : ledger.suspensions) {
        if (suspension.reason != Reason::manual || !suspension.holds(ledger.on)) continue;
        contract.recorded_reason = suspension.text;
        contract.recorded_from = suspension.from;
    }
    if (const Pause* pause = pause_on(ledger)) contract.resumes_on = pause->until;
    contract.overdue = arrears(ledger);
    contract.owed_since = owed_since(ledger);
    std::copy_if(ledger.obligations.begin(), ledger.obligations.end(), std::back_inserter(contract.items),
                 [&](const Obligation& item) { return filter.wants(item); });
    return contract;
}

}  // namespace tracker
