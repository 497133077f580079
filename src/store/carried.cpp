// SPDX-License-Identifier: MIT
// The cache: of each contract, what decisions about the present need of its facts. Never the truth: what is
// missing in it, too young for the day or no good is read from the facts.
#include "store/cache.hpp"
#include "store/impl.hpp"
#include "store/in_turn.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

/// Clients as contracts ask for them: mostly in the order of their table, so that it is read once; one that
/// was passed already is looked up.
class ClientsInTurn {
  public:
    ClientsInTurn(const Store& store, Store::Impl& impl)
        : store_(store), kinds_(impl.kinds), rows_(impl.select<Client>(" ORDER BY client")) {}

    /// Valid until the next call.
    const Client& of(ClientId id) {
        if (client_.id == id) return client_;
        if (rows_.at(id)) {
            tables::read_fact(rows_.row(), client_, kinds_);
            client_.id = id;
            return client_;
        }
        auto passed = store_.client_of(id);
        if (!passed) throw DatabaseError("a contract has no client: restore a backup");
        return client_ = std::move(*passed);
    }

  private:
    const Store& store_;
    tables::KindNumbers& kinds_;
    InTurn rows_;
    Client client_;
};

/// Whether at least every second contract has rows that are of use for the day. One by one, those without
/// cost several times what they do in one ordered pass over all.
bool is_worth_reading(Store::Impl& impl, Day day) {
    Query rows(impl.connection,
               "SELECT (SELECT count(*) FROM cache_contract WHERE form = ?1 AND since <= ?2 AND sum IS NOT "
               "NULL) * 2 >= (SELECT count(*) FROM contract)");
    rows.bind(1, cache::form());
    rows.bind(2, to_int(day));
    return rows.step() && rows.integer(0) == 1;
}

}  // namespace

void Store::Impl::forget_carried() {
    if (change->all_stale) connection.execute("DELETE FROM cache_contract; DELETE FROM cache_row");
    for (const ContractId contract : change->stale) cache::forget(connection, contract);
    change->stale.clear();
    change->all_stale = false;
}

std::optional<std::set<ContractId>> Store::take_stale() {
    OpenChange& change = *impl_->change;
    change.all_stale = change.all_stale || !has_carried();
    const bool all = change.all_stale;
    std::set<ContractId> stale = change.stale;
    impl_->forget_carried();
    if (all) return std::nullopt;
    return stale;
}

bool Store::has_carried() const {
    Query any(impl_->connection, "SELECT 1 FROM cache_contract WHERE form = ?1 LIMIT 1");
    any.bind(1, cache::form());
    return any.step();
}

void Store::keep_carried(const CarriedFacts& carried) {
    cache::keep(*impl_, carried, false);
}

void Store::keep_nothing_carried(const CarriedFacts& carried) {
    cache::keep(*impl_, carried, true);
}

std::optional<std::int64_t> Store::carried_since(ContractId contract) const {
    Query row(impl_->connection, "SELECT since FROM cache_contract WHERE contract = ?1 AND form = ?2");
    row.bind(1, contract);
    row.bind(2, cache::form());
    if (!row.step()) return std::nullopt;
    return row.integer(0);
}

bool Store::is_kept(const CarriedFacts& carried, bool nothing) const {
    const ContractId id = carried.contract.id;
    if (nothing) {
        Query row(
            impl_->connection,
            "SELECT client, since FROM cache_contract WHERE contract = ?1 AND form = ?2 AND sum IS NULL");
        row.bind(1, id);
        row.bind(2, cache::form());
        return row.step() && row.integer(0) == carried.contract.client &&
               row.integer(1) == to_int(carried.brought.since);
    }
    Checksum checksum;
    CarriedFacts kept;
    kept.contract.id = id;
    return cache::Rows(*impl_, id).take(carried.brought.since, kept) &&
           cache::sum_of(kept, checksum) == cache::sum_of(carried, checksum);
}

void Store::each_contract_from(Day day,
                               const std::function<void(const Client&, const CarriedFacts&)>& use) const {
    ClientsInTurn clients(*this, *impl_);
    if (impl_->known != Impl::now || !is_worth_reading(*impl_, day))
        return each_contract_in_brief(
            [&](const CarriedFacts& facts) { use(clients.of(facts.contract.client), facts); });
    Query contracts = impl_->select_in_brief<Contract>(" ORDER BY contract");
    cache::Rows kept(*impl_);
    CarriedFacts facts;
    while (contracts.step()) {
        facts.contract.id = contracts.integer(0);
        if (kept.take(day, facts)) {
            tables::read_in_brief(contracts, facts.contract, impl_->kinds);
            use(clients.of(facts.contract.client), facts);
        } else if (const auto all = this->facts(facts.contract.id)) {
            use(clients.of(all->contract.client), *all);
        }
    }
}

}  // namespace tracker
