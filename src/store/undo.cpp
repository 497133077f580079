// SPDX-License-Identifier: MIT
// Taking back a change: what it added is retracted, what it retracted is brought back, in a new change.
#include <algorithm>
#include <functional>

#include "store/inside.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using tables::Table;

/// A table's columns as SQL: all but `added` and `retracted`, and those that tell facts apart, however often
/// one was taken back and brought back.
struct Columns {
    std::string all;
    std::string identity;
};

Columns columns_of(SQLite::Database& database, const Table& table) {
    SQLite::Statement query(database, "SELECT name, pk FROM pragma_table_info(?)");
    query.bind(1, std::string(table.name));
    Columns columns;
    while (query.executeStep()) {
        const std::string name = query.getColumn(0).getString();
        if (name == "added" || name == "retracted") continue;
        const auto append = [&](std::string& list) { list += (list.empty() ? "\"" : ", \"") + name + '"'; };
        append(columns.all);
        if (query.getColumn(1).getInt() > 0) append(columns.identity);
    }
    return columns;
}

/// Throws if what `number` added is no longer held, because a later change retracted it.
void refuse_if_replaced(SQLite::Database& database, const Table& table, const Columns& columns,
                        ChangeNumber number) {
    SQLite::Statement query(
        database,
        fmt::format(
            "SELECT last, (SELECT command FROM change WHERE number = last) FROM "
            "(SELECT max(retracted) AS last FROM {0} WHERE ({1}) IN "
            "(SELECT {1} FROM {0} WHERE added = ? EXCEPT SELECT {1} FROM {0} WHERE retracted IS NULL))",
            table.name, columns.identity));
    query.bind(1, number);
    if (!query.executeStep() || query.getColumn(0).isNull()) return;
    throw InputError(
        fmt::format("change {} can't be undone: change {} ({}) replaced what it recorded: undo that first",
                    number, query.getColumn(0).getInt64(), query.getColumn(1).getString()));
}

/// Throws if a later change refers to a bank line that `number` brought: it placed the line or put it aside,
/// or saw it again in another file, which then is the only evidence of it.
void refuse_if_referred_to(SQLite::Database& database, ChangeNumber number) {
    std::string references;
    for (const Table& table : {tables::of<Payment>, tables::of<Dismissal>, tables::of<Sighting>}) {
        references += fmt::format("{}SELECT line, added FROM {} WHERE retracted IS NULL",
                                  references.empty() ? "" : " UNION ALL ", table.name);
    }
    SQLite::Statement query(
        database,
        fmt::format("SELECT added, (SELECT command FROM change WHERE number = r.added) FROM ({}) AS r "
                    "WHERE added <> ?1 AND line IN (SELECT entry FROM bank_line WHERE added = ?1 AND "
                    "retracted IS NULL) ORDER BY added LIMIT 1",
                    references));
    query.bind(1, number);
    if (!query.executeStep()) return;
    throw InputError(fmt::format(
        "change {} can't be undone: change {} ({}) rests on bank lines that it brought: undo that first",
        number, query.getColumn(0).getInt64(), query.getColumn(1).getString()));
}

/// Whether an account is the firm's by the word that the change gave (`added`) or took back (`retracted`);
/// where it did neither, by the statements of before.
bool is_own(SQLite::Database& database, const std::string& account, ChangeNumber number,
            const std::string& done) {
    SQLite::Statement query(
        database,
        fmt::format("SELECT standing <> 'foreign' FROM own_account WHERE account = ?1 AND {} = ?2 UNION ALL "
                    "SELECT 1 FROM statement WHERE account = ?1 AND added < ?2 AND retracted IS NULL LIMIT 1",
                    done));
    query.bind(1, account);
    query.bind(2, number);
    return query.executeStep() && query.getColumn(0).getInt() != 0;
}

/// Throws if a later import rests on what `number` says of an account: it brought lines of the account or
/// from it, or a statement of it, and was taken as it was because the account is the firm's, or isn't.
void refuse_if_imported(SQLite::Database& database, ChangeNumber number) {
    SQLite::Statement accounts(database,
                               "SELECT DISTINCT account FROM own_account WHERE added = ?1 OR retracted = ?1");
    accounts.bind(1, number);
    while (accounts.executeStep()) {
        const std::string account = accounts.getColumn(0).getString();
        const bool before = is_own(database, account, number, "retracted");
        if (is_own(database, account, number, "added") == before) continue;
        SQLite::Statement query(
            database,
            "SELECT added, (SELECT command FROM change WHERE number = i.added) FROM "
            "(SELECT added FROM bank_line WHERE added > ?1 AND retracted IS NULL AND ?2 IN (account, "
            "payer_account) UNION ALL SELECT added FROM statement WHERE added > ?1 AND retracted IS NULL AND "
            "account = ?2) AS i ORDER BY added LIMIT 1");
        query.bind(1, number);
        query.bind(2, account);
        if (!query.executeStep()) continue;
        throw InputError(fmt::format(
            "change {} can't be undone: change {} ({}) rests on what it says of account {}: undo that first",
            number, query.getColumn(0).getInt64(), query.getColumn(1).getString(), account));
    }
}

