// SPDX-License-Identifier: MIT
// A command of the program, and the one table that lists them all.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "commands/arguments.hpp"

namespace tracker {

class Session;

/// What a command needs before it runs; the set-up stands in one place (program.cpp).
enum class Needs {
    nothing,
    read,   ///< an open database; takes --known
    whole,  ///< an open database as it is, whatever was known when
    write,  ///< a change begun; takes --dry-run
    own,    ///< opens the database itself, for it depends; takes --dry-run
};

/// Under which heading the help lists a command.
namespace group {
inline constexpr MessageId set_up = "help.group.set-up";
inline constexpr MessageId each_day = "help.group.each-day";
inline constexpr MessageId data = "help.group.data";
}  // namespace group

/// A word that stands for a command together with its first argument.
struct Shortcut {
    std::string_view russian;
    std::string_view argument;
    MessageId summary = "";
};

struct Command {
    std::string_view name;  ///< one or two words: "due", "client add"
    std::string_view russian;  ///< the same for who types Russian: "сегодня", "клиент добавить"
    MessageId group;           ///< as the help and cli.md group them
    std::string_view synopsis;  ///< its arguments, as the English help shows them
    MessageId summary;
    Needs needs;
    bool lists;  ///< answers with rows: takes --format, --csv, --json, --excel
    /// Declares the command's own arguments and returns what runs it once they are parsed; the result is the
    /// exit code.
    std::function<int(Session&)> (*prepare)(Arguments& arguments);
    std::string_view examples;  ///< one a line, as the English help shows them
    Shortcut shortcut{};        ///< empty for most
};

/// For commands that take no arguments of their own.
struct NoOptions {};
inline void declare_nothing(Arguments&, NoOptions&) {}

/// Joins the two halves of a command, with its options struct between them.
template <class Options, void (*declare)(Arguments&, Options&), int (*run)(const Options&, Session&)>
std::function<int(Session&)> prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declare(arguments, *options);
    return [options](Session& session) { return run(*options, session); };
}

/// The commands of each file.
std::span<const Command> init_commands();
std::span<const Command> client_commands();
std::span<const Command> contract_commands();
std::span<const Command> contract_show_commands();
std::span<const Command> schedule_commands();
std::span<const Command> duty_commands();
std::span<const Command> sets_commands();
std::span<const Command> add_set_commands();
std::span<const Command> setting_commands();
std::span<const Command> due_commands();
std::span<const Command> standing_commands();
std::span<const Command> done_commands();
std::span<const Command> money_commands();
std::span<const Command> exception_commands();
std::span<const Command> suspend_commands();
std::span<const Command> why_commands();
std::span<const Command> remind_commands();
std::span<const Command> letters_commands();
std::span<const Command> template_commands();
std::span<const Command> import_commands();
std::span<const Command> unplaced_commands();
std::span<const Command> place_commands();
std::span<const Command> bank_commands();
std::span<const Command> account_commands();
std::span<const Command> export_commands();
std::span<const Command> log_commands();
std::span<const Command> backup_commands();
std::span<const Command> restore_commands();
std::span<const Command> check_commands();

/// All commands, in the order of the help.
const std::vector<Command>& all_commands();

}  // namespace tracker
