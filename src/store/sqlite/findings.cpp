// SPDX-License-Identifier: MIT
// What is wrong with a database, asked of SQLite, of the schema, of the rules that triggers watch over as
// facts come in, and of the chain of changes. Changes nothing.
#include <set>
#include <tuple>

#include "data/embedded.hpp"
#include "store/impl.hpp"
#include "store/sqlite/open.hpp"

namespace tracker {
namespace {

using Sentences = std::vector<std::string>;

constexpr int most_of_a_sort = 20;

Sentences ask(SQLite::Database& database, const std::string& query) {
    Sentences said;
    SQLite::Statement statement(database, query);
    while (statement.executeStep()) said.push_back(statement.getColumn(0).getString());
    return said;
}

void pages(SQLite::Database& database, Sentences& found) {
    for (const std::string& one : ask(database, fmt::format("PRAGMA integrity_check({})", most_of_a_sort)))
        if (one != "ok") found.push_back("damaged: " + one);
    for (const std::string& one :
         ask(database,
             fmt::format("SELECT DISTINCT \"table\" || ' refers to rows of ' || parent || ' that are "
                         "not there' FROM pragma_foreign_key_check LIMIT {}",
                         most_of_a_sort)))
        found.push_back("broken reference: " + one);
}

using Objects = std::set<std::tuple<std::string, std::string, std::string>>;

Objects objects(SQLite::Database& database) {
    Objects all;
    SQLite::Statement query(database, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
    while (query.executeStep())
        all.emplace(query.getColumn(0).getString(), query.getColumn(1).getString(),
                    query.getColumn(2).getString());
    return all;
}

/// The schema is exactly schema.sql: a trigger less is a rule less.
void schema(SQLite::Database& database, Sentences& found) {
    SQLite::Database right(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    right.exec(std::string(embedded("schema.sql")));
    const Objects expected = objects(right);
    const Objects present = objects(database);
    const auto say = [&](const Objects& these, const Objects& others, const char* what) {
        for (const auto& one : these) {
            if (others.contains(one)) continue;
            found.push_back(fmt::format("schema: the {} {} is {}", std::get<0>(one), std::get<1>(one), what));
        }
    };
    say(expected, present, "missing or not as the program makes it");
    // Views and indexes of the user's own change nothing that the program asks.
    Objects strangers = present;
    std::erase_if(strangers, [](const auto& one) {
        return std::get<0>(one) == "view" || std::get<0>(one) == "index" ||
               std::get<1>(one).starts_with("sqlite_stat");
    });
    say(strangers, expected, "not the program's");
}

/// A rule that no constraint of a column can say: how a breach reads, as SQL, and where breaches are.
struct Rule {
    std::string_view breach;
    std::string_view from;
};

constexpr Rule firm_rules[] = {
    {R"('change ' || number || ' was never sealed')", R"(change WHERE entries IS NULL OR digest IS NULL)"},
    {R"('change ' || number || ' has no change ' || (number - 1) || ' before it')",
     R"(change AS c WHERE number > 1 AND NOT EXISTS (SELECT 1 FROM change WHERE number = c.number - 1))"},
    {R"('change ' || c.number || ' ends before the entries of the change before it')",
     R"(change AS c JOIN change AS b ON b.number = c.number - 1 WHERE c.entries < b.entries)"},
    {R"('contract ' || contract || ' met its ' || (SELECT name FROM kind WHERE id = f.kind) || ' twice')",
     R"(fulfilment AS f WHERE retracted IS NULL GROUP BY contract, period, kind HAVING count(*) > 1)"},
    {R"('contract ' || id || ' has no record')",
     R"(contract WHERE NOT EXISTS (SELECT 1 FROM contract_record WHERE contract = id))"},
    {R"('contract ' || k.contract || ' holds, and its client has no record')",
     R"(contract_record AS k JOIN contract AS c ON c.id = k.contract WHERE k.retracted IS NULL AND NOT EXISTS
        (SELECT 1 FROM client_record AS r WHERE r.client = c.client AND r.retracted IS NULL))"},
    {R"('the cache holds contract ' || contract || ', which no record holds')",
     R"(cache_contract AS k WHERE NOT EXISTS
        (SELECT 1 FROM contract_record WHERE contract = k.contract AND retracted IS NULL))"},
    {R"('bank line ' || entry || ' is of no file')",
     R"(bank_line AS l WHERE retracted IS NULL AND NOT EXISTS
        (SELECT 1 FROM bank_file WHERE entry = l.file AND retracted IS NULL))"},
    {R"('payment ' || entry || ' comes from no bank line')",
     R"(payment AS p WHERE retracted IS NULL AND line IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM bank_line WHERE entry = p.line AND retracted IS NULL))"},
    {R"('bank line ' || line || ' became more than one payment')",
     R"(payment WHERE retracted IS NULL AND line IS NOT NULL GROUP BY line HAVING count(*) > 1)"},
    {R"('bank line ' || max(entry) || ' is on record twice: also as ' || min(entry))",
     R"(bank_line WHERE retracted IS NULL GROUP BY account, date, number, reference, amount, direction, payer_account,
        payer_tax_id, purpose, occurrence HAVING count(*) > 1)"},
    {R"('dismissal ' || entry || ' is of no bank line')",
     R"(dismissal AS d WHERE retracted IS NULL AND NOT EXISTS
        (SELECT 1 FROM bank_line WHERE entry = d.line AND retracted IS NULL))"},
    {R"('delivery ' || entry || ' is of no letter')",
     R"(delivery AS d WHERE retracted IS NULL AND NOT EXISTS
        (SELECT 1 FROM letter WHERE contract = d.contract AND entry = d.letter AND retracted IS NULL))"},
};

/// Of the table {0}: every entry is within those of the change that recorded it.
constexpr Rule entry_rule{
    R"('{0} ' || f.entry || ' is numbered beyond change ' || f.added || ', which recorded it')",
    R"({0} AS f JOIN change ON change.number = f.added WHERE f.entry > entries)"};
/// Of the table {0}, which is about contracts: no fact outlives its contract.
constexpr Rule contract_rule{
    R"('{0} ' || f.entry || ' is about contract ' || contract || ', which no record holds')",
    R"({0} AS f WHERE retracted IS NULL AND NOT EXISTS
        (SELECT 1 FROM contract_record WHERE contract = f.contract AND retracted IS NULL))"};

void rules(SQLite::Database& database, Sentences& found) {
    const auto look = [&](std::string_view breach, std::string_view from) {
        for (std::string& one :
             ask(database, fmt::format("SELECT {} FROM {} LIMIT {}", breach, from, most_of_a_sort)))
            found.push_back("rule: " + std::move(one));
    };
    for (const Rule& rule : firm_rules) look(rule.breach, rule.from);
    for (const tables::FactTable& table : tables::everything()) {
        const auto of_table = [&](const Rule& rule) {
            look(fmt::format(fmt::runtime(rule.breach), table.name),
                 fmt::format(fmt::runtime(rule.from), table.name));
        };
        of_table(entry_rule);
        if (table.is_about_contracts() && table.name != tables::table_of<Contract>.name)
            of_table(contract_rule);
    }
}

}  // namespace

std::vector<std::string> Store::findings() const {
    return guarded(impl_->path, [&] {
        Sentences found;
        SQLite::Database& database = database_of(*impl_);
        schema(database, found);  // first: what follows asks what it promises
        if (!found.empty()) return found;
        pages(database, found);
        if (!found.empty()) return found;
        rules(database, found);
        const ChainState chain = verify();
        if (chain.first_wrong)
            found.push_back(fmt::format("chain: change {} isn't what was recorded: 'tracker log --verify'",
                                        *chain.first_wrong));
        return found;
    });
}

}  // namespace tracker
