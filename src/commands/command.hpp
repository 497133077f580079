// SPDX-License-Identifier: MIT
// A command of the program, and the one table that lists them all.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace tracker {

class Session;

/// What a command needs before it runs; the set-up stands in one place (program.cpp).
enum class Needs {
    nothing,
    read,   ///< an open database; takes --known
    write,  ///< a change begun; takes --dry-run
    own,    ///< opens the database itself, for it depends; takes --dry-run
};

struct Command {
    std::string_view name;      ///< one or two words: "due", "client add"
    std::string_view group;     ///< as the help and cli.md group them
    std::string_view synopsis;  ///< its arguments, as the help shows them
    std::string_view summary;
    Needs needs;
    bool lists;  ///< answers with rows: takes --format, --csv, --json, --excel
    /// Declares the command's own arguments and returns what runs it once they are parsed; the result is the exit code.
    std::function<int(Session&)> (*prepare)(Arguments& arguments);
    std::string_view examples;  ///< one a line
};

/// Joins the two halves of a command, with its options struct between them.
template <class Options, void (*declare)(Arguments&, Options&), int (*run)(const Options&, Session&)>
std::function<int(Session&)> prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declare(arguments, *options);
    return [options](Session& session) { return run(*options, session); };
}

/// The commands by group, each defined in a file of its own; `all_commands` joins them in the order of the help.
std::span<const Command> set_up_commands();
std::span<const Command> agreement_commands();
std::span<const Command> report_commands();
std::span<const Command> fact_commands();
std::span<const Command> data_commands();
const std::vector<Command>& all_commands();

}  // namespace tracker
