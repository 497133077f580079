// SPDX-License-Identifier: MIT
// The database as a file: where it may lie, who may read it, and how a new one takes a place without a moment
// at which there is none. Knows nothing of SQLite.
#pragma once

#include <cstdint>
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
/// Zeros if there is none.
Identity identity_of(const std::string& path);

/// The folder that a path lies in.
std::string folder_of(const std::string& path);
/// Makes a folder for its owner alone, and those above it, if they are missing. Throws DatabaseError.
void make_folder(const std::string& folder);

/// Moves a file to a name that nobody has. Throws DatabaseError if somebody has.
void move_to_new(const std::string& from, const std::string& to);
/// Moves a file to a name, over what is there.
void move_over(const std::string& from, const std::string& to);
/// `name`, else `name-2` and so on: the first that no file has, or that is a second name of `file` already.
std::string free_name(const std::string& name, const std::string& file = {});
/// Takes a file away, if it is there.
void remove(const std::string& path);
/// Gives a file a second name that nobody has, unless it has it already.
void link_as(const std::string& file, const std::string& name);
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
