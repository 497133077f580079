// SPDX-License-Identifier: MIT
#include "tracker/base/new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "tracker/base/descriptor.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"

namespace tracker {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view tail = ".part";
/// What SQLite keeps beside a database. Whatever has such a name it takes for the new file's, and makes what
/// is in it that file's content.
constexpr std::string_view logs[] = {"-journal", "-wal", "-shm"};

std::string_view without_log(std::string_view name) {
    for (const std::string_view log : logs)
        if (name.ends_with(log)) return name.substr(0, name.size() - log.size());
    return name;
}

[[noreturn]] void refuse(const std::string& path) {
    throw DatabaseError(fmt::format("the file '{}' can't be made: {}", path, std::strerror(errno)));
}

void refuse_existing(const std::string& place) {
    if (files::exists(place))
        throw DatabaseError(fmt::format("'{}' exists already: name another file with --db FILE", place));
}

void refuse_log(const std::string& name) {
    if (files::exists(name))
        throw DatabaseError(
            fmt::format("'{}' is in the way: it belongs to another database: move it away first", name));
}

bool is_own_file(const struct stat& about) {
    return S_ISREG(about.st_mode) && about.st_uid == ::geteuid();
}

/// Whether the name is still that of the open file.
bool is_named(int descriptor, const std::string& path) {
    struct stat mine {
    }, named{};
    return ::fstat(descriptor, &mine) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           mine.st_ino == named.st_ino && mine.st_dev == named.st_dev;
}

enum class Leftover { gone, held, not_ours };

/// Takes away what a stopped run of this user left under the name. The lock says whether a run is at it: it
/// ends with the run, however that ends.
Leftover take_away(const std::string& path) {
    struct stat about {};
    if (::lstat(path.c_str(), &about) != 0) return errno == ENOENT ? Leftover::gone : Leftover::not_ours;
    if (!is_own_file(about)) return Leftover::not_ours;
    const Descriptor file(::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.number() < 0) return errno == ENOENT ? Leftover::gone : Leftover::not_ours;
    if (::fstat(file.number(), &about) != 0 || !is_own_file(about)) return Leftover::not_ours;
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return Leftover::held;
    if (is_named(file.number(), path)) ::unlink(path.c_str());
    return Leftover::gone;
}

bool is_held(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    return file.number() >= 0 && ::flock(file.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}  // namespace

NewFile::NewFile(std::string place) : place_(std::move(place)), path_(place_ + std::string(tail)) {
    refuse_existing(place_);
    files::make_folder(fs::path(place_).parent_path().string());
    take_name();
    try {
        refuse_existing(place_);  // another run may have moved its own there
        remove_logs();            // of a stopped run
        for (const std::string_view log : logs)
            for (const std::string& name : {path_, place_}) refuse_log(name + std::string(log));
    } catch (...) {
        remove();
        throw;
    }
}

void NewFile::take_name() {
    while (!make()) {
        switch (take_away(path_)) {
            case Leftover::gone:
                break;
            case Leftover::held:
                throw DatabaseError(fmt::format("another process is making '{}': wait for it", place_));
            case Leftover::not_ours:
                throw DatabaseError(fmt::format(
                    "'{}' is in the way, and not a file of yours: remove it, or name another file", path_));
        }
    }
}

/// False if the name is taken, or was taken away by another run before this one had locked the file.
bool NewFile::make() {
    constexpr int flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    constexpr mode_t owners = S_IRUSR | S_IWUSR;
    Descriptor file(::open(path_.c_str(), flags, owners));
    if (file.number() < 0 && errno == EEXIST) return false;
    if (file.number() < 0) refuse(path_);
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
    if (!is_named(file.number(), path_)) return false;
    if (::fchmod(file.number(), owners) != 0) {  // whatever the umask leaves of them
        const int why = errno;
        ::unlink(path_.c_str());
        errno = why;
        refuse(path_);
    }
    descriptor_ = file.release();
    return true;
}

void NewFile::move_to_place() {
    files::move_to_new(path_, place_);
    ::close(std::exchange(descriptor_, -1));
    files::sync_folder(files::folder_of(place_));
}

void NewFile::remove_logs() const {
    for (const std::string_view log : logs) ::unlink((path_ + std::string(log)).c_str());
}

void NewFile::remove() const {
    remove_logs();
    ::unlink(path_.c_str());
    ::close(descriptor_);
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) remove();
}

std::vector<std::string> leftovers(const std::string& database) {
    const std::string name = fs::path(database).filename().string();
    const auto is_one = [&](std::string_view file) {
        if (!file.starts_with(name)) return false;
        file.remove_prefix(name.size());
        file = without_log(file);
        if (file == ".restored") return true;  // as version 1.0 left it
        if (!file.ends_with(tail)) return false;
        file.remove_suffix(tail.size());
        return file.empty() || file == ".restored" || file.starts_with(".before-restore-") ||
               file.starts_with(".version-");
    };
    std::vector<std::string> found;
    std::error_code unreadable;  // then nothing is known to be left in it
    for (const fs::directory_entry& entry : fs::directory_iterator(files::folder_of(database), unreadable)) {
        const std::string path = (fs::path(database).parent_path() / entry.path().filename()).string();
        if (is_one(entry.path().filename().string()) && !is_held(std::string(without_log(path))))
            found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void remove_leftover(const std::string& path) {
    static_cast<void>(take_away(path));
}

}  // namespace tracker
