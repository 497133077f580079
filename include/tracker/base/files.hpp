// SPDX-License-Identifier: MIT
// The database as a file: where it may lie, who may read it, and what stopped runs left beside it. Knows
// nothing of SQLite.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::files {

/// Which file a path names: the same number for the same file only.
struct Identity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    bool operator==(const Identity&) const = default;
};
/// Nothing if there is none. Throws DatabaseError if that can't be told: a folder without rights, a name that
/// is too long.
std::optional<Identity> identity_of(const std::string& path);
/// Whether the path names that file; false also if it can't be told.
bool names(const std::string& path, const Identity& file) noexcept;
/// Whether there is anything under that name, be it a link that leads nowhere. Throws as identity_of() does.
bool exists(const std::string& path);

/// The folder that a path lies in.
std::string folder_of(const std::string& path);
/// Makes a folder for its owner alone, and those above it, if they are missing. Throws DatabaseError.
void make_folder(const std::string& folder);

/// Moves a file to a name that nobody has. Throws DatabaseError if somebody has.
void move_to_new(const std::string& from, const std::string& to);
/// `name`, else `name-2` and so on: the first under which there is nothing.
std::string free_name(const std::string& name);
/// Puts a file, its owner's alone, in the place of what is under `path`: written as `beside` and moved there,
/// so that nobody sees half of it. What is under `beside`, a link or a pipe, is never written to, but taken
/// away. 0, or the errno for which nothing has changed. Without `sync` it may be empty after a loss of power.
int replace(const std::string& path, const std::string& beside, std::string_view bytes, bool sync);
/// Takes a file away, if it is there.
void remove(const std::string& path);
/// What was made or moved in the folder is there for certain once this returns. Throws DatabaseError.
void sync_folder(const std::string& folder);

/// "NFS", "SMB": the network file system that magic number `type` of statfs(2) stands for; empty if it is a
/// local one.
std::string_view network_file_system(long type);
/// The same of the file system that the path lies on.
std::string_view network_of(const std::string& path);

/// What is too open about the rights of a database's file and folder, a line each.
std::vector<std::string> loose_rights(const std::string& path);

}  // namespace tracker::files
