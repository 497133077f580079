// SPDX-License-Identifier: MIT
// How a process is started: its descriptors, its session. Never waits for it.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tracker/base/descriptor.hpp"

namespace tracker {

struct Pipe {
    Descriptor read;
    Descriptor write;
};

/// Opens a pipe of which no other process gets an end by itself. 0 or an errno.
int open_pipe(Pipe& pipe);

/// Starts the words as a program, found by $PATH, in a session of its own, which has no terminal: standard
/// input from the one pipe, standard error to the other, standard output to nowhere. 0 or an errno, also that
/// of an exec that failed.
int spawn(const std::vector<std::string>& words, const Pipe& input, const Pipe& errors, pid_t& pid);

}  // namespace tracker
