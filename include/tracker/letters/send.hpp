// SPDX-License-Identifier: MIT
// Hands the letters of the day to the mail command, each once, and records it before and after: a crash
// between leaves a letter in doubt, never sent twice.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tracker/letters/compose.hpp"

namespace tracker {

struct SendOptions {
    bool to_test_addresses = false;  ///< also to those that belong to nobody (example.org, .invalid)
};

struct SendReport {
    std::size_t sent = 0;
    std::vector<std::string> troubles;  ///< one line a letter that didn't go out, or may not have
    LettersOfDay day;                   ///< what was due, and held back
};

/// Records from which day letters speak, and on which days they go out, with the first letter that goes out:
/// unless the user has said so. In the open change.
void record_beginning(Session& session);

/// Sends the letters that are due on the session's day; opens changes of its own. Throws InputError before
/// anything is sent: no sender, a mail command that can't be read or isn't confirmed, a template that
/// is broken. Throws DatabaseError if it can't be told what is confirmed.
SendReport send_letters(Session& session, const SendOptions& options);

}  // namespace tracker
