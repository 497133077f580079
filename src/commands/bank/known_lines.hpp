// SPDX-License-Identifier: MIT
// Which lines of a file are on record already, whatever format brought them. Never takes two lines of a file
// for the same record.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_set>

#include "commands/session.hpp"

namespace tracker {

class KnownLines {
  public:
    /// For a file of the format, before any of its lines is recorded.
    KnownLines(Store& store, std::string format);

    struct Match {
        BankRecord record;
        Likeness likeness = Likeness::same;
    };
    /// The record that the line is, or may be. A record that is `same` belongs to this line from then on.
    std::optional<Match> find(const BankLine& line);

  private:
    std::optional<Match> find_in_other_formats(const BankLine& line);

    Store& store_;
    std::string format_;
    std::map<std::int64_t, std::string> formats_;  ///< of the files on record, by entry
    std::optional<Day> others_until_;  ///< the last day of files whose lines may be worded differently
    std::unordered_set<std::int64_t> claimed_;
};

/// Why lines that wait to be placed may count twice.
class Doubts {
  public:
    explicit Doubts(const Store& store);
    /// An earlier record of another file that the line may be, if there is one.
    [[nodiscard]] std::optional<BankRecord> about(const BankRecord& record) const;

  private:
    const Store& store_;
    std::map<std::int64_t, std::string> formats_;  ///< of the files on record, by entry
};

}  // namespace tracker
