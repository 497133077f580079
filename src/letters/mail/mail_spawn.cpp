// SPDX-License-Identifier: MIT
// Pipes and posix_spawn. Never runs a shell, not even for a script without a first line that names one.
#include "letters/mail/mail_spawn.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace tracker {

int open_pipe(Pipe& pipe) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return errno;
    const Descriptor read(ends[0]);
    const Descriptor write(ends[1]);
    // Above the standard ones even where those are closed: in the child they would overwrite each other.
    pipe.read = Descriptor(::fcntl(read.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    pipe.write = Descriptor(::fcntl(write.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    return pipe.read.is_open() && pipe.write.is_open() ? 0 : errno;
}

int spawn(const std::vector<std::string>& words, const Pipe& input, const Pipe& errors, pid_t& pid) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (const int error = ::posix_spawn_file_actions_init(&actions); error != 0) return error;
    ::posix_spawn_file_actions_adddup2(&actions, input.read.number(), STDIN_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, errors.write.number(), STDERR_FILENO);
    ::posix_spawnattr_init(&attributes);
    sigset_t defaults;
    ::sigemptyset(&defaults);
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaddset(&defaults, signal);
    ::posix_spawnattr_setsigdefault(&attributes, &defaults);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF);
    const int error =
        ::posix_spawnp(&pid, arguments.front(), &actions, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
}

}  // namespace tracker
