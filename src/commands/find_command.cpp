// SPDX-License-Identifier: MIT
#include "commands/find_command.hpp"

#include <fmt/format.h>

#include <optional>
#include <vector>

#include "tracker/base/error.hpp"
#include "tracker/base/keyboard.hpp"
#include "tracker/base/text.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

std::string joined(const std::string& first, const std::string& next) {
    return next.empty() ? first : first + " " + next;
}

/// Whether the folded word is the name. Folding keeps the length of Russian letters, so few names are folded.
bool is_called(std::string_view russian, const std::string& folded) {
    return russian.size() == folded.size() && fold(russian) == folded;
}

std::optional<FoundCommand> find_named(const std::string& name, std::ptrdiff_t words) {
    if (!has_cyrillic(name)) {
        for (const Command& command : all_commands())
            if (command.name == name) return FoundCommand{&command, words, {}};
        return std::nullopt;
    }
    const std::string wanted = fold(name);
    for (const Command& command : all_commands()) {
        if (is_called(command.russian, wanted)) return FoundCommand{&command, words, {}};
        if (is_called(command.shortcut.russian, wanted))
            return FoundCommand{&command, words, command.shortcut.argument};
    }
    return std::nullopt;
}

std::optional<FoundCommand> find_as_typed(const std::string& first, const std::string& next) {
    auto found = next.empty() ? std::nullopt : find_named(joined(first, next), 2);
    return found ? found : find_named(first, 1);
}

std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

/// The commands about what the word names: "client add, client edit, ..."; empty if it names nothing.
std::string commands_about(const std::string& word) {
    const bool russian = has_cyrillic(word);
    const std::string wanted = russian ? fold(word) : word;
    std::string_view thing;
    for (const Command& command : all_commands()) {
        const std::string name = russian ? fold(command.russian) : std::string(command.name);
        if (name.starts_with(wanted + " ")) thing = first_word(command.name);
    }
    std::string names;
    for (const Command& command : all_commands()) {
        if (thing.empty() || first_word(command.name) != thing) continue;
        names += fmt::format("{}{}", names.empty() ? "" : ", ", russian ? command.russian : command.name);
    }
    return names;
}

/// The nearest name of two words of which the second is spelt right.
std::optional<std::string> nearest_about(const std::string& first, const std::string& next) {
    if (next.empty()) return std::nullopt;
    std::vector<std::string> names;
    for (const Command& command : all_commands()) {
        const std::string_view name = has_cyrillic(first) ? command.russian : command.name;
        if (fold(name).ends_with(" " + fold(next))) names.emplace_back(name);
    }
    auto near = nearest(joined(first, next), names, 1);
    return near.empty() ? std::nullopt : std::optional(std::move(near.front()));
}

[[noreturn]] void refuse(const std::string& first, const std::string& next) {
    if (const std::string names = commands_about(first); !names.empty())
        throw InputRefusal(Message("error.command-incomplete", {{"text", first}, {"commands", names}}));
    std::vector<std::string> english;
    std::vector<std::string> russian;
    for (const Command& command : all_commands()) {
        english.emplace_back(command.name);
        russian.emplace_back(command.russian);
        if (!command.shortcut.russian.empty()) russian.emplace_back(command.shortcut.russian);
    }
    auto near = nearest_about(first, next);
    if (!near) near = nearest_by_script(first, english, russian);
    if (!near) near = nearest_by_script(joined(first, next), english, russian);
    throw InputRefusal(Message("error.command-unknown", {{"text", first}, {"near", near}}));
}

}  // namespace

FoundCommand find_command(const std::string& first, const std::string& next) {
    if (const auto found = find_as_typed(first, next)) return *found;
    if (const auto found = find_as_typed(fold(in_other_layout(first)), fold(in_other_layout(next))))
        return *found;
    refuse(first, next);
}

bool asks_for_help(const std::string& word) {
    const auto is_one = [](const std::string& text) { return text == "help" || fold(text) == "справка"; };
    return is_one(word) || is_one(fold(in_other_layout(word)));
}

}  // namespace tracker
