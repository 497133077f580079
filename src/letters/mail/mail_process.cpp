// SPDX-License-Identifier: MIT
// One process from its start to its end: feeding, hearing, waiting, ending it. Never blocks on any of them
// alone.
#include "letters/mail/mail_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <utility>

#include "letters/mail/mail_spawn.hpp"

namespace tracker {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds tick{10};  // nothing but time says that a process has ended or has read
constexpr std::chrono::seconds term_to_kill{2};
constexpr std::chrono::milliseconds killed_to_gone{500};
constexpr std::size_t most_heard = 4096;

/// Where the parent of this process ignores SIGCHLD, so does this one, and how a child ended would be lost.
class ChildrenAreReported {
  public:
    ChildrenAreReported() : before_(std::signal(SIGCHLD, SIG_DFL)) {}
    ~ChildrenAreReported() { std::signal(SIGCHLD, before_); }
    ChildrenAreReported(const ChildrenAreReported&) = delete;
    ChildrenAreReported& operator=(const ChildrenAreReported&) = delete;

  private:
    void (*before_)(int);
};

class Running {
  public:
    Running(pid_t pid, Pipe input, Descriptor errors, std::string_view text)
        : pid_(pid), input_(std::move(input)), errors_(std::move(errors)), text_(text) {}

    ProcessEnd run(std::chrono::milliseconds time_out) {
        ProcessEnd end;
        end.timed_out = !wait_until(Clock::now() + time_out);
        if (end.timed_out) stop();
        while (heard_.size() < most_heard && hear()) {
        }
        end.status = status_;
        end.read_all = given_ == text_.size() && unread() == 0;
        end.held = !end.read_all && is_held();
        end.first_words = std::move(heard_);
        return end;
    }

  private:
    /// Whether the process ended by then.
    bool wait_until(Clock::time_point then) {
        while (::waitpid(pid_, &status_, WNOHANG) != pid_) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(then - Clock::now());
            if (left.count() <= 0) return false;
            const int hungry = feeding_ && given_ + 1 < text_.size() ? input_.write.number() : -1;
            std::array<pollfd, 2> both{{{hungry, POLLOUT, 0}, {errors_.number(), POLLIN, 0}}};
            ::poll(both.data(), both.size(), static_cast<int>(std::min(left, tick).count()));
            if (feeding_) feed();
            hear();
        }
        return true;
    }

    /// The input isn't fed to its end, nor closed: cut off, it could go out as if it were whole.
    void stop() {
        feeding_ = false;
        ::kill(-pid_, SIGTERM);
        const bool ended = wait_until(Clock::now() + term_to_kill);
        ::kill(-pid_, SIGKILL);  // also what the command has left behind: it could still send
        while (!ended && ::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
        }
    }

    /// Bytes that wait in the pipe. Its other end stays open here for this, so nothing is ever written to a
    /// pipe without a reader, and there is no SIGPIPE.
    [[nodiscard]] int unread() const {
        int count = 0;
        ::ioctl(input_.read.number(), FIONREAD, &count);
        return count;
    }

    /// Whether anybody has the other end once it is closed here: a pipe that nobody can read is in error. Not
    /// known where all but the last byte was read; then the process itself was the reader.
    bool is_held() {
        input_.read.close();
        if (!input_.write.is_open()) return false;
        pollfd one{input_.write.number(), 0, 0};
        ::poll(&one, 1, static_cast<int>(killed_to_gone.count()));
        return (one.revents & POLLERR) == 0;
    }

    /// The last byte waits until all before it was read. msmtp reads the headers before it connects and takes
    /// a short letter whole with them: it would seem to have got the letter while it waits for a dead server.
    void feed() {
        if (given_ + 1 == text_.size() && unread() > 0) return;
        const std::size_t count = std::max<std::size_t>(text_.size() - given_, 2) - 1;
        if (given_ < text_.size()) {
            const ssize_t taken = ::write(input_.write.number(), text_.data() + given_, count);
            if (taken > 0) given_ += static_cast<std::size_t>(taken);
        }
        if (given_ < text_.size()) return;
        input_.write.close();
        feeding_ = false;
    }

    /// Takes what is there, and keeps the beginning; whether there was anything.
    bool hear() {
        if (!errors_.is_open()) return false;
        std::array<char, 65536> buffer{};
        const ssize_t got = ::read(errors_.number(), buffer.data(), buffer.size());
        if (got > 0) {
            heard_.append(buffer.data(), std::min(static_cast<std::size_t>(got), most_heard - heard_.size()));
        } else if (got == 0) {
            errors_.close();
        }
        return got > 0;
    }

    pid_t pid_;
    Pipe input_;
    Descriptor errors_;
    std::string_view text_;
    std::size_t given_ = 0;
    bool feeding_ = true;
    int status_ = 0;
    std::string heard_;
};

/// Neither end may block this process. Returns the system's error.
int unblock(const Descriptor& end) {
    return ::fcntl(end.number(), F_SETFL, O_NONBLOCK) == 0 ? 0 : errno;
}

}  // namespace

int run_process(const std::vector<std::string>& words, std::string_view input,
                std::chrono::milliseconds time_out, ProcessEnd& end) {
    const ChildrenAreReported children_are_reported;
    Pipe to_child;
    Pipe from_child;
    pid_t pid = 0;
    if (const int error = open_pipe(to_child); error != 0) return error;
    if (const int error = open_pipe(from_child); error != 0) return error;
    for (const Descriptor* side : {&to_child.write, &from_child.read}) {
        if (const int error = unblock(*side); error != 0) return error;
    }
    if (const int error = spawn(words, to_child, from_child, pid); error != 0) return error;
    from_child.write.close();
    end = Running(pid, std::move(to_child), std::move(from_child.read), input).run(time_out);
    return 0;
}

}  // namespace tracker
