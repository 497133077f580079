// SPDX-License-Identifier: MIT
// The file of confirmed commands: who may have written it, and how it is replaced. Knows nothing of its
// lines.
#pragma once

#include <string>

#include "tracker/base/descriptor.hpp"

namespace tracker {

class ConfirmedList {
  public:
    explicit ConfirmedList(std::string folder);

    /// While it lives, no other run writes the list.
    class Alone {
        friend class ConfirmedList;
        Descriptor folder_;
    };
    /// Makes the folder, for its owner alone, if it is missing. Throws DatabaseError if that can't be done,
    /// or if another run keeps the list for seconds.
    [[nodiscard]] Alone alone() const;

    /// The list's text; empty if there is none. Throws InputError if others than this user and root can write
    /// the file or its folder, DatabaseError if it can't be read.
    [[nodiscard]] std::string read() const;
    /// Puts the text in the list's place as a whole. Throws DatabaseError, and the list is as it was.
    void write(const Alone& alone, const std::string& text) const;

  private:
    std::string folder_, path_;
};

}  // namespace tracker
