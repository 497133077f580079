// SPDX-License-Identifier: MIT
// From an older version of the schema straight to schema.sql: every table is made anew from it and filled
// from the old one, so that there is no second path by which a schema could come about.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>

namespace tracker {

/// A column that tables of versions before `since` lack, and what stands in it for their rows, as SQL.
struct AddedColumn {
    int since;
    std::string_view table;
    std::string_view column;
    std::string_view value;
};

/// Makes the database one of `schema` (a text like schema.sql), with the rows that it had. The columns that
/// both have are taken over; `added` says what stands in the others, NULL else. Foreign keys must be off, and
/// a transaction open.
void rebuild(SQLite::Database& database, int from, std::string_view schema, const AddedColumn* first,
             const AddedColumn* last);

}  // namespace tracker
