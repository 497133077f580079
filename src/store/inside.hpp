// SPDX-License-Identifier: MIT
// What a Store holds: the connection, and the change that is being written, if one is.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "store/binder.hpp"
#include "store/chain.hpp"
#include "store/cursor.hpp"
#include "store/tables.hpp"
#include "tracker/base/files.hpp"
#include "tracker/store/store.hpp"

namespace tracker {

/// The change that is being written.
struct OpenChange {
    explicit OpenChange(SQLite::Database& database)
        : transaction(database, SQLite::TransactionBehavior::IMMEDIATE) {}
    SQLite::Transaction transaction;
    chain::ChangeRow row;  ///< `entries` is the last entry in use
    Digest before{};       ///< of the change before
    DigestSum did;
    bool wrote = false;
    bool calendar = false;
    bool clients = false;
    std::set<ContractId> contracts;
    std::set<ContractId> stale;  ///< contracts whose decisions may have changed since the cache was made
    bool all_stale = false;      ///< so of all contracts
    std::map<std::string_view, SQLite::Statement> inserts;  // by table, prepared once
};

struct Store::Inside {
    Inside(const std::string& file, int flags) : path(file), database(file, flags, busy_milliseconds) {}
    /// A database that is open already; `name` is what messages call it.
    Inside(std::string name, SQLite::Database&& opened)
        : path(std::move(name)), database(std::move(opened)) {}

    static constexpr int busy_milliseconds = 5000;
    static constexpr ChangeNumber now = std::numeric_limits<ChangeNumber>::max();

    template <class Fact>
    [[nodiscard]] tables::Cursor select(std::string_view more = "") {
        return open(tables::select<Fact>, more);
    }
    /// For Cursor::read_in_brief().
    template <class Fact>
    [[nodiscard]] tables::Cursor select_in_brief(std::string_view more = "") {
        return open(tables::select_in_brief<Fact>, more);
    }

    template <class Key>
    [[nodiscard]] std::optional<Client> one_client(std::string_view where, const Key& key);

    /// Marks what a fact of this table, with this owner, may change the decisions about. Others rest on a
    /// fact that is taken away.
    void touch(const tables::Table& table, std::int64_t owner, bool taken_away);
    /// Takes away what the cache holds of contracts that the change touched.
    void forget_carried();

    std::string path;
    files::Identity identity;  ///< of the file, as it was opened
    SQLite::Database database;
    tables::Statements statements{database};
    tables::KindNumbers kinds{database};
    ChangeNumber known = now;
    std::unique_ptr<OpenChange> change;

  private:
    template <class Select>
    [[nodiscard]] tables::Cursor open(Select select, std::string_view more) {
        if (known == now) return {statements, select(tables::known_now, more)};
        tables::Cursor cursor(statements, select(tables::known_then, more));
        cursor.bind(1, known);
        return cursor;
    }
};

/// A digest as it is stored; zeros if it is none.
Digest read_digest(const tables::Cursor& cursor, int column);
/// Writes the digests of changes that were made before there were any.
void seal_all(Store::Inside& inside);

[[noreturn]] void rethrow(const SQLite::Exception& error, const std::string& path);

/// Runs `work`; what SQLite says comes out as a DatabaseError that names the file and how to mend it.
template <class Work>
auto guarded(const std::string& path, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        rethrow(error, path);
    }
}

template <class Key>
std::optional<Client> Store::Inside::one_client(std::string_view where, const Key& key) {
    return guarded(path, [&]() -> std::optional<Client> {
        tables::Cursor cursor = select<Client>(where);
        cursor.bind(2, key);
        if (!cursor.step()) return std::nullopt;
        Client client;
        cursor.read(client, kinds);
        client.id = cursor.integer(0);
        return client;
    });
}

}  // namespace tracker
