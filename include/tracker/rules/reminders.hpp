// SPDX-License-Identifier: MIT
// Which letter is due to a client on a day (R10): ledger in, letter out. What was sent already is an
// argument, and so is the day; nothing is written or sent here.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "tracker/facts/letter.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {

/// What the firm has chosen.
struct ReminderRules {
    Day from{};                          ///< letters speak of nothing that was to be said before this day
    int monthly_day = 1;                 ///< of the month, clamped to its last day
    std::vector<int> offsets{-1, 1, 3};  ///< days from a due date, ascending
};

/// One thing that the client owes.
struct LetterItem {
    Obligation item;
    std::string text;  ///< of a one-off charge
};

struct LetterDue {
    enum class Sort : std::uint8_t { reminder, suspension, reinstatement };
    Sort sort = Sort::reminder;  ///< the weightiest of its matters
    Day on{};
    std::vector<Matter> matters;
    std::vector<LetterItem>
        items;  ///< that the client owes, by due date; in a notice all that is overdue, too
    std::optional<Warning> warning;  ///< R9
    // Of a notice.
    std::optional<Suspension> pause;        ///< the suspension that it is about
    std::optional<Suspension> other_pause;  ///< of a suspension notice: a manual one that holds as well
    Money to_pay;                           ///< what must come on the day to be served again
    std::vector<Obligation> withheld;       ///< ours, not owed meanwhile (R7)
    std::vector<Obligation> catch_up;       ///< ours, due on the day service resumed (R7)
};

/// The ledger of the contract on another day, complete up to the end of the month after.
using LedgerOn = std::function<Ledger(Day)>;

/// The last day up to which letter_due() wants the ledger of a day to be complete.
Day letters_through(Day on);

/// Whether letters may tell of a suspension that facts carried forward have left out, and are still to tell
/// of its end: letter_due() then wants the facts whole.
bool tells_of_what_is_over(const BroughtForward& brought, const std::vector<LetterState>& held);

/// The letter that is due on the ledger's day; nothing if there is none, or if the contract's client was
/// written to on that day. What was to be said on an earlier day and is still true goes out now, once: the
/// last monthly reminder, and of an item's offsets the last one. An extension gives an item new days at its
/// offsets. `held` are the contract's letters.
std::optional<LetterDue> letter_due(const CarriedFacts& facts, const Ledger& today,
                                    const ReminderRules& rules, const std::vector<LetterState>& held,
                                    const LedgerOn& ledger_on);

/// What a notice by another means is about: the present or last suspension, or every open item of a kind.
/// Empty if there is none.
std::vector<Matter> matters_of_suspension(const Ledger& today);
std::vector<Matter> matters_of_kind(const Ledger& today, Kind kind, const ReminderRules& rules);

/// The first day on which the client was certainly told of a suspension, by the day on which that began.
std::map<Day, Day> notices_given(const std::vector<LetterState>& held);

}  // namespace tracker
