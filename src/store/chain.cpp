// SPDX-License-Identifier: MIT
#include "store/chain.hpp"

#include <fmt/format.h>

namespace tracker::chain {
namespace {

/// Feeds a column of a row as it is stored.
void take_column(Digester& digester, sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_INTEGER:
            digester.integer(sqlite3_column_int64(row, column));
            break;
        case SQLITE_NULL:
            digester.null();
            break;
        default: {  // text; whatever else a damaged row holds fits no digest
            const auto* start = static_cast<const char*>(sqlite3_column_blob(row, column));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
            digester.text({start ? start : "", size});
        }
    }
}

}  // namespace

Digester begin_fact(const tables::Table& table, std::int64_t owner, std::int64_t entry) {
    Digester digester;
    digester.text("recorded");
    digester.text(table.name);
    digester.integer(owner);
    digester.integer(entry);
    return digester;
}

std::string row_columns(const tables::Table& table) {
    std::string list = (table.owner.empty() ? "0" : std::string(table.owner)) + ", entry, added, retracted";
    for (const std::string& column : table.columns()) list += ", " + column;
    return list;
}

Digest recorded_row(const tables::Table& table, sqlite3_stmt* row, tables::KindNumbers& kinds) {
    Digester digester = begin_fact(table, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1));
    const int columns = sqlite3_column_count(row);
    for (int column = 4; column < columns; ++column) {
        const std::string_view name = sqlite3_column_name(row, column);
        const bool numbered = name == "kind" && sqlite3_column_type(row, column) == SQLITE_INTEGER;
        const auto kind = numbered ? kinds.find(sqlite3_column_int64(row, column)) : std::nullopt;
        kind ? digester.text(kind->text()) : take_column(digester, row, column);
    }
    return digester.finish();
}

Digest retracted(const tables::Table& table, std::int64_t owner, std::int64_t entry, std::int64_t added) {
    Digester digester;
    digester.text("retracted");
    digester.text(table.name);
    digester.integer(owner);
    digester.integer(entry);
    digester.integer(added);
    return digester.finish();
}

Digest made(std::int64_t contract, std::int64_t client) {
    Digester digester;
    digester.text("made");
    digester.integer(contract);
    digester.integer(client);
    return digester.finish();
}

Digest seal(const Digest& before, const ChangeRow& change, const DigestSum& did) {
    Digester digester;
    digester.bytes(before);
    digester.integer(change.number);
    digester.integer(change.time);
    digester.text(change.user);
    digester.text(change.command);
    change.undoes ? digester.integer(*change.undoes) : digester.null();
    digester.integer(change.entries);
    digester.integer(did.count());
    digester.bytes(did.sum());
    return digester.finish();
}

}  // namespace tracker::chain
