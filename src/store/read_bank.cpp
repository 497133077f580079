// SPDX-License-Identifier: MIT
// Reading what the bank said.
#include <algorithm>

#include "store/impl.hpp"

namespace tracker {
namespace {

constexpr std::string_view held_then = " AND added <= ?1 AND (retracted IS NULL OR retracted > ?1)";

std::vector<BankRecord> records_of(Query& cursor, tables::KindNumbers& kinds) {
    std::vector<BankRecord> records;
    while (cursor.step()) tables::read_fact(cursor, records.emplace_back(), kinds);
    return records;
}

}  // namespace

std::vector<BankRecord> Store::bank_lines_of(Day date, Money amount) const {
    Query cursor = impl_->select<BankRecord>(" AND date = ?2 AND amount = ?3");
    cursor.bind(2, to_int(date));
    cursor.bind(3, amount.minor);
    // Sorted here: there is mostly one, and SQLite would prepare to sort for each question.
    std::vector<BankRecord> records = records_of(cursor, impl_->kinds);
    std::sort(records.begin(), records.end(),
              [](const BankRecord& a, const BankRecord& b) { return a.recorded.entry < b.recorded.entry; });
    return records;
}

std::optional<BankRecord> Store::bank_line(std::int64_t entry) const {
    Query cursor = impl_->select<BankRecord>(" AND entry = ?2");
    cursor.bind(2, entry);
    std::vector<BankRecord> found = records_of(cursor, impl_->kinds);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void Store::each_bank_line(const std::function<void(const BankRecord&)>& use) const {
    Query cursor = impl_->select<BankRecord>(" ORDER BY entry");
    BankRecord record;
    while (cursor.step()) {
        tables::read_fact(cursor, record, impl_->kinds);
        use(record);
    }
}

std::unordered_map<std::int64_t, std::int64_t> Store::statement_times() const {
    Query cursor(
        impl_->connection,
        "SELECT s.entry, c.time FROM (SELECT entry, min(added) AS first FROM statement GROUP BY entry) "
        "AS s JOIN change AS c ON c.number = s.first");
    std::unordered_map<std::int64_t, std::int64_t> times;
    while (cursor.step()) times.emplace(cursor.integer(0), cursor.integer(1));
    return times;
}

std::unordered_map<std::int64_t, ContractId> Store::placed_lines() const {
    const bool now = impl_->known == Impl::now;
    Query cursor(impl_->connection, "SELECT line, contract FROM payment" +
                                        std::string(now ? tables::known_now : tables::known_then) +
                                        " AND line IS NOT NULL");
    if (!now) cursor.bind(1, impl_->known);
    std::unordered_map<std::int64_t, ContractId> placed;
    while (cursor.step()) placed.emplace(cursor.integer(0), cursor.integer(1));
    return placed;
}

std::vector<Sighting> Store::sightings_of(std::int64_t entry) const {
    Query cursor = impl_->select<Sighting>(" AND line = ?2 ORDER BY entry");
    cursor.bind(2, entry);
    std::vector<Sighting> sightings;
    while (cursor.step()) tables::read_fact(cursor, sightings.emplace_back(), impl_->kinds);
    return sightings;
}

std::unordered_map<std::string, std::vector<ContractId>> Store::paying_accounts() const {
    Query cursor(impl_->connection,
                 fmt::format("SELECT DISTINCT l.payer_account, p.contract FROM "
                             "(SELECT line, contract FROM payment WHERE line IS NOT NULL{0}) AS p "
                             "JOIN (SELECT entry, payer_account FROM bank_line WHERE direction <> 'outgoing' "
                             "AND payer_account <> ''{0}) AS l ON l.entry = p.line",
                             held_then));
    cursor.bind(1, impl_->known);
    std::unordered_map<std::string, std::vector<ContractId>> accounts;
    while (cursor.step()) accounts[cursor.text(0)].push_back(cursor.integer(1));
    return accounts;
}

std::vector<std::string> Store::own_tax_ids(Lines lines) const {
    const bool now = impl_->known == Impl::now;
    std::string rows = "bank_line" + std::string(now ? tables::known_now : tables::known_then);
    if (lines == Lines::last) {
        rows = "(SELECT payee_tax_id, payer_tax_id, payer_account, account, direction FROM " + rows +
               " ORDER BY entry DESC LIMIT 1000) WHERE true";
    }
    // What goes out is paid by the firm, unless the bank takes a payment back: then the payer stays who it
    // was.
    Query cursor(
        impl_->connection,
        "SELECT DISTINCT iif(direction = 'incoming', payee_tax_id, payer_tax_id) AS tax_id FROM " + rows +
            " AND (direction = 'incoming' OR (direction = 'outgoing' AND payer_account = account AND "
            "account <> '')) AND tax_id <> ''");
    if (!now) cursor.bind(1, impl_->known);
    std::vector<std::string> tax_ids;
    while (cursor.step()) tax_ids.push_back(cursor.text(0));
    return tax_ids;
}

namespace {

/// Lines that went to a client, so far as tax ids and accounts say: those of clients, of remembered payers,
/// and those from which a client's money came.
std::string to_client(std::string_view held) {
    return fmt::format(
        "payee_tax_id IN (SELECT tax_id FROM client_record WHERE tax_id <> '' {0} UNION "
        "SELECT tax_id FROM payer WHERE tax_id <> '' {0}) OR "
        "payer_tax_id IN (SELECT tax_id FROM client_record WHERE tax_id <> '' {0} UNION "
        "SELECT tax_id FROM payer WHERE tax_id <> '' {0}) OR "
        "(payee_account <> '' AND payee_account IN (SELECT account FROM payer WHERE true {0})) OR "
        "(payer_account <> account AND payer_account IN (SELECT account FROM payer WHERE account <> '' {0})) "
        "OR "
        "(payee_tax_id = '' AND payee_account <> '' AND payee_account IN (SELECT payer_account FROM "
        "bank_line "
        "WHERE entry IN (SELECT line FROM payment WHERE line IS NOT NULL {0}) {0}))",
        held);
}

}  // namespace

namespace {

/// Of a bank line: money moved, and it is neither a payment nor put aside.
std::string is_unsettled() {
    return fmt::format(
        " AND amount <> 0 AND entry NOT IN (SELECT line FROM payment WHERE line IS NOT NULL{0}) AND "
        "entry NOT IN (SELECT line FROM dismissal WHERE true{0})",
        held_then);
}

}  // namespace

void Store::Impl::each_bank_line_of(const std::string& more, std::optional<std::int64_t> entry,
                                    const std::function<void(BankRecord&&)>& use) {
    Query cursor = select<BankRecord>(more + " ORDER BY entry");
    cursor.bind(1, known);
    if (entry) cursor.bind(2, *entry);
    while (cursor.step()) {
        BankRecord record;
        tables::read_fact(cursor, record, kinds);
        use(std::move(record));
    }
}

void Store::each_unplaced_that_came(const std::function<void(BankRecord&&)>& use) const {
    // By bank_line_came alone, but for those that are found.
    const std::string came =
        fmt::format(" AND rowid IN (SELECT rowid FROM bank_line{} AND direction <> 'outgoing'{})",
                    tables::known_then, is_unsettled());
    impl_->each_bank_line_of(came, {}, use);
}

void Store::each_unplaced(const std::function<void(BankRecord&&)>& use) const {
    impl_->each_bank_line_of(
        fmt::format("{} AND (direction <> 'outgoing' OR {})", is_unsettled(), to_client(held_then)), {}, use);
}

std::optional<BankRecord> Store::unsettled(std::int64_t entry) const {
    std::optional<BankRecord> found;
    impl_->each_bank_line_of(is_unsettled() + " AND entry = ?2", entry,
                             [&](BankRecord&& record) { found = std::move(record); });
    return found;
}

}  // namespace tracker
