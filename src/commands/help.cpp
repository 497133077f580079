// SPDX-License-Identifier: MIT
// The help pages: the commands by group, and one command with its options and examples.
#include <utility>

#include "commands/command.hpp"
#include "tracker/base/text.hpp"
#include "tracker/commands/program.hpp"
#include "tracker/said/catalogue.hpp"

namespace tracker {

namespace {

constexpr int columns = 80;

/// What a command is called: in the language of the page, and in the other.
struct Names {
    std::string own, other;
};

Names names_of(const Speech& speech, std::string_view english, std::string_view russian) {
    Names names{std::string(english), std::string(russian)};
    if (speech.language() == Language::ru) std::swap(names.own, names.other);
    return names;
}

/// A command's line: its two names, what it does.
std::string line_of(const Speech& speech, const Names& names, MessageId summary) {
    const int own = speech.language() == Language::ru ? 17 : 16;  // the longest names
    const std::string begin =
        fmt::format("  {}  {}  ", pad_right(names.own, own), pad_right(names.other, 33 - own));
    return wrapped(speech(Message(summary)), columns, begin,
                   std::string(static_cast<std::size_t>(width(begin)), ' '));
}

/// The name in the other language, and the word for the command with its first argument.
Message also(const Command& command, const Names& names) {
    return Message("help.page.also", {{"other", names.other},
                                      {"shortcut", command.shortcut.russian},
                                      {"command", names.own},
                                      {"argument", command.shortcut.argument}});
}

/// The texts between quotes in the language of the page, where it has them: "example.client asked".
std::string with_own_texts(const Speech& speech, std::string_view example) {
    std::string line;
    for (bool quoted = false; !example.empty(); quoted = !quoted) {
        const std::string_view part = example.substr(0, example.find('\''));
        const auto own = quoted ? sentence(speech.language(), fmt::format("example.{}", part)) : std::nullopt;
        line += own.value_or(part);
        example.remove_prefix(part.size());
        if (example.empty()) break;
        line += '\'';
        example.remove_prefix(1);
    }
    return line;
}

/// An example with the command's name in the language of the page.
std::string example_in(const Speech& speech, const Command& command, std::string_view example) {
    if (speech.language() == Language::en) return std::string(example);
    const auto with = [&](const std::string& name, std::string_view russian) {
        return fmt::format("tracker {}{}", russian, with_own_texts(speech, example.substr(8 + name.size())));
    };
    const std::string name(command.name);
    const Shortcut& shortcut = command.shortcut;
    const std::string whole = fmt::format("{} {}", name, shortcut.argument);
    if (!shortcut.russian.empty() && example.substr(8).starts_with(whole + ' '))
        return with(whole, shortcut.russian);
    return with(name, command.russian);
}

}  // namespace

std::string help_page(const Speech& speech) {
    std::string page =
        fmt::format("{}\n\n{}\n", speech(Message("help.page.title")), speech(Message("help.page.usage")));
    std::string_view group;
    for (const Command& command : all_commands()) {
        if (command.group.text != group) page += fmt::format("\n{}\n", speech(Message(command.group)));
        group = command.group.text;
        page += line_of(speech, names_of(speech, command.name, command.russian), command.summary);
        if (const Shortcut& shortcut = command.shortcut; !shortcut.russian.empty()) {
            const std::string english = fmt::format("{} {}", command.name, shortcut.argument);
            page += line_of(speech, names_of(speech, english, shortcut.russian), shortcut.summary);
        }
    }
    page += '\n';
    for (const MessageId note : {MessageId("help.page.more"), MessageId("help.page.languages"),
                                 MessageId("help.page.dates"), MessageId("help.page.periods")})
        page += wrapped(speech(Message(note)), columns, "", "  ");
    page += wrapped(speech(Message("help.page.exit-codes")), columns - 4, "", "  ");
    return page;
}

std::string help_page(const Command& command, const Arguments& arguments, const Speech& speech) {
    const Names names = names_of(speech, command.name, command.russian);
    std::string page = fmt::format(
        "{}\n\n{}\n{}\n", speech(Message(command.summary)),
        speech(Message("help.page.usage-of",
                       {{"command", names.own}, {"synopsis", value_words(speech, command.synopsis)}})),
        speech(also(command, names)));
    page += arguments.help(speech);
    if (!command.examples.empty()) {
        page += fmt::format("\n{}:\n", speech(Message("help.page.examples")));
        std::string_view rest = command.examples;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            page += fmt::format("  {}\n", example_in(speech, command, rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return page;
}

}  // namespace tracker
