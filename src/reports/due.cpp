// SPDX-License-Identifier: MIT
#include "tracker/reports/due.hpp"

#include <algorithm>

#include "tracker/rules/inputs.hpp"

namespace tracker {

bool DueFilter::wants(const Obligation& item) const {
    return item.open() && item.due <= through && (!owed_by || *owed_by == item.owed_by) &&
           (!kind || *kind == item.kind);
}

namespace {

/// For what of the client's the blocked ones of the items wait (R7a).
std::vector<std::vector<Message>> papers_awaited(const Decided& decided, const Calendar& calendar,
                                                 const std::vector<Obligation>& items) {
    std::vector<std::vector<Message>> all;
    if (std::none_of(items.begin(), items.end(),
                     [](const Obligation& item) { return item.status == Status::blocked; }))
        return all;
    const Schedule schedule(decided.facts, calendar);
    const ContractInputs inputs(decided.facts, schedule);
    for (const Obligation& item : items) {
        if (item.status != Status::blocked) continue;
        std::vector<Message> papers = inputs.awaited(item, decided.ledger.on);
        if (std::find(all.begin(), all.end(), papers) == all.end()) all.push_back(std::move(papers));
    }
    return all;
}

}  // namespace

AgendaContract agenda_contract(const Decided& decided, const Calendar& calendar, const DueFilter& filter) {
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
    contract.papers = papers_awaited(decided, calendar, contract.items);
    return contract;
}

}  // namespace tracker
