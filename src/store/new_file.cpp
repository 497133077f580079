// SPDX-License-Identifier: MIT
#include "new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "files.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(std::string_view what, const std::string& path) {
    throw DatabaseError(fmt::format("the {} '{}' can't be made: {}", what, path, std::strerror(errno)));
}

void refuse_existing(const std::string& place) {
    if (fs::exists(fs::symlink_status(place)))
        throw DatabaseError(fmt::format("'{}' exists already: name another file with --db FILE", place));
}

}  // namespace

NewFile::NewFile(std::string place) : place_(std::move(place)), path_(place_ + ".part") {
    refuse_existing(place_);
    files::make_folder(fs::path(place_).parent_path().string());
    take_name();
    try {
        refuse_existing(place_);  // another run may have moved its own there meanwhile
    } catch (...) {
        remove();
        throw;
    }
}

/// The lock says whether another run is at it: it ends with the run, however that ends.
void NewFile::take_name() {
    constexpr int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    for (;;) {
        descriptor_ = ::open(path_.c_str(), flags, S_IRUSR | S_IWUSR);
        if (descriptor_ < 0) refuse("file", path_);
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(descriptor_);
            throw DatabaseError(fmt::format("another process is making '{}': wait for it", place_));
        }
        struct stat mine {
        }, named{};
        const bool same = ::fstat(descriptor_, &mine) == 0 && ::lstat(path_.c_str(), &named) == 0 &&
                          mine.st_ino == named.st_ino && mine.st_dev == named.st_dev;
        if (same) break;
        ::close(descriptor_);  // the other run moved it to its place after we had opened it
    }
    ::unlink((path_ + "-journal").c_str());  // before the file is emptied: it would be rolled back into it
    if (::ftruncate(descriptor_, 0) != 0) {
        const int why = errno;
        remove();
        errno = why;
        refuse("file", path_);
    }
}

void NewFile::move_to_place() {
    files::move_to_new(path_, place_);
    ::close(std::exchange(descriptor_, -1));
    files::sync_folder(files::folder_of(place_));
}

void NewFile::remove() const {
    for (const char* tail : {"-journal", ""}) ::unlink((path_ + tail).c_str());
    ::close(descriptor_);
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) remove();
}

}  // namespace tracker
