// SPDX-License-Identifier: MIT
// A file that comes to its place whole, or not at all, whenever the program or the machine is stopped.
#pragma once

#include <string>
#include <vector>

namespace tracker {

/// Written under another name beside its place, synced by whoever writes it, and moved there. It is made
/// exclusively, so that nobody else's file, link or pipe under that name is ever written to; what a run of
/// this user that was stopped left there is taken away first.
class NewFile {
  public:
    /// Makes the file, empty and the owner's alone, and its folder if that is missing. Throws DatabaseError
    /// if there is something in its place, if another run is making it, or if something that isn't such a
    /// leftover has the other name.
    explicit NewFile(std::string place);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    /// Removes it, unless it was moved.
    ~NewFile();

    /// Where it is written.
    [[nodiscard]] const std::string& path() const { return path_; }
    /// The same file, open for writing until it is moved.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// When it returns, the file survives a loss of power.
    void move_to_place();

  private:
    void take_name();
    bool make();
    void remove_logs() const;
    void remove() const;

    std::string place_, path_;
    int descriptor_ = -1;
};

/// The files that runs that were stopped left beside a database: those that only NewFile makes, with what
/// SQLite kept beside them, and that no run holds. Sorted.
std::vector<std::string> leftovers(const std::string& database);
/// Takes such a file away, if it is this user's and no run holds it.
void remove_leftover(const std::string& path);

}  // namespace tracker
