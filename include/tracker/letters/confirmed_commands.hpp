// SPDX-License-Identifier: MIT
// The mail commands that this user has confirmed on this machine, each for one database file: a database may
// come from anywhere, and the command that it names would run as whoever sends its letters. Never kept in a
// database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/session/session.hpp"

namespace tracker {

struct ConfirmedCommand {
    std::string database;  ///< its path, absolute and without links
    std::string command;
    bool operator==(const ConfirmedCommand&) const = default;
};

/// A line each: path, tab, command, with `\t`, `\n` and `\\` for what would break it. Whatever else is there,
/// a line without an end among it, is passed over.
std::vector<ConfirmedCommand> read_confirmed(std::string_view text);
std::string written_confirmed(const std::vector<ConfirmedCommand>& commands);

/// Whether a command runs only where it is confirmed: the default always may.
bool needs_confirmation(const std::string& command);

/// Keeps that the session's database may have this command run; false if there was nothing to keep: it is the
/// default, or confirmed already. Throws InputError where there is no place for the list, or where others
/// could write it; DatabaseError where it can't be read or written.
bool confirm_command(const Session& session, const std::string& command);

/// Nothing if the command may be run for the session's database; else a printable line that says why not, and
/// how to confirm it. Throws DatabaseError where the list can't be read.
std::optional<std::string> why_not_to_run(const Session& session, const std::string& command);

}  // namespace tracker
