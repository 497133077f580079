// SPDX-License-Identifier: MIT
// The help pages: the commands by group, and one command with its options and examples.
#include "commands/command.hpp"
#include "tracker/base/text.hpp"
#include "tracker/commands/program.hpp"

namespace tracker {

std::string help_page() {
    std::string page =
        "tracker says what is due, who is late and whom we do not serve, with the proof\n\n"
        "usage: tracker COMMAND [ARGUMENTS] [OPTIONS]\n";
    std::string_view group;
    for (const Command& command : all_commands()) {
        if (command.group != group) page += fmt::format("\n{}\n", group = command.group);
        page += fmt::format("  {} {}\n", pad_right(command.name, 16), command.summary);
    }
    page +=
        "\n'tracker COMMAND --help' shows a command's options, with examples.\n"
        "Dates: 2026-11-05, today, yesterday, +3d, -2w, 5 (of this month), 05.11.2026. Periods: 2026-11, "
        "this, last.\n"
        "Exit codes: 0 done, 1 the answer is no, 2 usage or bad input, 3 not found or ambiguous,\n"
        "  4 the database can't be used, 5 some letter was not delivered, 6 done, but the answer can't be "
        "written.\n";
    return page;
}

std::string help_page(const Command& command, const Arguments& arguments) {
    std::string page = fmt::format("{}\n\nusage: tracker {} {}{}[OPTIONS]\n", command.summary, command.name,
                                   command.synopsis, command.synopsis.empty() ? "" : " ");
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
