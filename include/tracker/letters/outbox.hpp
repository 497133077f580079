// SPDX-License-Identifier: MIT
// Letters as files for any mail program.
#pragma once

#include <string>
#include <vector>

#include "tracker/letters/compose.hpp"

namespace tracker {

/// Writes each letter that can be sent as an `.eml` file into the folder, which is made (mode 0700) if it is
/// missing; a file of the same name is replaced. Returns the names. Throws InputError: a folder or a file
/// that can't be written, no sender.
std::vector<std::string> write_outbox(Session& session, const std::vector<Composed>& letters,
                                      const std::string& folder);

struct SentByHand {
    LettersOfDay day;
    std::vector<std::string> names;  ///< of the files, in order of the letters that have no problem
};

/// Writes the letters that are due on the session's day, and records them as sent, in one change: for who
/// sends the files without looking back. Where a file can't be written nothing is recorded.
SentByHand send_by_hand(Session& session, const std::string& folder);

}  // namespace tracker
