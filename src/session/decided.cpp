// SPDX-License-Identifier: MIT
#include "tracker/session/decided.hpp"

#include <set>

#include "tracker/base/held.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

void each_decided_of(Session& session, const std::vector<std::string>& clients, Day through,
                     const std::function<void(const Decided&)>& use) {
    std::set<ClientId> seen;
    for (const std::string& text : clients) {
        const Client client = find_client(session, text);
        if (!seen.insert(client.id).second) continue;
        for (const Contract& contract : session.store().contracts_of(client.id)) {
            const ContractFacts facts = held(session.store().facts(contract.id));
            use({client, facts, make_ledger(facts, session.calendar(), session.on(), through)});
        }
    }
}

}  // namespace

void each_decided(Session& session, Day through, const std::function<void(const Decided&)>& use) {
    const ClientsById by_id = clients_by_id(session);
    const Day on = session.on();
    const Calendar& calendar = session.calendar();
    session.store().each_contract_in_brief([&](const BriefFacts& facts) {
        use({held(by_id, facts.contract.client), facts, make_ledger(facts, calendar, on, through)});
    });
}

void each_decided_open(Session& session, const std::vector<std::string>& clients, Day through,
                       const std::function<void(const Decided&)>& use) {
    if (!clients.empty()) return each_decided_of(session, clients, through, use);
    const Day on = session.on();
    const Calendar& calendar = session.calendar();
    session.store().each_contract_from(on, [&](const Client& client, const CarriedFacts& facts) {
        use({client, facts, make_ledger(facts, calendar, on, through)});
    });
}

}  // namespace tracker
