// SPDX-License-Identifier: MIT
#include "tracker/base/input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_through_a_pipe = std::size_t{1} << 30;
const dev_t nothing = makedev(1, 3);  // /dev/null, which is empty

[[noreturn]] void refuse_unreadable(const std::string& name, std::string_view how) {
    refuse_file(name, fmt::format("can't be read{}: {}", how, std::strerror(errno)));
}

std::size_t read_some(int descriptor, char* to, std::size_t size, const std::string& name) {
    while (true) {
        const ssize_t got = ::read(descriptor, to, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) refuse_unreadable(name, " to its end");
    }
}

}  // namespace

void refuse_file(const std::string& file, std::string_view what) {
    throw InputError(fmt::format("'{}' {}", printable(file), what));
}

Input Input::open(const std::string& path) {
    if (path.empty()) throw InputError("the file has an empty name: name a file, or - for standard input");
    const bool standard = path == "-";
    if (standard && (::fcntl(STDIN_FILENO, F_GETFL) & O_ACCMODE) == O_WRONLY)
        refuse_file("standard input", "is closed: give it a file");
    const int descriptor = standard ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) refuse_unreadable(path, "");
    Input input(standard ? "standard input" : path, descriptor);
    struct stat about {};
    if (::fstat(descriptor, &about) != 0) refuse_unreadable(path, "");
    if (S_ISDIR(about.st_mode)) refuse_file(path, "is a directory: name a file in it");
    // /dev/zero has no end, and what it gives is no text.
    const bool device = S_ISBLK(about.st_mode) || (S_ISCHR(about.st_mode) && about.st_rdev != nothing);
    if (device && ::isatty(descriptor) == 0) refuse_file(path, "is a device: name a file");
    if (S_ISREG(about.st_mode) && ::lseek(descriptor, 0, SEEK_SET) == 0) return input;
    const std::string all = input.whole(most_through_a_pipe, "a gigabyte: split it");
    Input kept(input.name_, std::string_view{});
    kept.buffer_.assign(all.begin(), all.end());
    kept.held_ = kept.rest_ = {kept.buffer_.data(), kept.buffer_.size()};
    return kept;
}

Input::~Input() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Input::Input(Input&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      rest_(other.rest_),
      held_(other.held_),
      given_(other.given_) {}

std::string_view Input::next() {
    std::string_view block;
    if (in_memory()) {
        block = rest_.substr(0, block_size);
        rest_.remove_prefix(block.size());
    } else {
        buffer_.resize(block_size);
        block = {buffer_.data(), read_some(descriptor_, buffer_.data(), block_size, name_)};
    }
    given_ += block.size();
    return block;
}

void Input::rewind() {
    if (in_memory()) {
        rest_ = held_;
    } else if (::lseek(descriptor_, 0, SEEK_SET) != 0 && given_ > 0) {
        refuse_unreadable(name_, " again");
    }
    given_ = 0;
}

std::size_t Input::size() const {
    if (in_memory()) return held_.size();
    struct stat about {};
    return ::fstat(descriptor_, &about) == 0 ? static_cast<std::size_t>(about.st_size) : 0;
}

std::string_view Input::head() {
    rewind();
    const std::string_view block = next();
    rewind();
    return block;
}

std::string Input::whole(std::size_t most, std::string_view most_text) {
    if (given_ > 0) rewind();
    std::string all;
    for (std::string_view block = next(); !block.empty(); block = next()) {
        if (all.size() + block.size() > most) {
            refuse_file(name_, fmt::format("is larger than {}", most_text));
        }
        all += block;
    }
    return all;
}

}  // namespace tracker
