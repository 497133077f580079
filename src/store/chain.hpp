// SPDX-License-Identifier: MIT
// The chain of changes: each carries a digest of what it did and of the change before, so that a database
// that was edited behind the program's back, or that rotted, is found, with the first change that doesn't
// fit.
//
// A change's digest is SHA-256 over the digest before it, its own row, and the sum of the digests of all that
// it did: facts recorded, facts retracted, contracts made. Kinds go in by their names, so that the dictionary
// is covered too. Nothing is covered that can be made anew: indexes, views, triggers.
#pragma once

#include <optional>
#include <string>

#include "store/connection.hpp"
#include "store/digest.hpp"
#include "store/kind_numbers.hpp"
#include "store/tables.hpp"

namespace tracker::chain {

/// The row of a change, as it is when it is sealed.
struct ChangeRow {
    std::int64_t number = 0;
    std::int64_t time = 0;
    std::string user;
    std::string command;
    std::optional<std::int64_t> undoes;
    std::int64_t entries = 0;
};

/// Begins the digest of a fact that is recorded; its fields, in the order of columns(), complete it.
Digester begin_fact(const TableTraits& table, std::int64_t owner, std::int64_t entry);

/// The columns of a row that recorded_row() reads: owner, entry, added, retracted, and the fact's own.
std::string row_columns(const tables::FactTable& table);
/// The digest of a fact that was recorded, from its row; begin_fact() and the fields give the same.
Digest recorded_row(const tables::FactTable& table, const Query& row, tables::KindNumbers& kinds);
/// The digest of a fact's being retracted.
Digest retracted(const TableTraits& table, std::int64_t owner, std::int64_t entry, std::int64_t added);
/// The digest of a contract's being made for a client.
Digest made(std::int64_t contract, std::int64_t client);

/// The digest of a change. The first change stands on a digest of zeros.
Digest seal(const Digest& before, const ChangeRow& change, const DigestSum& did);

}  // namespace tracker::chain
