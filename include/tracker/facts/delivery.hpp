// SPDX-License-Identifier: MIT
// What became of a letter.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

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

template <>
inline constexpr auto words_of<Delivery::Step> = words("begun", "sent", "retry", "doubtful", "failed",
                                                       "arrived", "unsent");

template <>
struct Description<Delivery> {
    static constexpr TableTraits table{.name = "delivery", .owner = "contract", .decides = false};
    static constexpr auto fields = std::tuple{
        field(&Delivery::letter, {.name = "letter"}),
        field(&Delivery::step, {.name = "step"}),
        field(&Delivery::detail, {.name = "detail"}),
    };
};

}  // namespace tracker
