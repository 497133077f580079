// SPDX-License-Identifier: MIT
// A thin connection to an SQL engine: questions with parameters, rows, transactions. The store's own sources
// know nothing more of the engine; what one alone can do stands in its folder (sqlite/).
//
// Each call throws what the engine says as an error that names the database and how to mend it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tracker {

class Connection;

/// A question and its rows. The statement returns to its connection when it is destroyed, prepared for the
/// next of the same text.
class Query {
  public:
    Query(Connection& connection, const std::string& sql);

    /// Parameters are numbered from 1.
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::string_view value);
    void bind_null(int parameter);
    /// The bytes must outlive the statement's run.
    void bind_bytes(int parameter, std::string_view value);

    /// Steps to the next row; false after the last.
    bool step();
    /// For what answers with no rows: runs it, ready to be bound and run again. Returns how many rows it
    /// changed.
    int run();

    // The row; columns are numbered from 0.
    [[nodiscard]] std::int64_t integer(int column) const;
    /// A text as UTF-8, until the next step; empty if it is null.
    [[nodiscard]] std::string_view word(int column) const;
    /// A text or a blob as it is stored, until the next step; empty if it is null.
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_integer(int column) const;

    struct Prepared;  ///< the engine's statement

  private:
    struct PutBack {
        void operator()(Prepared* prepared) const;
    };
    std::unique_ptr<Prepared, PutBack> prepared_;
};

/// A database that is open.
class Connection {
  public:
    struct Engine;  ///< what the engine's own folder knows of it
    explicit Connection(std::unique_ptr<Engine> engine);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs statements that have no parameters.
    void execute(const std::string& sql);
    /// The number that the last row got which was inserted into a table that numbers its rows.
    [[nodiscard]] std::int64_t last_number() const;
    [[nodiscard]] Engine& engine() { return *engine_; }

  private:
    std::unique_ptr<Engine> engine_;
};

/// Everything until commit(), or nothing. It is alone in writing from its beginning.
class Transaction {
  public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace tracker
