// SPDX-License-Identifier: MIT
// A file that comes to its place whole, or not at all, whenever the program or the machine is stopped.
#pragma once

#include <string>

namespace tracker {

/// Written under another name beside its place, synced by whoever writes it, and moved there. What a run that
/// was killed left under that name is taken over by the next.
class NewFile {
  public:
    /// Makes the file, empty and the owner's alone, and its folder if that is missing. Throws DatabaseError
    /// if there is something in its place, or if another run is making it.
    explicit NewFile(std::string place);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    /// Removes it, unless it was moved.
    ~NewFile();

    /// Where it is written.
    [[nodiscard]] const std::string& path() const { return path_; }
    /// When it returns, the file survives a loss of power.
    void move_to_place();

  private:
    void take_name();
    void remove() const;

    std::string place_, path_;
    int descriptor_ = -1;
};

}  // namespace tracker
