// SPDX-License-Identifier: MIT
// From what a person typed to the command that is meant: its English name or its Russian one, the latter in
// any case and with "е" for "ё", and either in the wrong keyboard layout.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "commands/command.hpp"

namespace tracker {

struct FoundCommand {
    const Command* command;
    std::ptrdiff_t words;       ///< how many of those given are its name
    std::string_view argument;  ///< the first one, where the word stands for it besides; else empty
};

/// The command of the first word, or of both; `next` is empty where nothing follows. Throws InputError with
/// the nearest name in the script that was typed, or with all that begin with the word.
FoundCommand find_command(const std::string& first, const std::string& next);

/// Whether the word asks for help as `--help` does: `help`, `справка`.
bool asks_for_help(const std::string& word);

}  // namespace tracker