/// Throws if undoing `number` would bring back bank lines that a later import may have brought again: both
/// would count. Of one day, amount and way is enough: the other may come from another format.
void refuse_if_brought_again(SQLite::Database& database, ChangeNumber number) {
    SQLite::Statement query(
        database,
        "SELECT held.added, (SELECT command FROM change WHERE number = held.added) FROM bank_line AS gone "
        "JOIN bank_line AS held ON held.date = gone.date AND held.amount = gone.amount "
        "WHERE gone.retracted = ?1 AND held.retracted IS NULL AND held.added > ?1 "
        "AND held.entry <> gone.entry ORDER BY held.added LIMIT 1");
    query.bind(1, number);
    if (!query.executeStep()) return;
    throw InputError(fmt::format(
        "change {} can't be undone: change {} ({}) may have brought the same bank lines again: undo "
        "that first",
        number, query.getColumn(0).getInt64(), query.getColumn(1).getString()));
}

/// Throws if the change sent letters: what was sent can't be unsent.
void refuse_if_sent(SQLite::Database& database, ChangeNumber number) {
    SQLite::Statement query(database,
                            "SELECT 1 FROM delivery WHERE added = ?1 AND step NOT IN ('arrived', 'unsent') "
                            "LIMIT 1");
    query.bind(1, number);
    if (!query.executeStep()) return;
    throw InputError(fmt::format(
        "change {} sent letters, which stay on record: 'tracker letters settle' says what became of one",
        number));
}

/// Runs what returns the rows that it wrote, as chain::row_columns() names them.
void run(tables::Statements& statements, const std::string& sql, ChangeNumber present, ChangeNumber undone,
         const std::function<void(const tables::Cursor&)>& wrote) {
    tables::Cursor cursor(statements, sql);
    cursor.bind(1, present);
    cursor.bind(2, undone);
    while (cursor.step()) wrote(cursor);
}

/// Retracts what `undone` added, and brings back what it retracted unless that is held already.
void take_back(Store::Inside& inside, const Table& table, ChangeNumber undone) {
    OpenChange& change = *inside.change;
    const Columns columns = columns_of(inside.database, table);
    const std::string written = chain::row_columns(table);
    run(inside.statements,
        fmt::format("UPDATE {0} SET retracted = ?1 WHERE retracted IS NULL AND ({1}) IN "
                    "(SELECT {1} FROM {0} WHERE added = ?2) RETURNING {2}",
                    table.name, columns.identity, written),
        change.row.number, undone, [&](const tables::Cursor& row) {
            change.did.add(chain::retracted(table, row.integer(0), row.integer(1), row.integer(2)));
        });
    run(inside.statements,
        fmt::format("INSERT INTO {0} ({2}, added) SELECT {2}, ?1 FROM {0} WHERE retracted = ?2 AND ({1}) "
                    "NOT IN (SELECT {1} FROM {0} WHERE retracted IS NULL) RETURNING {3}",
                    table.name, columns.identity, columns.all, written),
        change.row.number, undone, [&](const tables::Cursor& row) {
            change.did.add(chain::recorded_row(table, row.row(), inside.kinds));
        });
}

}  // namespace

void Store::undo(ChangeNumber number) {
    const std::vector<Change> all = changes();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Change& c) { return c.number == number; });
    if (found == all.end() || number == change()) {
        throw NotFoundError(fmt::format("there is no change {}: see 'tracker log'", number));
    }
    if (found->undone_by) {
        throw InputError(fmt::format("change {} is undone already, by change {}: undo that to have it back",
                                     number, *found->undone_by));
    }
    guarded(inside_->path, [&] {
        SQLite::Database& database = inside_->database;
        for (const Table& table : tables::everything) {
            refuse_if_replaced(database, table, columns_of(database, table), number);
        }
        refuse_if_referred_to(database, number);
        refuse_if_imported(database, number);
        refuse_if_brought_again(database, number);
        refuse_if_sent(database, number);
        for (const Table& table : tables::everything) {
            const std::string owner = table.owner.empty() ? "0" : std::string(table.owner);
            SQLite::Statement owners(
                database, fmt::format("SELECT DISTINCT {} FROM {} WHERE added = ?1 OR retracted = ?1", owner,
                                      table.name));
            owners.bind(1, number);
            while (owners.executeStep()) inside_->touch(table, owners.getColumn(0).getInt64(), true);
            take_back(*inside_, table, number);
        }
        inside_->change->row.undoes = number;
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
