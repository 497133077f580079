// SPDX-License-Identifier: MIT
// A small database with a fact of each sort, and the damage that an input says is done to a copy of it: bytes
// overwritten, the file cut off, or values put where the schema would not let them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/fixture.hpp"

namespace tracker::fuzz {

/// Made once: inputs are small, and go on to mean something when the schema changes.
class DatabaseEdits {
  public:
    DatabaseEdits();

    /// Writes a damaged copy and returns its path; empty if SQLite itself refused the damage. What the
    /// input's first byte says: even, the rest is edits of bytes (three bytes of place, one of length, the
    /// bytes; of length 0, the file ends there); odd, edits of values (two bytes of column, one of sort,
    /// eight of value).
    std::string damaged(std::string_view input);

  private:
    struct Column {
        std::string table;
        std::string name;
    };

    void edit_bytes(std::string_view edits);
    bool edit_values(std::string_view edits);

    test::Folder folder_;
    std::string copy_ = folder_.file("copy.db");
    std::string bytes_;
    std::vector<Column> columns_;
};

}  // namespace tracker::fuzz
