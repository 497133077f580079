// SPDX-License-Identifier: MIT
// The cache: of each contract, what decisions about the present need of its facts. Never the truth: what is
// missing in it, too young for the day or no good is read from the facts.
#include "inside.hpp"
#include "packed.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace {

/// One contract's row.
bool read_carried(const tables::Cursor& row, tables::KindNumbers& kinds, ContractFacts& facts) {
    facts.contract.id = row.integer(0);
    facts.contract.client = row.integer(1);
    return packed::unpack(row.bytes(3), kinds, facts);
}

/// Clients as contracts ask for them: mostly in the order of their table, so that it is read once; one that
/// was passed already is looked up.
class ClientsInTurn {
  public:
    ClientsInTurn(const Store& store, Store::Inside& inside)
        : store_(store),
          kinds_(inside.kinds),
          rows_(inside.select<Client>(" ORDER BY client")),
          more_(rows_.step()) {}

    /// Valid until the next call.
    const Client& of(ClientId id) {
        if (client_.id == id) return client_;
        while (more_ && rows_.integer(0) < id) more_ = rows_.step();
        if (more_ && rows_.integer(0) == id) {
            rows_.read(client_, kinds_);
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
    tables::Cursor rows_;
    bool more_;
    Client client_;
};

constexpr const char* all_rows =
    "SELECT contract, client, since, facts FROM cache_contract ORDER BY contract";

}  // namespace

void Store::Inside::forget_carried() {
    if (change->all_stale) database.exec("DELETE FROM cache_contract");
    for (const ContractId contract : change->stale) {
        tables::Cursor gone(statements, "DELETE FROM cache_contract WHERE contract = ?1");
        gone.bind(1, contract);
        gone.step();
    }
    change->stale.clear();
    change->all_stale = false;
}

std::optional<std::set<ContractId>> Store::take_stale() {
    OpenChange& change = *inside_->change;
    const bool all = change.all_stale || !has_carried();
    std::set<ContractId> stale = change.stale;
    guarded(inside_->path, [&] { inside_->forget_carried(); });
    if (all) return std::nullopt;
    return stale;
}

bool Store::has_carried() const {
    return guarded(inside_->path, [&] {
        tables::Cursor any(inside_->statements, "SELECT facts FROM cache_contract LIMIT 1");
        return any.step() && packed::is_of_form(any.bytes(0));
    });
}

void Store::keep_carried(const ContractFacts& carried) {
    guarded(inside_->path, [&] {
        const std::string packed = packed::pack(carried, inside_->kinds);
        tables::Cursor keep(inside_->statements,
                            "INSERT OR REPLACE INTO cache_contract VALUES (?1, ?2, ?3, ?4)");
        keep.bind(1, carried.contract.id);
        keep.bind(2, carried.contract.client);
        keep.bind(3, to_int(carried.brought.since));
        keep.bind_bytes(4, packed);
        keep.step();
    });
}

std::optional<ContractFacts> Store::carried(ContractId contract) const {
    return guarded(inside_->path, [&]() -> std::optional<ContractFacts> {
        tables::Cursor row(inside_->statements,
                           "SELECT contract, client, since, facts FROM cache_contract WHERE contract = ?1");
        row.bind(1, contract);
        if (!row.step() || !packed::is_of_form(row.bytes(3))) return std::nullopt;
        ContractFacts facts;
        if (!read_carried(row, inside_->kinds, facts)) facts.brought.since = Day::min();
        return facts;
    });
}

void Store::each_contract_from(Day day,
                               const std::function<void(const Client&, const ContractFacts&)>& use) const {
    const auto is_of_use = [&] {
        tables::Cursor any(inside_->statements, "SELECT 1 FROM cache_contract WHERE since <= ?1 LIMIT 1");
        any.bind(1, to_int(day));
        return any.step();
    };
    guarded(inside_->path, [&] {
        ClientsInTurn clients(*this, *inside_);
        if (inside_->known != Inside::now || !is_of_use())
            return each_contract_in_brief(
                [&](const ContractFacts& facts) { use(clients.of(facts.contract.client), facts); });
        tables::Cursor contracts(
            inside_->statements,
            "SELECT contract FROM contract_record WHERE retracted IS NULL ORDER BY contract");
        tables::Cursor rows(inside_->statements, all_rows);
        ContractFacts facts;
        bool more = rows.step();
        while (contracts.step()) {
            const ContractId id = contracts.integer(0);
            while (more && rows.integer(0) < id) more = rows.step();
            const bool there = more && rows.integer(0) == id && rows.integer(2) <= to_int(day);
            if (there && read_carried(rows, inside_->kinds, facts)) {
                use(clients.of(facts.contract.client), facts);
            } else if (const auto whole = this->facts(id)) {
                use(clients.of(whole->contract.client), *whole);
            }
        }
    });
}

}  // namespace tracker
