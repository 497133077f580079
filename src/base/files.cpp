// SPDX-License-Identifier: MIT
#include "tracker/base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "tracker/base/error.hpp"
#include "tracker/base/standard_streams.hpp"

namespace tracker::files {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(std::string_view what, const std::string& path) {
    throw DatabaseError(fmt::format("'{}' can't be {}: {}", path, what, std::strerror(errno)));
}

}  // namespace

std::optional<Identity> identity_of(const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) == 0) return Identity{about.st_dev, about.st_ino};
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    refuse("looked for", path);
}

bool names(const std::string& path, const Identity& file) noexcept {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 && Identity{about.st_dev, about.st_ino} == file;
}

bool exists(const std::string& path) {
    struct stat about {};
    if (::lstat(path.c_str(), &about) == 0) return true;
    if (errno == ENOENT || errno == ENOTDIR) return false;
    refuse("looked for", path);
}

std::string folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return folder.empty() ? "." : folder.string();
}

void make_folder(const std::string& folder) {
    if (folder.empty() || exists(folder)) return;
    make_folder(fs::path(folder).parent_path().string());
    if (::mkdir(folder.c_str(), S_IRWXU) == 0) {
        ::chmod(folder.c_str(), S_IRWXU);  // whatever the umask leaves of it
    } else if (errno != EEXIST) {
        refuse("made", folder);
    }
    sync_folder(folder_of(folder));
}

void move_to_new(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
    // Some file systems know no such rename, and some of them no second names either.
    if (errno == EINVAL && ::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return;
    }
    if (errno == EEXIST) throw DatabaseError(fmt::format("'{}' exists already: name another file", to));
    refuse("written", to);
}

int replace(const std::string& path, const std::string& beside, std::string_view bytes, bool sync) {
    ::unlink(beside.c_str());  // of a run that was stopped
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int descriptor = ::open(beside.c_str(), flags, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return errno;
    int why = ::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0 ? 0 : errno;  // whatever the umask has left
    if (why == 0) why = write_all(descriptor, bytes);
    if (why == 0 && sync && ::fsync(descriptor) != 0) why = errno;
    if (::close(descriptor) != 0 && why == 0) why = errno;
    if (why == 0 && std::rename(beside.c_str(), path.c_str()) != 0) why = errno;
    if (why != 0) ::unlink(beside.c_str());
    return why;
}

std::string free_name(const std::string& name) {
    std::string free = name;
    for (int i = 2; exists(free); ++i) free = fmt::format("{}-{}", name, i);
    return free;
}

void remove(const std::string& path) {
    ::unlink(path.c_str());
}

void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Some file systems know no such thing, and say EINVAL.
    const bool done = descriptor < 0 || ::fsync(descriptor) == 0 || errno == EINVAL;
    const int why = errno;
    if (descriptor >= 0) ::close(descriptor);
    errno = why;
    if (!done) refuse("synced", folder);
}

std::string_view network_file_system(long type) {
    // statfs(2) and linux/magic.h
    switch (static_cast<unsigned long>(type) & 0xFFFFFFFFUL) {
        case 0x6969:
            return "NFS";
        case 0x517B:
        case 0xFF534D42:
        case 0xFE534D42:
            return "SMB";
        case 0x5346414F:
            return "AFS";
        case 0x73757245:
            return "Coda";
        case 0x00C36400:
            return "Ceph";
        case 0x0BD00BD0:
            return "Lustre";
        case 0x01161970:
            return "GFS2";
        default:
            return {};
    }
}

std::string_view network_of(const std::string& path) {
    struct statfs about {};
    const bool known = ::statfs(path.c_str(), &about) == 0 || ::statfs(folder_of(path).c_str(), &about) == 0;
    return known ? network_file_system(static_cast<long>(about.f_type)) : std::string_view{};
}

std::vector<std::string> loose_rights(const std::string& path) {
    std::vector<std::string> found;
    struct stat about {};
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    if (::stat(path.c_str(), &about) == 0 && (about.st_mode & others) != 0) {
        found.push_back(fmt::format("others have rights to the database (mode {:04o}): chmod 600 '{}'",
                                    about.st_mode & 07777, path));
    }
    const std::string folder = folder_of(path);
    if (::stat(folder.c_str(), &about) != 0) return found;
    // A folder that the program made is its owner's alone; whatever else lies in another may be for everyone
    // to read, but who can write there can put another file in the database's place.
    const bool made_here =
        fs::path(path).filename() == "tracker.db" && fs::path(folder).filename() == "tracker";
    const mode_t forbidden = made_here ? others : (S_IWGRP | S_IWOTH);
    if ((about.st_mode & forbidden) != 0 && (about.st_mode & S_ISVTX) == 0) {
        found.push_back(
            fmt::format("others have rights to the database's folder (mode {:04o}): chmod 700 '{}'",
                        about.st_mode & 07777, folder));
    }
    return found;
}

}  // namespace tracker::files
