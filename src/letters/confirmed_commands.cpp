// SPDX-License-Identifier: MIT
// The list's lines, and what may be run by it.
#include "tracker/letters/confirmed_commands.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "letters/confirmed_list.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/session/settings.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_shown = 500;  // bytes of a command that is copied from the screen

constexpr std::pair<char, char> escapes[] = {{'\t', 't'}, {'\n', 'n'}, {'\\', '\\'}};

void write_escaped(std::string& line, std::string_view text) {
    for (const char c : text) {
        const auto* const escape =
            std::find_if(std::begin(escapes), std::end(escapes), [&](const auto& e) { return e.first == c; });
        if (escape == std::end(escapes)) {
            line += c;
        } else {
            line += '\\';
            line += escape->second;
        }
    }
}

/// Nothing if it isn't as write_escaped() writes.
std::optional<std::string> read_escaped(std::string_view text) {
    std::string read;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\t' || text[i] == '\0') return std::nullopt;
        if (text[i] != '\\') {
            read += text[i];
            continue;
        }
        if (++i == text.size()) return std::nullopt;
        const auto* const escape = std::find_if(std::begin(escapes), std::end(escapes),
                                                [&](const auto& e) { return e.second == text[i]; });
        if (escape == std::end(escapes)) return std::nullopt;
        read += escape->first;
    }
    return read;
}

std::optional<ConfirmedCommand> read_confirmed_line(std::string_view line) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    auto database = read_escaped(line.substr(0, tab));
    auto command = read_escaped(line.substr(tab + 1));
    if (!database || !database->starts_with('/') || !command || command->empty()) return std::nullopt;
    return ConfirmedCommand{std::move(*database), std::move(*command)};
}

ConfirmedCommand of_session(const Session& session, const std::string& command) {
    const std::string path = session.database_path();
    std::error_code why;
    std::string whole = std::filesystem::canonical(path, why).string();
    if (why)
        throw DatabaseError(fmt::format("where '{}' lies can't be told: {}", printable(path), why.message()));
    return {std::move(whole), command};
}

std::string list_folder(const Session& session) {
    const std::string& folder = session.world().config_folder;
    if (folder.empty())
        throw InputError(
            "which mail commands are confirmed is kept below HOME or XDG_CONFIG_HOME, and neither is a whole "
            "path: set HOME");
    return folder + "/tracker";
}

bool is_in(const std::vector<ConfirmedCommand>& commands, const ConfirmedCommand& command) {
    return std::find(commands.begin(), commands.end(), command) != commands.end();
}

bool can_be_shown(std::string_view text) {
    return printable(text) == text && !after_blanks(text).empty() && text.size() <= longest_shown;
}

/// The command line that confirms it. What can't be shown as it is isn't confirmed by copying what is shown.
std::string how_to_confirm(const Session& session, const std::string& command) {
    const std::string path = session.database_path();
    if (!can_be_shown(command) || !can_be_shown(path))
        return fmt::format(
            "{} can't be shown as it is: give the right one with 'tracker setting mail-command COMMAND'",
            fit(printable(shell_quoted(command)), longest_shown));
    return fmt::format("if it is right, run: tracker --db {} setting mail-command {}{}", shell_quoted(path),
                       command.starts_with('-') ? "-- " : "", shell_quoted(command));
}

}  // namespace

std::vector<ConfirmedCommand> read_confirmed(std::string_view text) {
    std::vector<ConfirmedCommand> commands;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        if (auto command = read_confirmed_line(text.substr(0, end))) commands.push_back(std::move(*command));
        text.remove_prefix(end + 1);
    }
    return commands;
}

std::string written_confirmed(const std::vector<ConfirmedCommand>& commands) {
    std::string text;
    for (const ConfirmedCommand& one : commands) {
        write_escaped(text, one.database);
        text += '\t';
        write_escaped(text, one.command);
        text += '\n';
    }
    return text;
}

bool needs_confirmation(const std::string& command) {
    return command != setting_in({}, "mail-command");
}

bool confirm_command(const Session& session, const std::string& command) {
    if (!needs_confirmation(command)) return false;
    const ConfirmedCommand one = of_session(session, command);
    const ConfirmedList list(list_folder(session));
    const ConfirmedList::Alone alone = list.alone();
    std::vector<ConfirmedCommand> commands = read_confirmed(list.read());
    if (is_in(commands, one)) return false;
    commands.push_back(one);
    list.write(alone, written_confirmed(commands));
    return true;
}

std::optional<std::string> why_not_to_run(const Session& session, const std::string& command) {
    if (!needs_confirmation(command)) return std::nullopt;
    try {
        const ConfirmedList list(list_folder(session));
        if (is_in(read_confirmed(list.read()), of_session(session, command))) return std::nullopt;
    } catch (const InputError& error) {
        return fmt::format("the mail command {} isn't confirmed: {}", printable(shell_quoted(command)),
                           printable(error.what()));
    }
    return "this database's mail command isn't confirmed for this file, user and machine: " +
           how_to_confirm(session, command);
}

}  // namespace tracker
