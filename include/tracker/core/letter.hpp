// SPDX-License-Identifier: MIT
// What was written or said to clients: letters and notices as facts. Which of them are due is decided in
// reminders.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/core/facts.hpp"

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
/// the change that recorded it.
std::vector<std::string> letter_lines(const std::vector<LetterState>& letters, Day on);
/// "suspension notice; statements for 2026-10": its matters in words.
std::string matters_in_words(const std::string& about);

/// Letters with their last step, in order of entry.
std::vector<LetterState> letter_states(std::vector<std::pair<ContractId, Letter>> letters,
                                       const std::vector<std::pair<ContractId, Delivery>>& deliveries);

}  // namespace tracker
