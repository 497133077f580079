// SPDX-License-Identifier: MIT
// Writing: one change in one transaction.

#include "store/impl.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

/// No practice will ever have so many changes or facts.
constexpr std::int64_t largest_number = std::int64_t{1} << 53;

}  // namespace

void Store::begin(const std::string& user, const std::string& command, std::int64_t time) {
    auto change = std::make_unique<OpenChange>(impl_->connection);
    // Somebody may have put another file in the place; what is written to the old one would be lost.
    if (!files::names(impl_->path, impl_->identity))
        throw DatabaseError(fmt::format(
            "the database '{}' was replaced while this command waited: run it again", impl_->path));
    chain::ChangeRow& row = change->row;
    row = {1, time, user, command, {}, 0};
    Query last(impl_->connection, "SELECT number, entries, digest FROM change ORDER BY number DESC LIMIT 1");
    if (last.step()) {
        const auto in_reason = [](std::int64_t number) { return number >= 0 && number < largest_number; };
        row.number = last.integer(0);
        row.entries = last.integer(1);
        if (!in_reason(row.number) || !in_reason(row.entries))
            throw DatabaseError("the database numbers its changes beyond reason: restore a backup");
        ++row.number;
        change->before = read_digest(last, 2);
    }
    Query add(impl_->connection, "INSERT INTO change (number, time, user, command) VALUES (?, ?, ?, ?)");
    add.bind(1, row.number);
    add.bind(2, time);
    add.bind(3, user);
    add.bind(4, command);
    add.run();
    impl_->change = std::move(change);
}

ChangeNumber Store::change() const {
    return impl_->change->row.number;
}

ClientId Store::new_client() {
    impl_->connection.execute("INSERT INTO client DEFAULT VALUES");
    return impl_->connection.last_number();
}

ContractId Store::new_contract(ClientId client) {
    Query add(impl_->connection, "INSERT INTO contract (client) VALUES (?)");
    add.bind(1, client);
    add.run();
    const ContractId id = impl_->connection.last_number();
    impl_->change->did.add(chain::made(id, client));
    return id;
}

void Store::Impl::touch(const TableTraits& table, std::int64_t owner, bool taken_away) {
    change->wrote = true;
    if (table.is_about_contracts()) {
        change->contracts.insert(owner);
        if (table.decides) change->stale.insert(owner);
    }
    if (table.name == tables::table_of<Holiday>.name) change->calendar = change->all_stale = true;
    if (taken_away && table.name == tables::table_of<Client>.name) change->clients = true;
}

template <class Fact>
void Store::add(std::int64_t owner, Fact& fact) {
    OpenChange& change = *impl_->change;
    constexpr TableTraits table = tables::table_of<Fact>;
    static const std::string sql = tables::insert(table, tables::columns_of<Fact>());
    Query query(impl_->connection, sql);
    fact.recorded = {++change.row.entries, change.row.number};
    int next = 1;
    if (!table.owner.empty()) query.bind(next++, owner);
    query.bind(next++, fact.recorded.entry);
    query.bind(next++, fact.recorded.added);
    Digester digester = chain::begin_fact(table, owner, fact.recorded.entry);
    tables::Binder row(query, next, impl_->kinds);
    tables::FactDigester covered(digester);
    visit_fields(static_cast<const Fact&>(fact), tables::StoredValues(row, covered));
    query.run();
    change.did.add(digester.finish());
    impl_->touch(table, owner, false);
}

template <class Fact>
void Store::retract(std::int64_t owner, const Fact& fact) {
    constexpr TableTraits table = tables::table_of<Fact>;
    std::string sql =
        "UPDATE " + std::string(table.name) + " SET retracted = ? WHERE entry = ? AND added = ?";
    if (!table.owner.empty()) sql += " AND " + std::string(table.owner) + " = ?";
    Query statement(impl_->connection, sql);
    statement.bind(1, change());
    statement.bind(2, fact.recorded.entry);
    statement.bind(3, fact.recorded.added);
    if (!table.owner.empty()) statement.bind(4, owner);
    if (statement.run() == 1)
        impl_->change->did.add(chain::retracted(table, owner, fact.recorded.entry, fact.recorded.added));
    impl_->touch(table, owner, true);
}

#define TRACKER_WRITES(Fact)                       \
    template void Store::add(std::int64_t, Fact&); \
    template void Store::retract(std::int64_t, const Fact&);
TRACKER_FACTS(TRACKER_WRITES)
#undef TRACKER_WRITES

const std::set<ContractId>& Store::touched_contracts() const {
    return impl_->change->contracts;
}

bool Store::touched_calendar() const {
    return impl_->change->calendar;
}

bool Store::touched_clients() const {
    return impl_->change->clients;
}

bool Store::wrote_anything() const {
    return impl_->change->wrote;
}

void Store::commit() {
    OpenChange& change = *impl_->change;
    impl_->forget_carried();
    const Digest digest = chain::seal(change.before, change.row, change.did);
    Query seal(impl_->connection, "UPDATE change SET undoes = ?, entries = ?, digest = ? WHERE number = ?");
    if (change.row.undoes) seal.bind(1, *change.row.undoes);
    seal.bind(2, change.row.entries);
    seal.bind_bytes(3, as_bytes(digest));
    seal.bind(4, change.row.number);
    seal.run();
    change.transaction.commit();
    impl_->change.reset();
}

void Store::roll_back() {
    impl_->change.reset();
}

}  // namespace tracker
