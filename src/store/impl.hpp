// SPDX-License-Identifier: MIT
// What a Store holds: the connection, and the change that is being written, if one is.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "store/binder.hpp"
#include "store/chain.hpp"
#include "store/reader.hpp"
#include "store/tables.hpp"
#include "tracker/base/files.hpp"
#include "tracker/store/store.hpp"

namespace tracker {

/// The change that is being written.
struct OpenChange {
    explicit OpenChange(Connection& connection) : transaction(connection) {}
    Transaction transaction;
    chain::ChangeRow row;  ///< `entries` is the last entry in use
    Digest before{};       ///< of the change before
    DigestSum did;
    bool wrote = false;
    bool calendar = false;
    bool clients = false;
    std::set<ContractId> contracts;
    std::set<ContractId> stale;  ///< contracts whose decisions may have changed since the cache was made
    bool all_stale = false;      ///< so of all contracts
};

struct Store::Impl {
    /// `name` is what messages call the database.
    Impl(std::string name, std::unique_ptr<Connection::Engine> engine);

    static constexpr ChangeNumber now = std::numeric_limits<ChangeNumber>::max();

    template <class Fact>
    [[nodiscard]] Query select(std::string_view more = "") {
        return open(tables::select, tables::table_of<Fact>, tables::columns_of<Fact>(), more);
    }
    /// For tables::read_in_brief().
    template <class Fact>
    [[nodiscard]] Query select_in_brief(std::string_view more = "") {
        return open(tables::select_in_brief, tables::table_of<Fact>, tables::columns_of<Fact>(), more);
    }

    template <class Key>
    [[nodiscard]] std::optional<Client> one_client(std::string_view where, const Key& key);

    /// Hands out the bank lines that fulfil the condition, in which the entry is parameter 2.
    void each_bank_line_of(const std::string& more, std::optional<std::int64_t> entry,
                           const std::function<void(BankRecord&&)>& use);

    /// Marks what a fact of this table, with this owner, may change the decisions about. Others rest on a
    /// fact that is taken away.
    void touch(const TableTraits& table, std::int64_t owner, bool taken_away);
    /// Takes away what the cache holds of contracts that the change touched.
    void forget_carried();

    std::string path;
    files::Identity identity;  ///< of the file, as it was opened
    Connection connection;
    tables::KindNumbers kinds{connection};
    ChangeNumber known = now;
    std::unique_ptr<OpenChange> change;

  private:
    template <class Select>
    [[nodiscard]] Query open(Select select, const TableTraits& table, const std::vector<FieldTraits>& columns,
                             std::string_view more) {
        if (known == now) return {connection, select(table, columns, tables::known_now, more)};
        Query query(connection, select(table, columns, tables::known_then, more));
        query.bind(1, known);
        return query;
    }
};

inline std::string_view as_bytes(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
/// A digest as it is stored; zeros if it is none.
Digest read_digest(const Query& cursor, int column);
/// Writes the digests of changes that were made before there were any.
void seal_all(Store::Impl& impl);

template <class Key>
std::optional<Client> Store::Impl::one_client(std::string_view where, const Key& key) {
    Query cursor = select<Client>(where);
    cursor.bind(2, key);
    if (!cursor.step()) return std::nullopt;
    Client client;
    tables::read_fact(cursor, client, kinds);
    client.id = cursor.integer(0);
    return client;
}

}  // namespace tracker
