// SPDX-License-Identifier: MIT
// A bank statement becomes payments: each line is put on record as it is read, and placed where it is certain
// whose money it is.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/bank/import_result.hpp"
#include "tracker/bank/statement.hpp"
#include "tracker/base/input.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// How the user said a bank's file is to be read.
struct StatementOptions {
    std::optional<std::string> as;       ///< csv, 1c or camt053
    std::optional<std::string> map;      ///< "NAME", or "NAME=date=...;amount=..." to keep it
    std::optional<std::string> account;  ///< whose statement it is, where the file doesn't say
};

/// A reader for the file, chosen by its content.
struct StatementReader {
    std::string format;  ///< as BankFile has it
    std::function<BankStatement(Input&, const TakeLine&)> read;
};

/// The reader of a bank's file in any of its formats; nothing for a CSV file with the tracker's own columns.
/// A new map of columns is recorded in the session's open change.
std::optional<StatementReader> find_reader(Session& session, Input& input, const StatementOptions& options);

/// Records statements in the session's open change, as many as there are, in any order; then places what is
/// certain of their lines and of those that waited before.
class StatementsImport {
  public:
    explicit StatementsImport(Session& session);
    void take(Input& input, const StatementReader& reader);
    /// Places, and says what became of the lines.
    void finish(Telling telling);

  private:
    Session& session_;
    ImportResult result_;
    ImportedLines imported_;
    std::map<std::int64_t, std::size_t> files_;  ///< places in the result, by the file's entry
    std::vector<FirmAccounts> accounts_;         ///< as each file taught them
};

}  // namespace tracker
