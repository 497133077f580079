// SPDX-License-Identifier: MIT
#include "tracker/base/standard_streams.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace tracker {
namespace {

volatile std::sig_atomic_t refused_growth = 0;

void note(int signal) {
    if (signal == SIGXFSZ) refused_growth = 1;
}

/// An output that takes nothing for now was made non-blocking by somebody else who writes to it.
bool wait_for_room(int descriptor) {
    pollfd one{descriptor, POLLOUT, 0};
    return ::poll(&one, 1, -1) > 0 || errno == EINTR;
}

}  // namespace

bool fill_closed_streams() {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest number that is free is this one: those below are open by now.
        const int flags = number == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", flags) != number) return false;
    }
    return true;
}

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t taken = ::write(descriptor, bytes.data(), bytes.size());
        if (taken >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(taken));
        } else if (errno != EINTR && (errno != EAGAIN || !wait_for_room(descriptor))) {
            return errno;
        }
    }
    return 0;
}

void outlive_failing_writes() {
    // A handler and not SIG_IGN: what is ignored stays ignored in programs that are started.
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaction(signal, &action, nullptr);
}

bool growth_was_refused() {
    return refused_growth != 0;
}

}  // namespace tracker
