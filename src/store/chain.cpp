// SPDX-License-Identifier: MIT
#include "store/chain.hpp"

#include <fmt/format.h>

namespace tracker::chain {
namespace {

/// Feeds a column of a row as it is stored. What a damaged row holds instead of a text fits no digest.
void take_column(Digester& digester, const Query& row, int column) {
    if (row.is_integer(column)) {
        digester.integer(row.integer(column));
    } else if (row.is_null(column)) {
        digester.null();
    } else {
        digester.text(row.bytes(column));
    }
}

}  // namespace

Digester begin_fact(const TableTraits& table, std::int64_t owner, std::int64_t entry) {
    Digester digester;
    digester.text("recorded");
    digester.text(table.name);
    digester.integer(owner);
    digester.integer(entry);
    return digester;
}

std::string row_columns(const tables::FactTable& table) {
    std::string list = tables::owner_or_0(table) + ", entry, added, retracted";
    for (const FieldTraits& column : table.columns) list += ", " + tables::quoted(column.name);
    return list;
}

Digest recorded_row(const tables::FactTable& table, const Query& row, tables::KindNumbers& kinds) {
    Digester digester = begin_fact(table, row.integer(0), row.integer(1));
    int at = 4;
    for (const FieldTraits& column : table.columns) {
        const bool numbered = column.holds == Holds::kind && row.is_integer(at);
        const Kind* const kind = numbered ? kinds.find(row.integer(at)) : nullptr;
        if (kind) {
            digester.text(kind->text());
        } else if (!column.added_later || !row.is_null(at)) {
            take_column(digester, row, at);
        }
        ++at;
    }
    return digester.finish();
}

Digest retracted(const TableTraits& table, std::int64_t owner, std::int64_t entry, std::int64_t added) {
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
