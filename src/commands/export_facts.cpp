// SPDX-License-Identifier: MIT
#include "export_facts.hpp"

#include "commands/letters/letter_rows.hpp"
#include "held.hpp"

#include <algorithm>

#include "fact_columns.hpp"
#include "find.hpp"
#include "import_contract_facts.hpp"
#include "report_rows.hpp"

namespace tracker {
namespace {

template <class Fact>
Rows empty_rows() {
    Rows rows;
    for (const std::string& name : columns_of_file<Fact>()) {
        const bool number = name == "amount" || name == "fee";
        const bool flexible =
            name == "name" || name == "note" || name == "reason" || name == "text" || name == "clause";
        rows.columns.push_back({name, number, flexible});
    }
    return rows;
}

/// The order of rows within a contract: what is dated by its day, the rest by what it is about; equal ones as
/// entered, so that importing the file gives them the same order again.
template <class Fact>
auto order_within(const Fact& fact) {
    if constexpr (std::is_same_v<Fact, Fulfilment>)
        return std::tuple(fact.period, fact.kind, 0);
    else if constexpr (std::is_same_v<Fact, ScheduleLine>)
        return std::tuple(fact.kind, fact.from, 0);
    else if constexpr (std::is_same_v<Fact, Amendment>)
        return std::tuple(fact.from, 0, 0);
    else
        return std::tuple(fact.date, fact.recorded.entry, 0);
}

/// Contracts in the order of exports, with their clients and how files refer to them.
struct Reference {
    ContractId id;
    std::string client;
    std::string contract;
    Day starts;
};

std::vector<Reference> references(Session& session) {
    const ClientsById clients = clients_by_id(session);
    std::map<ClientId, std::vector<Contract>> by_client;
    for (Contract& contract : session.store().contracts())
        by_client[contract.client].push_back(std::move(contract));
    std::vector<Reference> found;
    for (const auto& [client, contracts] : by_client) {
        for (const Contract& contract : contracts) {
            found.push_back({contract.id, held(clients, client).code, contract_reference(contract, contracts),
                             contract.starts});
        }
    }
    std::sort(found.begin(), found.end(), [](const Reference& a, const Reference& b) {
        return std::tie(a.client, a.contract, a.starts) < std::tie(b.client, b.contract, b.starts);
    });
    return found;
}

template <class Fact>
Rows contract_facts(Session& session) {
    const std::vector<Reference> order = references(session);
    std::unordered_map<ContractId, std::size_t> places;
    for (std::size_t i = 0; i < order.size(); ++i) places[order[i].id] = i;
    std::vector<std::vector<std::vector<Cell>>> by_contract(order.size());
    session.store().each_contract([&](const ContractFacts& facts) {
        const std::size_t at = held(places, facts.contract.id);
        std::vector<Fact> sorted = list_of<Fact>(facts);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Fact& a, const Fact& b) { return order_within(a) < order_within(b); });
        for (const Fact& fact : sorted) {
            std::vector<Cell> cells{order[at].client, order[at].contract};
            visit_fields(fact, CellsOfFact(cells, facts.contract.currency));
            by_contract[at].push_back(std::move(cells));
        }
    });
    Rows rows = empty_rows<Fact>();
    for (auto& part : by_contract) std::move(part.begin(), part.end(), std::back_inserter(rows.rows));
    return rows;
}

Rows contracts(Session& session) {
    const ClientsById clients = clients_by_id(session);
    std::vector<Contract> all = session.store().contracts();
    std::sort(all.begin(), all.end(), [&](const Contract& a, const Contract& b) {
        return std::tie(held(clients, a.client).code, a.number, a.starts) <
               std::tie(held(clients, b.client).code, b.number, b.starts);
    });
    Rows rows = empty_rows<Contract>();
    for (const Contract& contract : all) {
        std::vector<Cell> cells{held(clients, contract.client).code};
        visit_fields(contract, CellsOfFact(cells, contract.currency));
        rows.rows.push_back(std::move(cells));
    }
    return rows;
}

template <class Fact>
Rows plain_facts(std::vector<Fact> facts) {
    Rows rows = empty_rows<Fact>();
    for (const Fact& fact : facts) {
        std::vector<Cell> cells;
        visit_fields(fact, CellsOfFact(cells, ""));
        rows.rows.push_back(std::move(cells));
    }
    return rows;
}

Rows clients(Session& session) {
    std::vector<Client> all = session.store().clients();
    std::sort(all.begin(), all.end(), [](const Client& a, const Client& b) { return a.code < b.code; });
    return plain_facts(std::move(all));
}

Rows holidays(Session& session) {
    std::vector<Holiday> all = session.store().all<Holiday>();
    std::sort(all.begin(), all.end(), [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
    return plain_facts(std::move(all));
}

Rows all_letters(Session& session) {
    return letter_rows(session, std::nullopt);
}

struct Export {
    std::string_view name;
    Rows (*rows)(Session& session);
};

constexpr Export exports[] = {
    {"clients", clients},
    {"contracts", contracts},
    {"terms", contract_facts<Amendment>},
    {"schedule", contract_facts<ScheduleLine>},
    {"fulfilments", contract_facts<Fulfilment>},
    {"payments", contract_facts<Payment>},
    {"charges", contract_facts<Charge>},
    {"credits", contract_facts<Credit>},
    {"extensions", contract_facts<Extension>},
    {"waivers", contract_facts<Waiver>},
    {"suspensions", contract_facts<ManualSuspension>},
    {"holidays", holidays},
    {"balances", balance_rows},
    {"intervals", interval_rows},
    {"letters", all_letters},
    {"changes", change_rows},
};

}  // namespace

const std::vector<std::string>& export_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Export& one : exports) all.emplace_back(one.name);
        all.insert(all.end() - 4, "obligations");
        return all;
    }();
    return names;
}

std::optional<Rows> export_rows(Session& session, const std::string& what, std::optional<Period> from,
                                std::optional<Period> to) {
    if (what == "obligations") return obligation_export(session, from, to);
    for (const Export& one : exports) {
        if (one.name == what) return one.rows(session);
    }
    return std::nullopt;
}

Rows change_rows(Session& session) {
    Rows rows;
    rows.columns = {{"number", true},         {"time"},         {"user", false, true},
                    {"command", false, true}, {"undoes", true}, {"undone_by", true},
                    {"facts", true}};
    const std::string zone = session.zone();
    for (const Change& change : session.store().changes()) {
        rows.rows.push_back({change.number, format(in_zone(change.time, zone)), change.user, change.command,
                             cell(change.undoes), cell(change.undone_by), change.facts});
    }
    return rows;
}

}  // namespace tracker
