// SPDX-License-Identifier: MIT
// The help pages: the commands by group, and one command with its options and examples.
#include "commands/command.hpp"
#include "tracker/base/text.hpp"
#include "tracker/commands/program.hpp"

namespace tracker {

namespace {

constexpr int columns = 80;

/// A command's line: its English name, the Russian one, what it does.
std::string line_of(std::string_view name, std::string_view russian, std::string_view summary) {
    const std::string names = fmt::format("  {}  {}  ", pad_right(name, 16), pad_right(russian, 17));
    return wrapped(summary, columns, names, std::string(static_cast<std::size_t>(width(names)), ' '));
}

/// The Russian names, as a command's own page adds them.
std::string also(const Command& command) {
    const Shortcut& shortcut = command.shortcut;
    const std::string more = shortcut.russian.empty() ? ""
                                                      : fmt::format("; {} for '{} {}'", shortcut.russian,
                                                                    command.name, shortcut.argument);
    return fmt::format("also: {}{}\n", command.russian, more);
}

}  // namespace

std::string help_page() {
    std::string page =
        "tracker says what is due, who is late and whom we do not serve, with the proof\n\n"
        "usage: tracker COMMAND [ARGUMENTS] [OPTIONS]\n";
    std::string_view group;
    for (const Command& command : all_commands()) {
        if (command.group != group) page += fmt::format("\n{}\n", group = command.group);
        page += line_of(command.name, command.russian, command.summary);
        if (const Shortcut& shortcut = command.shortcut; !shortcut.russian.empty())
            page += line_of(fmt::format("{} {}", command.name, shortcut.argument), shortcut.russian,
                            shortcut.summary);
    }
    page +=
        "\n'tracker COMMAND --help' shows a command's options, with examples.\n"
        "Commands and kinds may be typed in Russian, too, and in either keyboard layout.\n"
        "Dates: 2026-11-05, today, yesterday, +3d, -2w, 5 (of this month), 05.11.2026.\n"
        "Periods: 2026-11, this, last.\n"
        "Exit codes: 0 done, 1 the answer is no, 2 usage or bad input, 3 not found or\n"
        "  ambiguous, 4 the database can't be used, 5 some letter was not delivered,\n"
        "  6 done, but the answer can't be written.\n";
    return page;
}

std::string help_page(const Command& command, const Arguments& arguments) {
    std::string page = fmt::format("{}\n\nusage: tracker {} {}{}[OPTIONS]\n", command.summary, command.name,
                                   command.synopsis, command.synopsis.empty() ? "" : " ");
    page += also(command);
    page += arguments.help();
    if (!command.examples.empty()) {
        page += "\nExamples:\n";
        std::string_view rest = command.examples;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            page += fmt::format("  {}\n", rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return page;
}

}  // namespace tracker
