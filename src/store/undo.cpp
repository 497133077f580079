// SPDX-License-Identifier: MIT
// Taking back a change: what it added is retracted, what it retracted is brought back, in a new change.
#include <algorithm>
#include <functional>

#include "store/impl.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using tables::FactTable;

/// Throws if what `number` added is no longer held, because a later change retracted it.
void refuse_if_replaced(Connection& connection, const FactTable& table, ChangeNumber number) {
    Query query(
        connection,
        fmt::format(
            "SELECT last, (SELECT command FROM change WHERE number = last) FROM "
            "(SELECT max(retracted) AS last FROM {0} WHERE ({1}) IN "
            "(SELECT {1} FROM {0} WHERE added = ? EXCEPT SELECT {1} FROM {0} WHERE retracted IS NULL))",
            table.name, table.identity()));
    query.bind(1, number);
    if (!query.step() || query.is_null(0)) return;
    throw InputError(
        fmt::format("change {} can't be undone: change {} ({}) replaced what it recorded: undo that first",
                    number, query.integer(0), query.text(1)));
}

/// Throws if a later change refers to a bank line that `number` brought: it placed the line or put it aside,
/// or saw it again in another file, which then is the only evidence of it.
void refuse_if_referred_to(Connection& connection, ChangeNumber number) {
    std::string references;
    for (const FactTable& table : tables::everything()) {
        for (const FieldTraits& column : table.columns) {
            if (!column.of_bank_line) continue;
            references += fmt::format("{}SELECT {} AS line, added FROM {} WHERE retracted IS NULL",
                                      references.empty() ? "" : " UNION ALL ", column.name, table.name);
        }
    }
    Query query(
        connection,
        fmt::format("SELECT added, (SELECT command FROM change WHERE number = r.added) FROM ({}) AS r "
                    "WHERE added <> ?1 AND line IN (SELECT entry FROM bank_line WHERE added = ?1 AND "
                    "retracted IS NULL) ORDER BY added LIMIT 1",
                    references));
    query.bind(1, number);
    if (!query.step()) return;
    throw InputError(fmt::format(
        "change {} can't be undone: change {} ({}) rests on bank lines that it brought: undo that first",
        number, query.integer(0), query.text(1)));
}

/// Whether an account is the firm's by the word that the change gave (`added`) or took back (`retracted`);
/// where it did neither, by the statements of before.
bool is_own(Connection& connection, const std::string& account, ChangeNumber number,
            const std::string& done) {
    Query query(
        connection,
        fmt::format("SELECT standing <> 'foreign' FROM own_account WHERE account = ?1 AND {} = ?2 UNION ALL "
                    "SELECT 1 FROM statement WHERE account = ?1 AND added < ?2 AND retracted IS NULL LIMIT 1",
                    done));
    query.bind(1, account);
    query.bind(2, number);
    return query.step() && query.integer(0) != 0;
}

/// Throws if a later import rests on what `number` says of an account: it brought lines of the account or
/// from it, or a statement of it, and was taken as it was because the account is the firm's, or isn't.
void refuse_if_imported(Connection& connection, ChangeNumber number) {
    Query accounts(connection, "SELECT DISTINCT account FROM own_account WHERE added = ?1 OR retracted = ?1");
    accounts.bind(1, number);
    while (accounts.step()) {
        const std::string account = accounts.text(0);
        const bool before = is_own(connection, account, number, "retracted");
        if (is_own(connection, account, number, "added") == before) continue;
        Query query(
            connection,
            "SELECT added, (SELECT command FROM change WHERE number = i.added) FROM "
            "(SELECT added FROM bank_line WHERE added > ?1 AND retracted IS NULL AND ?2 IN (account, "
            "payer_account) UNION ALL SELECT added FROM statement WHERE added > ?1 AND retracted IS NULL AND "
            "account = ?2) AS i ORDER BY added LIMIT 1");
        query.bind(1, number);
        query.bind(2, account);
        if (!query.step()) continue;
        throw InputError(fmt::format(
            "change {} can't be undone: change {} ({}) rests on what it says of account {}: undo that first",
            number, query.integer(0), query.text(1), account));
    }
}

