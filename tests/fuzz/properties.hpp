// SPDX-License-Identifier: MIT
// What must hold of anything that a reader makes of any bytes; a breach ends the program, which is how
// libFuzzer and the replay learn of it. Never asks whether the bytes were understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/bank/statement.hpp"

/// libFuzzer's entry; each target defines it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tracker {

class Input;

namespace fuzz {

/// Says what is broken, with the text it is broken in, and aborts.
[[noreturn]] void broken(std::string_view property, std::string_view text);

inline void require(bool holds, std::string_view property, std::string_view text) {
    if (!holds) broken(property, text);
}

/// UTF-8 without NUL.
void require_text(std::string_view text, std::string_view what);

/// UTF-8 on one line, without any control character: what the user is told.
void require_message(std::string_view text, std::string_view what);

/// The name that inputs have: a hostile one, since messages must be safe whatever a file is called.
inline const std::string file_name = "a\n\xFF.txt";

/// The message of a refusal: as require_message, and it begins with the file's name.
void require_refusal(std::string_view message);

/// All that a reader gives; `refusal` is empty where it read to the end, and nothing else counts where it
/// isn't.
struct Reading {
    BankStatement statement;
    std::vector<BankLine> lines;
    std::string refusal;
};

using Read = std::function<BankStatement(Input&, const TakeLine&)>;

/// Reads the bytes twice and checks what came; any exception but InputError goes on its way, as a finding.
Reading check_reader(std::string_view bytes, const Read& read);

/// One input in so many is read with blocks that end elsewhere: it takes a hundred times as long.
inline std::size_t block_checks = 256;

/// Reads the bytes again with the end of a block within them, which Input has only every 256 KiB: a line of
/// blanks comes first, which no format minds. Lines, ranges and accounts must be the same.
void check_blocks(std::string_view bytes, const Reading& whole, const Read& read);

}  // namespace fuzz
}  // namespace tracker
