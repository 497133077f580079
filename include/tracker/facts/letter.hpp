// SPDX-License-Identifier: MIT
// What was written or said to clients: letters and notices as facts. Which of them are due is decided in
// reminders.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/facts/facts.hpp"

namespace tracker {

/// What a letter is about: its identity, by which it goes out once (R10).
struct Matter {
    enum class About : std::uint8_t {
        monthly,        ///< the monthly reminder of `period`
        item,           ///< an obligation, `offset` days from its due date
        suspension,     ///< the notice of the suspension that began on `from`
        reinstatement,  ///< the notice that this suspension has ended
    };
    About about = About::monthly;
    Period period;
    Kind kind;
    std::int64_t entry = 0;  ///< of a one-off charge
    int offset = 0;
    Day from{};
    bool operator==(const Matter&) const = default;
};

/// "monthly 2026-11; statement 2026-10 +1; charge 2026-11 #57 -1; suspension 2026-11-16"
std::string to_text(const std::vector<Matter>& matters);
/// What to_text wrote; nothing if the text is none of it.
std::optional<std::vector<Matter>> read_matters(std::string_view text);

enum class Means : std::uint8_t { mail, phone, messenger, post, person };

/// A letter as it was handed to the mail command, or a notice that went another way. It belongs to a
/// contract.
struct Letter {
    Recorded recorded;
    Day date{};  ///< the day it speaks of
    Means means = Means::mail;
    std::string about;      ///< its matters, as to_text writes them
    std::string recipient;  ///< the address; empty for another means
    std::string subject;
    std::string text;     ///< what people read
    std::string message;  ///< the whole message as it went, with its headers; empty for another means
};

/// What became of a letter, step by step. The last step is its state; a letter without any was in the middle
/// of being handed over when the program stopped.
struct Delivery {
    enum class Step : std::uint8_t {
        begun,     ///< about to be handed over: in doubt until another step follows
        sent,      ///< the mail command took it
        retry,     ///< not taken for now: it is tried again
        doubtful,  ///< it may have been taken
        failed,    ///< refused: it is tried again on another day, but a person must mend something first
        arrived,   ///< somebody said that it went out
        unsent,    ///< somebody said that it didn't: what it is about is free to be written again
    };
    Recorded recorded;
    std::int64_t letter = 0;  ///< the entry of the letter
    Step step = Step::begun;
    std::string detail;  ///< what the mail command said
};

}  // namespace tracker
