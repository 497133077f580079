// SPDX-License-Identifier: MIT
// Which lines of a file are on record already, whatever format brought them. Never takes two lines of a file
// for the same record.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/like_lines.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// The formats of the files on record, by entry.
using FileFormats = std::map<std::int64_t, std::string>;

class KnownLines {
  public:
    /// For a file of the format, before any of its lines is recorded.
    KnownLines(Store& store, std::string format);

    struct Match {
        const BankRecord* record = nullptr;  ///< until the next find()
        Likeness likeness = Likeness::same;
    };
    /// The record that the line is, or may be. A record that is `same` belongs to this line from then on.
    std::optional<Match> find(const BankLine& line);

  private:
    /// The records of a day and amount that were there before the file.
    struct Group {
        std::vector<BankRecord> records;
        std::unordered_map<std::string, std::size_t> by_identity;  ///< with the occurrence, of many
        std::unordered_multimap<std::size_t, std::size_t> by_raw;  ///< by the hash of the text, of many
        std::optional<LikeLines> like;                             ///< once it was asked for

        [[nodiscard]] std::optional<std::size_t> known(const BankLine& line) const;
        [[nodiscard]] std::optional<std::size_t> known_as_written(const BankLine& line) const;
    };

    Group& group_of(const BankLine& line);
    [[nodiscard]] Group read_group(const BankLine& line) const;
    LikeLines& like_lines(Group& group) const;
    Match claim(Group& group, std::size_t place);

    Store& store_;
    std::string format_;
    FileFormats formats_;
    std::optional<Day> others_until_;  ///< the last day of files whose lines may be worded differently
    std::map<std::pair<Day, Money>, Group> groups_;
    std::size_t held_ = 0;  ///< records in the groups
    std::unordered_set<std::int64_t> claimed_;
};

/// Why lines that wait to be placed may count twice.
class SuspectedRepeats {
  public:
    explicit SuspectedRepeats(const Store& store);
    /// The entry of an earlier record of another file that the line may be, if there is one.
    [[nodiscard]] std::optional<std::int64_t> of(const BankRecord& record);

  private:
    /// What one file's lines may be again: records of earlier files, without those that another line of the
    /// file is known to be.
    struct Earlier {
        std::vector<std::int64_t> entries;
        LikeLines like;
    };
    struct Group {
        std::vector<BankRecord> records;
        std::map<std::int64_t, Earlier> by_file;
    };

    [[nodiscard]] Earlier earlier_than(std::int64_t file, const Group& group) const;

    const Store& store_;
    FileFormats formats_;
    std::map<std::pair<Day, Money>, Group> groups_;
};

}  // namespace tracker
