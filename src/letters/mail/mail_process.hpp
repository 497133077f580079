// SPDX-License-Identifier: MIT
// A process that is fed through its standard input and heard on its standard error. Knows nothing of mail.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

/// How a process ended, and how far it was fed.
struct ProcessEnd {
    int status = 0;  ///< as waitpid gives it
    bool timed_out = false;
    bool read_all = false;    ///< whether it has read the last byte of its input
    bool held = false;        ///< whether something that it started can still read what it has not
    std::string first_words;  ///< the beginning of what it wrote to standard error
};

/// Runs the words as a program, found by $PATH, in a session of its own. Returns 0, or the errno of what
/// failed; `end` is filled in only with 0.
int run_process(const std::vector<std::string>& words, std::string_view input,
                std::chrono::milliseconds time_out, ProcessEnd& end);

}  // namespace tracker
