// SPDX-License-Identifier: MIT
// The SQL that follows from the descriptions of facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/facts/all.hpp"

namespace tracker::tables {

/// A table of facts, where facts of all sorts are dealt with alike.
struct FactTable : TableTraits {
    std::vector<FieldTraits> columns;

    /// What tells facts apart, however often one was taken back and brought back: the columns by which the
    /// table is ordered, but for `added`.
    [[nodiscard]] std::string identity() const;
    /// "owner, entry, <fields>", as identity and fields come together.
    [[nodiscard]] std::string all_columns() const;
};

/// The columns of a fact's own fields that its table has.
template <class Fact>
std::vector<FieldTraits> columns_of() {
    std::vector<FieldTraits> columns;
    each_field<Fact>([&](const FieldTraits& column) {
        if (!column.file_only) columns.push_back(column);
    });
    return columns;
}

/// The column of the owner, or 0 for facts of the firm.
std::string owner_or_0(const TableTraits& table);

/// Every table of facts, those that others rest on first.
const std::vector<FactTable>& everything();

template <class Fact>
inline constexpr const TableTraits& table_of = Description<Fact>::table;

/// The name in quotes where SQL has a word of that name.
std::string quoted(std::string_view name);

/// As known by the change that is parameter 1; and as known now, which is asked for most and costs less.
inline constexpr std::string_view known_then = " WHERE added <= ?1 AND (retracted IS NULL OR retracted > ?1)";
inline constexpr std::string_view known_now = " WHERE retracted IS NULL";

/// "SELECT owner, entry, added, <fields> FROM ...".
std::string select(const TableTraits& table, const std::vector<FieldTraits>& columns, std::string_view known,
                   std::string_view more);
/// "SELECT owner, <what decisions need> FROM ...", for visit_in_brief().
std::string select_in_brief(const TableTraits& table, const std::vector<FieldTraits>& columns,
                            std::string_view known, std::string_view more);
/// "INSERT INTO ...", with the owner (if any), entry and added as the first parameters.
std::string insert(const TableTraits& table, const std::vector<FieldTraits>& columns);

}  // namespace tracker::tables
