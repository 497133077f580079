// SPDX-License-Identifier: MIT
// What became of letters (R10): the state of each, what holds, and whether one is tried again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tracker/facts/delivery.hpp"
#include "tracker/facts/letter.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

/// A letter with what became of it.
struct LetterState {
    Letter letter;
    ContractId contract = 0;
    std::optional<Delivery> last;
    int tries = 0;
    bool replaced = false;  ///< it was not taken, and a later letter says what it was to say
    [[nodiscard]] Delivery::Step step() const;
    /// Whether its matters are told, or may be: they don't go out again by themselves.
    [[nodiscard]] bool holds() const;
    /// Whether it is certain that the client was told.
    [[nodiscard]] bool told() const;
};

/// What to do about a letter that is due, beside what was tried already.
struct NextTry {
    enum class Do : std::uint8_t {
        write,  ///< a new letter
        again,  ///< hand over `letter` of the same day once more, if it still says the same
        wait,   ///< for another day: `letter` was refused on this one
    };
    Do what = Do::write;
    const LetterState* letter = nullptr;
};
/// `held` are the contract's letters, `matters` those of the one that is due on the day: an earlier letter is
/// one of its tries if they share one.
NextTry next_try(const std::vector<LetterState>& held, const std::vector<Matter>& matters, Day on);

/// "sent", "waiting", "replaced", "failed", "unsent", "in doubt": the state of a letter in a word.
std::string_view word_of(const LetterState& state);

/// The last letters up to a day as sentences, the newest last: day, what about, to whom, how, its state and
/// the change that recorded it. The notices of the suspension that began on `pause` are always there; what is
/// left out is counted in the first line.
std::vector<Message> letter_lines(const std::vector<LetterState>& letters, const Schedule& schedule, Day on,
                                  std::optional<Day> pause);
/// What a letter is about: "notice of the suspension from 2026-11-16", "statements for 2026-10, 1 day
/// before". Periods are those of the contract's lines.
std::vector<Message> matters_of(const std::string& about, const Schedule& schedule);

/// Letters with their last step, in order of entry.
std::vector<LetterState> letter_states(std::vector<std::pair<ContractId, Letter>> letters,
                                       const std::vector<std::pair<ContractId, Delivery>>& deliveries);

}  // namespace tracker
