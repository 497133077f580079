// SPDX-License-Identifier: MIT
#include "tracker/reports/exports.hpp"

#include "tracker/base/held.hpp"
#include "tracker/reports/letter_rows.hpp"

#include <algorithm>

#include "tracker/exchange/fact_columns.hpp"
#include "tracker/exchange/import_file.hpp"
#include "tracker/reports/delays.hpp"
#include "tracker/reports/obligation_rows.hpp"
#include "tracker/reports/report_rows.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

template <class Fact>
Rows empty_rows() {
    Rows rows;
    for (const FieldTraits& column : columns_of_file<Fact>()) {
        const std::string name(column.name);
        const bool number = column.holds == Holds::money;
        const bool flexible = name == "name" || name == "note" || name == "reason" || name == "text" ||
                              name == "clause" || name == "kinds" || name == "source" ||
                              name.starts_with("title");
        rows.columns.push_back({name, number, flexible});
    }
    return rows;
}

/// Contracts in the order of exports, with their clients and how files refer to them.
struct Reference {
    ContractId id;
    std::string client;
    std::string contract;
    Day starts;
    std::string currency;
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
                             contract.starts, contract.currency});
        }
    }
    std::sort(found.begin(), found.end(), [](const Reference& a, const Reference& b) {
        return std::tie(a.client, a.contract, a.starts) < std::tie(b.client, b.contract, b.starts);
    });
    return found;
}

/// Facts about contracts, each made into cells as the view comes to it.
template <class Fact>
void list_contract_facts(Session& session) {
    struct Row {
        std::size_t of;  // the place of its contract
        Fact fact;
    };
    const std::vector<Reference> order = references(session);
    std::unordered_map<ContractId, std::size_t> places;
    for (std::size_t i = 0; i < order.size(); ++i) places[order[i].id] = i;
    std::vector<Row> found;
    session.store().each_contract([&](const ContractFacts& facts) {
        const std::size_t at = held(places, facts.contract.id);
        for (const Fact& fact : list_of<Fact>(facts)) found.push_back({at, fact});
    });
    std::stable_sort(found.begin(), found.end(), [](const Row& a, const Row& b) {
        return std::tuple(a.of, Description<Fact>::order(a.fact)) <
               std::tuple(b.of, Description<Fact>::order(b.fact));
    });
    const std::vector<Column> columns = empty_rows<Fact>().columns;
    std::vector<Cell> cells;
    session.list({columns, found.size(), [&](std::size_t i) -> const std::vector<Cell>& {
                      const Row& row = found[i];
                      cells = {order[row.of].client, order[row.of].contract};
                      visit_fields(row.fact, CellsOfFact(cells, order[row.of].currency));
                      return cells;
                  }});
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

template <class Fact, auto name>
Rows by_name(Session& session) {
    std::vector<Fact> all = session.store().all<Fact>();
    std::sort(all.begin(), all.end(), [](const Fact& a, const Fact& b) { return a.*name < b.*name; });
    return plain_facts(std::move(all));
}

Rows all_letters(Session& session) {
    return letter_rows(session, std::nullopt);
}

template <Rows (*rows)(Session&)>
void list(Session& session) {
    session.list(rows(session));
}

/// What follows from facts.
struct Derived {
    std::string_view name;
    void (*list)(Session& session);
};

constexpr Derived derived[] = {
    {"balances", list<balance_rows>}, {"intervals", list<interval_rows>}, {"delays", list<delay_rows>},
    {"letters", list<all_letters>},   {"changes", list<change_rows>},
};

void list_facts(Session& session, const Client&) {
    list<clients>(session);
}
void list_facts(Session& session, const Contract&) {
    list<contracts>(session);
}
void list_facts(Session& session, const Holiday&) {
    list<holidays>(session);
}
void list_facts(Session& session, const DutyKind&) {
    list<by_name<DutyKind, &DutyKind::kind>>(session);
}
void list_facts(Session& session, const DutySet&) {
    list<by_name<DutySet, &DutySet::name>>(session);
}
template <class Fact>
requires stands_in_list<Fact>
void list_facts(Session& session, const Fact&) {
    list_contract_facts<Fact>(session);
}

}  // namespace

const std::vector<std::string>& export_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all = fact_files();
        all.emplace_back("obligations");
        for (const Derived& one : derived) all.emplace_back(one.name);
        return all;
    }();
    return names;
}

bool list_export(Session& session, const std::string& what, std::optional<Period> from,
                 std::optional<Period> to) {
    if (what == "obligations") {
        session.list(obligation_export(session, from, to).listing());
        return true;
    }
    for (const Derived& one : derived) {
        if (one.name != what) continue;
        one.list(session);
        return true;
    }
    bool found = false;
    AllFacts::each([&]<class Fact>() {
        if constexpr (has_file<Fact>) {
            if (what != Description<Fact>::table.file) return;
            list_facts(session, Fact{});
            found = true;
        }
    });
    return found;
}

Rows change_rows(Session& session) {
    Rows rows;
    rows.columns = {{"number", true},         {"time"},         {"user", false, true},
                    {"command", false, true}, {"undoes", true}, {"undone_by", true},
                    {"facts", true}};
    const std::string zone = session.zone();
    for (const Change& change : session.store().changes()) {
        rows.rows.push_back({change.number, format(in_zone(change.time, zone)), printable(change.user),
                             printable(change.command), cell(change.undoes), cell(change.undone_by),
                             change.facts});
    }
    return rows;
}

}  // namespace tracker
