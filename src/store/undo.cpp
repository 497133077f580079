// SPDX-License-Identifier: MIT
// Taking back a change: what it added is retracted, what it retracted is brought back, in a new change.
#include <algorithm>

#include "inside.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace {

using tables::Table;

/// Throws if a later change has already retracted something that `number` added.
void refuse_if_replaced(SQLite::Database& database, const Table& table, ChangeNumber number) {
    SQLite::Statement query(
        database, fmt::format("SELECT retracted, (SELECT command FROM change WHERE number = retracted)"
                              " FROM {} WHERE added = ? AND retracted IS NOT NULL LIMIT 1",
                              table.name));
    query.bind(1, number);
    if (!query.executeStep()) return;
    throw InputError(
        fmt::format("change {} can't be undone: change {} ({}) replaced what it recorded: undo that first",
                    number, query.getColumn(0).getInt64(), query.getColumn(1).getString()));
}

/// The names of all columns but `added` and `retracted`, as a list for SQL.
std::string columns_of(SQLite::Database& database, const Table& table) {
    SQLite::Statement query(database, "SELECT name FROM pragma_table_info(?)");
    query.bind(1, std::string(table.name));
    std::string columns;
    while (query.executeStep()) {
        const std::string name = query.getColumn(0).getString();
        if (name == "added" || name == "retracted") continue;
        columns += (columns.empty() ? "\"" : ", \"") + name + '"';
    }
    return columns;
}

}  // namespace

void Store::undo(ChangeNumber number) {
    const std::vector<Change> all = changes();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Change& c) { return c.number == number; });
    if (found == all.end() || number == inside_->change->number) {
        throw NotFoundError(fmt::format("there is no change {}: see 'tracker log'", number));
    }
    if (found->undone_by) {
        throw InputError(fmt::format("change {} is undone already, by change {}: undo that to have it back",
                                     number, *found->undone_by));
    }
    guarded(inside_->path, [&] {
        SQLite::Database& database = inside_->database;
        OpenChange& change = *inside_->change;
        for (const Table& table : tables::everything) refuse_if_replaced(database, table, number);
        for (const Table& table : tables::everything) {
            const std::string owner = table.owner.empty() ? "0" : std::string(table.owner);
            SQLite::Statement owners(
                database, fmt::format("SELECT DISTINCT {} FROM {} WHERE added = ?1 OR retracted = ?1", owner,
                                      table.name));
            owners.bind(1, number);
            while (owners.executeStep()) inside_->touch(table, owners.getColumn(0).getInt64(), true);

            const std::string columns = columns_of(database, table);
            SQLite::Statement retract(database,
                                      fmt::format("UPDATE {} SET retracted = ? WHERE added = ?", table.name));
            retract.bind(1, change.number);
            retract.bind(2, number);
            retract.exec();
            SQLite::Statement bring_back(
                database,
                fmt::format("INSERT INTO {0} ({1}, added) SELECT {1}, ? FROM {0} WHERE retracted = ?",
                            table.name, columns));
            bring_back.bind(1, change.number);
            bring_back.bind(2, number);
            bring_back.exec();
        }
        // Each change says what it undoes; the rest of its row is written at its beginning.
        SQLite::Statement mark(database, "UPDATE change SET undoes = ? WHERE number = ?");
        mark.bind(1, number);
        mark.bind(2, change.number);
        mark.exec();
    });
}

std::set<ChangeNumber> Store::changes_about(ContractId contract) const {
    return guarded(inside_->path, [&] {
        std::set<ChangeNumber> changes;
        for (const Table& table : tables::everything) {
            if (table.owner != "contract") continue;
            SQLite::Statement query(
                inside_->database,
                fmt::format("SELECT DISTINCT added FROM {} WHERE contract = ? AND retracted IS NULL",
                            table.name));
            query.bind(1, contract);
            while (query.executeStep()) changes.insert(query.getColumn(0).getInt64());
        }
        return changes;
    });
}

}  // namespace tracker
