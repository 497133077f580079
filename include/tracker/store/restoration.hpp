// SPDX-License-Identifier: MIT
// A backup put in a database's place, while others may have that database open.
//
// The file that they have open stays the file: its content is replaced within SQLite's own locks, as one
// transaction, and is kept first within the same lock. A file that is renamed instead would leave its
// journal's name to a stranger: who has the old file open and no lock yet takes the new one's journal for its
// own.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace tracker {

class NewFile;

class Restoration {
  public:
    /// Makes a copy of the backup `file` beside the database `path`, led on to the present version; the
    /// backup stays as it is. What stopped runs left beside the database is taken away first. Throws
    /// DatabaseError: `file` is no database of this program, or can't be copied.
    Restoration(const std::string& file, std::string path);
    ~Restoration();
    Restoration(const Restoration&) = delete;
    Restoration& operator=(const Restoration&) = delete;

    /// The copy; gone with this.
    [[nodiscard]] const std::string& copy() const;

    /// Where there is no database yet: the copy becomes it. Throws DatabaseError if there is one by now.
    void found();
    /// Writes the copy over the database, whose state before is kept, byte for byte, in a file of the name
    /// `kept` or, where that is taken, one like it; returns the file's name. Who reads or writes the database
    /// meanwhile waits. `head` is the digest that the caller has seen (Store::head()), nothing if the
    /// database can't be read: nothing is returned, and nothing done, if another one is there by now. Throws
    /// DatabaseError, and the database is as it was: others keep it open past the time-out, a full disk.
    std::optional<std::string> replace(const std::optional<std::string>& head, const std::string& kept);

  private:
    std::string path_;
    std::unique_ptr<NewFile> copy_;
};

}  // namespace tracker
