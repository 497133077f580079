// SPDX-License-Identifier: MIT
// From words to an answer: finds the command, declares only its options, sets up what it needs, runs it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/session/session.hpp"

namespace tracker {

struct Answer {
    std::string out;  ///< for standard output
    int exit_code = 0;
    std::string_view done{};             ///< as Session::done() says
    std::shared_ptr<const void> open{};  ///< what the command had open; the end of the process may close it
};

/// Runs the program with the words after its name. Throws Error for all that is reported in one line.
Answer run_program(const std::vector<std::string>& words, const World& world);

/// The pages of --help.
std::string help_page(const Speech& speech);
std::string help_page(const struct Command& command, const class Arguments& arguments, const Speech& speech);

}  // namespace tracker
