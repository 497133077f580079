// SPDX-License-Identifier: MIT
// The cache: of each contract, what decisions about the present need of its facts. Never the truth: what is
// missing in it, too young for the day or no good is read from the facts.
#include <xxhash.h>

#include <array>
#include <cstring>

#include "store/impl.hpp"
#include "store/sqlite/engine.hpp"
#include "store/sqlite/packed.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

/// What a row's bytes begin with. Earlier versions of the program began with another form, or with a day, and
/// no day is as late as this says.
constexpr std::string_view form = "\xff\xff\xff\x06";

bool is_of_form(std::string_view bytes) {
    return bytes.starts_with(form);
}

/// Of a row's packed facts and of its other columns, so that bytes that were edited, or that are another
/// row's, are no good.
using Checksum = std::array<char, sizeof(XXH64_hash_t)>;

Checksum checksum(ContractId contract, ClientId client, std::int64_t since, std::string_view packed) {
    const std::array<std::int64_t, 3> key{contract, client, since};
    const XXH64_hash_t sum =
        XXH3_64bits_withSeed(packed.data(), packed.size(), XXH3_64bits(key.data(), sizeof key));
    Checksum written;
    std::memcpy(written.data(), &sum, sizeof sum);
    return written;
}

/// A row's bytes: the form, the checksum, the facts as they are packed. Without facts, the form alone: it
/// says that they are to be read from their own tables.
std::string row_bytes(const CarriedFacts& carried, bool nothing, tables::KindNumbers& kinds) {
    std::string bytes(form);
    if (nothing) return bytes;
    const std::string packed = packed::pack(carried, kinds);
    const Checksum sum =
        checksum(carried.contract.id, carried.contract.client, to_int(carried.brought.since), packed);
    return bytes.append(sum.data(), sum.size()).append(packed);
}

/// One contract's row.
bool read_carried(const Query& row, tables::KindNumbers& kinds, CarriedFacts& facts) {
    const std::string_view bytes = row.bytes(3);
    if (!is_of_form(bytes) || bytes.size() < form.size() + sizeof(Checksum)) return false;
    const std::string_view packed = bytes.substr(form.size() + sizeof(Checksum));
    const Checksum right = checksum(row.integer(0), row.integer(1), row.integer(2), packed);
    if (bytes.substr(form.size(), sizeof(Checksum)) != std::string_view(right.data(), right.size()))
        return false;
    facts.contract.id = row.integer(0);
    facts.contract.client = row.integer(1);
    return packed::unpack(packed, kinds, facts);
}

/// Clients as contracts ask for them: mostly in the order of their table, so that it is read once; one that
/// was passed already is looked up.
class ClientsInTurn {
  public:
    ClientsInTurn(const Store& store, Store::Impl& impl)
        : store_(store),
          kinds_(impl.kinds),
          rows_(impl.select<Client>(" ORDER BY client")),
          more_(rows_.step()) {}

    /// Valid until the next call.
    const Client& of(ClientId id) {
        if (client_.id == id) return client_;
        while (more_ && rows_.integer(0) < id) more_ = rows_.step();
        if (more_ && rows_.integer(0) == id) {
            tables::read_fact(rows_, client_, kinds_);
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
    Query rows_;
    bool more_;
    Client client_;
};

void keep(Store::Impl& impl, const CarriedFacts& carried, bool nothing) {
    const std::string bytes = row_bytes(carried, nothing, impl.kinds);
    Query row(impl.connection, "INSERT OR REPLACE INTO cache_contract VALUES (?1, ?2, ?3, ?4)");
    row.bind(1, carried.contract.id);
    row.bind(2, carried.contract.client);
    row.bind(3, to_int(carried.brought.since));
    row.bind_bytes(4, bytes);
    row.step();
}

/// Whether at least every second contract has a row that is of use for the day. One by one, those without
/// cost several times what they do in one ordered pass over all. Rows of an earlier form, and those that hold
/// nothing but the form, don't sort behind it.
bool is_worth_reading(Store::Impl& impl, Day day) {
    Query rows(impl.connection,
               "SELECT (SELECT count(*) FROM cache_contract WHERE since <= ?1 AND facts > ?2) "
               "* 2 >= (SELECT count(*) FROM contract)");
    rows.bind(1, to_int(day));
    rows.bind_bytes(2, form);
    return rows.step() && rows.integer(0) == 1;
}

constexpr const char* all_rows =
    "SELECT contract, client, since, facts FROM cache_contract ORDER BY contract";

}  // namespace

void Store::Impl::forget_carried() {
    if (change->all_stale) connection.execute("DELETE FROM cache_contract");
    for (const ContractId contract : change->stale) {
        Query gone(connection, "DELETE FROM cache_contract WHERE contract = ?1");
        gone.bind(1, contract);
        gone.step();
    }
    change->stale.clear();
    change->all_stale = false;
}

std::optional<std::set<ContractId>> Store::take_stale() {
    OpenChange& change = *impl_->change;
    const bool all = change.all_stale || !has_carried();
    std::set<ContractId> stale = change.stale;
    impl_->forget_carried();
    if (all) return std::nullopt;
    return stale;
}

bool Store::has_carried() const {
    Query any(impl_->connection, "SELECT facts FROM cache_contract LIMIT 1");
    return any.step() && is_of_form(any.bytes(0));
}

void Store::keep_carried(const CarriedFacts& carried) {
    keep(*impl_, carried, false);
}

void Store::keep_nothing_carried(const CarriedFacts& carried) {
    keep(*impl_, carried, true);
}

std::optional<std::int64_t> Store::carried_since(ContractId contract) const {
    Query row(impl_->connection, "SELECT since, facts FROM cache_contract WHERE contract = ?1");
    row.bind(1, contract);
    // Rows that other versions of the program made are none to this one.
    if (!row.step() || !is_of_form(row.bytes(1))) return std::nullopt;
    return row.integer(0);
}

bool Store::is_kept(const CarriedFacts& carried, bool nothing) const {
    Query row(impl_->connection, "SELECT client, since, facts FROM cache_contract WHERE contract = ?1");
    row.bind(1, carried.contract.id);
    return row.step() && row.integer(0) == carried.contract.client &&
           row.integer(1) == to_int(carried.brought.since) &&
           row.bytes(2) == row_bytes(carried, nothing, impl_->kinds);
}

void Store::each_contract_from(Day day,
                               const std::function<void(const Client&, const CarriedFacts&)>& use) const {
    ClientsInTurn clients(*this, *impl_);
    if (impl_->known != Impl::now || !is_worth_reading(*impl_, day))
        return each_contract_in_brief(
            [&](const CarriedFacts& facts) { use(clients.of(facts.contract.client), facts); });
    Query contracts(impl_->connection,
                    "SELECT contract FROM contract_record WHERE retracted IS NULL ORDER BY contract");
    Query rows(impl_->connection, all_rows);
    CarriedFacts facts;
    bool more = rows.step();
    while (contracts.step()) {
        const ContractId id = contracts.integer(0);
        while (more && rows.integer(0) < id) more = rows.step();
        const bool there = more && rows.integer(0) == id && rows.integer(2) <= to_int(day);
        if (there && read_carried(rows, impl_->kinds, facts)) {
            use(clients.of(facts.contract.client), facts);
        } else if (const auto whole = this->facts(id)) {
            use(clients.of(whole->contract.client), *whole);
        }
    }
}

}  // namespace tracker