/// Throws if undoing `number` would bring back bank lines that a later import may have brought again: both
/// would count. Of one day, amount and way is enough: the other may come from another format.
void refuse_if_brought_again(Connection& connection, ChangeNumber number) {
    Query query(
        connection,
        "SELECT held.added, (SELECT command FROM change WHERE number = held.added) FROM bank_line AS gone "
        "JOIN bank_line AS held ON held.date = gone.date AND held.amount = gone.amount "
        "WHERE gone.retracted = ?1 AND held.retracted IS NULL AND held.added > ?1 "
        "AND held.entry <> gone.entry ORDER BY held.added LIMIT 1");
    query.bind(1, number);
    if (!query.step()) return;
    throw InputError(fmt::format(
        "change {} can't be undone: change {} ({}) may have brought the same bank lines again: undo "
        "that first",
        number, query.integer(0), query.text(1)));
}

/// Runs what returns the rows that it wrote, as chain::row_columns() names them.
void run(Connection& connection, const std::string& sql, ChangeNumber present, ChangeNumber undone,
         const std::function<void(const Query&)>& wrote) {
    Query cursor(connection, sql);
    cursor.bind(1, present);
    cursor.bind(2, undone);
    while (cursor.step()) wrote(cursor);
}

/// Retracts what `undone` added, and brings back what it retracted unless that is held already.
void take_back(Store::Impl& impl, const FactTable& table, ChangeNumber undone) {
    OpenChange& change = *impl.change;
    const std::string identity = table.identity();
    const std::string written = chain::row_columns(table);
    run(impl.connection,
        fmt::format("UPDATE {0} SET retracted = ?1 WHERE retracted IS NULL AND ({1}) IN "
                    "(SELECT {1} FROM {0} WHERE added = ?2) RETURNING {2}",
                    table.name, identity, written),
        change.row.number, undone, [&](const Query& row) {
            change.did.add(chain::retracted(table, row.integer(0), row.integer(1), row.integer(2)));
        });
    run(impl.connection,
        fmt::format("INSERT INTO {0} ({2}, added) SELECT {2}, ?1 FROM {0} WHERE retracted = ?2 AND ({1}) "
                    "NOT IN (SELECT {1} FROM {0} WHERE retracted IS NULL) RETURNING {3}",
                    table.name, identity, table.all_columns(), written),
        change.row.number, undone,
        [&](const Query& row) { change.did.add(chain::recorded_row(table, row, impl.kinds)); });
}

}  // namespace

bool Store::has_sent(ChangeNumber change) const {
    Query query(impl_->connection,
                "SELECT 1 FROM delivery WHERE added = ?1 AND step NOT IN ('arrived', 'unsent') LIMIT 1");
    query.bind(1, change);
    return query.step();
}

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
    Connection& connection = impl_->connection;
    for (const FactTable& table : tables::everything()) {
        refuse_if_replaced(connection, table, number);
    }
    refuse_if_referred_to(connection, number);
    refuse_if_imported(connection, number);
    refuse_if_brought_again(connection, number);
    if (has_sent(number)) {
        throw InputError(fmt::format(
            "change {} sent letters, which stay on record: 'tracker letters settle' says what became of one",
            number));
    }
    for (const FactTable& table : tables::everything()) {
        Query owners(connection, fmt::format("SELECT DISTINCT {} FROM {} WHERE added = ?1 OR retracted = ?1",
                                             tables::owner_or_0(table), table.name));
        owners.bind(1, number);
        while (owners.step()) impl_->touch(table, owners.integer(0), true);
        take_back(*impl_, table, number);
    }
    impl_->change->row.undoes = number;
}

std::set<ChangeNumber> Store::changes_about(ContractId contract) const {
    std::set<ChangeNumber> changes;
    for (const FactTable& table : tables::everything()) {
        if (!table.is_about_contracts()) continue;
        Query query(impl_->connection,
                    fmt::format("SELECT DISTINCT added FROM {} WHERE contract = ? AND retracted IS NULL",
                                table.name));
        query.bind(1, contract);
        while (query.step()) changes.insert(query.integer(0));
    }
    return changes;
}

}  // namespace tracker
