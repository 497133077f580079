// SPDX-License-Identifier: MIT
// SQLite's own calls: SQLiteCpp counts references for each value that is read, which is felt over 170,000
// rows.
#include "store/connection.hpp"

#include <utility>

#include "store/sqlite/engine.hpp"

namespace tracker {

namespace {

Query::Prepared* prepare(Connection::Engine& engine, const std::string& sql) {
    if (const auto found = engine.at_rest.find(sql); found != engine.at_rest.end()) {
        Query::Prepared* const prepared = found->second.release();
        engine.at_rest.erase(found);
        return prepared;
    }
    sqlite3* const database = engine.database.getHandle();
    sqlite3_stmt* statement = nullptr;
    const int outcome =
        sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement, nullptr);
    if (outcome != SQLITE_OK) rethrow(SQLite::Exception(database, outcome), engine.path);
    return new Query::Prepared(engine, statement);
}

}  // namespace

Query::Query(Connection& connection, const std::string& sql) : prepared_(prepare(connection.engine(), sql)) {}

void Query::PutBack::operator()(Prepared* prepared) const {
    std::unique_ptr<Prepared> own(prepared);
    sqlite3_reset(own->statement);
    sqlite3_clear_bindings(own->statement);
    const char* const sql = sqlite3_sql(own->statement);
    own->engine.at_rest.emplace(sql, std::move(own));
}

void Query::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(prepared_->statement, parameter, value);
}

void Query::bind(int parameter, std::string_view value) {
    sqlite3_bind_text(prepared_->statement, parameter, value.data() ? value.data() : "",
                      static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

void Query::bind_null(int parameter) {
    sqlite3_bind_null(prepared_->statement, parameter);
}

void Query::bind_bytes(int parameter, std::string_view value) {
    sqlite3_bind_blob64(prepared_->statement, parameter, value.data(), value.size(), SQLITE_STATIC);
}

bool Query::step() {
    const int outcome = sqlite3_step(prepared_->statement);
    if (outcome == SQLITE_ROW) return true;
    if (outcome == SQLITE_DONE) return false;
    Connection::Engine& engine = prepared_->engine;
    rethrow(SQLite::Exception(engine.database.getHandle(), outcome), engine.path);
}

int Query::run() {
    step();
    const int changed = sqlite3_changes(prepared_->engine.database.getHandle());
    sqlite3_reset(prepared_->statement);
    return changed;
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(prepared_->statement, column);
}

std::string_view Query::word(int column) const {
    const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(prepared_->statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_->statement, column));
    return start ? std::string_view(start, size) : std::string_view{};
}

std::string_view Query::bytes(int column) const {
    const auto* start = static_cast<const char*>(sqlite3_column_blob(prepared_->statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_->statement, column));
    return start ? std::string_view(start, size) : std::string_view{};
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(prepared_->statement, column) == SQLITE_NULL;
}

bool Query::is_integer(int column) const {
    return sqlite3_column_type(prepared_->statement, column) == SQLITE_INTEGER;
}

Connection::Connection(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

// Statements go before the database that they belong to.
Connection::~Connection() {
    engine_->at_rest.clear();
}

void Connection::execute(const std::string& sql) {
    guarded(engine_->path, [&] { engine_->database.exec(sql); });
}

std::int64_t Connection::last_number() const {
    return engine_->database.getLastInsertRowid();
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
    connection_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        connection_.execute("ROLLBACK");
    } catch (const std::exception&) {  // SQLite has taken it back by itself
    }
}

void Transaction::commit() {
    connection_.execute("COMMIT");
    open_ = false;
}

}  // namespace tracker
