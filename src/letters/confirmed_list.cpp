// SPDX-License-Identifier: MIT
#include "letters/confirmed_list.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_list = std::size_t{1} << 20;
constexpr std::chrono::milliseconds between_tries{10};
constexpr int tries_for_lock = 500;

[[noreturn]] void cant(std::string_view be_done, const std::string& path, int why) {
    throw DatabaseError(fmt::format("'{}' can't be {}: {}", printable(path), be_done, std::strerror(why)));
}

[[noreturn]] void disbelieve(const std::string& path, std::string_view why) {
    throw InputError(fmt::format("'{}' isn't believed: {}", printable(path), why));
}

/// Who can write the list says what is run.
void check_rights(const struct stat& about, const std::string& path) {
    if (about.st_uid != ::geteuid() && about.st_uid != 0)
        disbelieve(path, fmt::format("it belongs to another user (uid {}): move it away", about.st_uid));
    if ((about.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        disbelieve(path,
                   fmt::format("others may write it (mode {:04o}): look what they wrote, then chmod go-w {}",
                               about.st_mode & 07777, printable(shell_quoted(path))));
}

std::string read_whole(const Descriptor& file, const std::string& path) {
    std::string text;
    std::array<char, 65536> block{};
    while (true) {
        const ssize_t got = ::read(file.number(), block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) cant("read", path, errno);
        if (got == 0) return text;
        text.append(block.data(), static_cast<std::size_t>(got));
        if (text.size() > longest_list) disbelieve(path, "it is larger than 1 MiB: move it away");
    }
}

}  // namespace

ConfirmedList::ConfirmedList(std::string folder)
    : folder_(std::move(folder)), path_(folder_ + "/mail-commands") {}

ConfirmedList::Alone ConfirmedList::alone() const {
    files::make_folder(folder_);
    Alone alone;
    alone.folder_ = Descriptor(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!alone.folder_.is_open()) cant("opened", folder_, errno);
    for (int tries = 0; ::flock(alone.folder_.number(), LOCK_EX | LOCK_NB) != 0; ++tries) {
        // Where folders can't be locked (NFS), of two that write at one moment one may have to say it again.
        if (errno != EWOULDBLOCK && errno != EINTR) break;
        if (tries == tries_for_lock) cant("written", path_, EWOULDBLOCK);
        std::this_thread::sleep_for(between_tries);
    }
    return alone;
}

std::string ConfirmedList::read() const {
    struct stat about {};
    if (::stat(folder_.c_str(), &about) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return {};
        cant("looked for", folder_, errno);
    }
    check_rights(about, folder_);
    const Descriptor file(::open(path_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.is_open()) {
        if (errno == ENOENT || errno == ENOTDIR) return {};
        if (errno == ELOOP) disbelieve(path_, "it is a link: move it away");
        cant("read", path_, errno);
    }
    if (::fstat(file.number(), &about) != 0) cant("read", path_, errno);
    if (!S_ISREG(about.st_mode)) disbelieve(path_, "it is no file: move it away");
    check_rights(about, path_);
    return read_whole(file, path_);
}

void ConfirmedList::write(const Alone& /*alone*/, const std::string& text) const {
    if (const int why = files::replace(path_, path_ + ".part", text, true)) cant("written", path_, why);
    files::sync_folder(folder_);
}

}  // namespace tracker
