// SPDX-License-Identifier: MIT
// Which letter is due to a client on a day (R10): ledger and evidence in, letter out. What was sent already
// is an argument, and so is the day; nothing is written or sent here.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "tracker/facts/letter.hpp"
#include "tracker/rules/evidence.hpp"
#include "tracker/rules/inputs.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {

/// What the firm has chosen.
struct ReminderRules {
    Day from{};                          ///< no reminder speaks of what was to be said before this day
    int monthly_day = 1;                 ///< of the month, clamped to its last day
    std::vector<int> offsets{-1, 1, 3};  ///< days from a due date, ascending
    bool working_days = true;            ///< nothing goes out on a day off
    int blocked_before = 5;  ///< days before work of ours is due, to say which papers it waits for; 0: never
};

/// One thing that the client owes.
struct LetterItem {
    Obligation item;
    std::string text;            ///< of a one-off charge or a duty
    Money charged;               ///< of a fee or a charge: all of it, paid or not
    bool late = false;           ///< it is overdue, and that is known (R6a)
    bool covered_first = false;  ///< not overdue, but money covers it before what is (R4)
    /// Whether it must be paid for service to go on.
    [[nodiscard]] bool is_owed() const {
        return item.outstanding && (item.status == Status::overdue || covered_first);
    }
    /// Whether it is a fee that is overdue for a time that is over: one in advance no more, but a debt.
    [[nodiscard]] bool is_debt(Day on) const {
        return late && item.kind == kinds::payment && last_day(item.period) < on;
    }
};

/// Work of ours, and the papers without which it can't be done (R7a).
struct AwaitedWork {
    Obligation item;
    std::vector<WorkInput> missing;
};

/// Money that came on a day, all of that day.
struct MoneyOfDay {
    Day date{};
    Money amount;
};

/// A notice of a suspension that was none, as is known now.
struct WrongNotice {
    Day from{};     ///< the day on which the suspension was said to begin
    Day told_on{};  ///< the day of the notice
};

struct LetterDue {
    enum class Sort : std::uint8_t { reminder, suspension, reinstatement, withdrawal, part_payment };
    Sort sort = Sort::reminder;  ///< the weightiest of its matters
    Day on{};
    std::vector<Matter> matters;
    /// That the client owes, by due date. In a notice all that is overdue, too; in one of a suspension that
    /// holds also the charges that money covers before what is overdue (R4).
    std::vector<LetterItem> items;
    std::vector<AwaitedWork> blocked;  ///< ours that waits for papers, by due date
    std::optional<Warning> warning;    ///< R9
    bool in_service = false;           ///< the client is served on the day
    // Of a notice.
    std::optional<Suspension>
        pause;              ///< the suspension that it is about; of a withdrawal the one that holds now
    Months pause_months{};  ///< of the fee that was not paid
    std::optional<Suspension> other_pause;  ///< a manual one that holds as well
    Money to_pay;                           ///< the least sum that must come on the day to be served again
    /// The working days from payment in full to service (R6), of a suspension that holds; none where the
    /// terms are to change, so that they depend on the month of the payment.
    std::optional<int> resume_days;
    std::vector<Obligation> withheld;    ///< ours of the next 30 days, not owed meanwhile (R7)
    std::vector<AwaitedWork> catch_up;   ///< ours, due on the day service resumed (R7), or with papers
    std::vector<WrongNotice> withdrawn;  ///< notices that this one takes back
    /// Of a part payment what came since it was last written of; of what is withdrawn what came and was
    /// recorded after the notice.
    std::vector<MoneyOfDay> received;
    /// A suspension that began before letters spoke, or before the client's first letter.
    bool began_before = false;
};

struct LetterDecision {
    std::optional<LetterDue> due;
    /// The suspension whose notice is not due yet, since it isn't proven.
    std::optional<Suspension> held_back;
};

/// The ledger of the contract on another day, complete up to the end of the month after.
using LedgerOn = std::function<Ledger(Day)>;

/// The last day up to which letter_due() wants the ledger of a day to be complete.
Day letters_through(Day on);

/// Whether letters tell of a suspension whose end is still to be told, or which facts carried forward don't
/// know any more: letter_due() then wants all facts, with the changes that recorded them.
bool wants_all_facts(const BroughtForward& brought, const std::vector<LetterState>& letters);

/// What a day's letter is decided from. Refers to all of it.
struct LetterInput {
    const CarriedFacts& facts;
    const Ledger& today;
    const Calendar& calendar;
    const ReminderRules& rules;
    const Evidence& evidence;
    const std::vector<LetterState>& letters;  ///< the contract's
};

/// The letter that is due on the ledger's day; none if there is none, or if the contract's client was written
/// to on that day. What was to be said on an earlier day and is still true goes out now, once: the last
/// monthly reminder, and of an item's offsets the last one. An extension gives an item new days at its
/// offsets.
LetterDecision letter_due(const LetterInput& input, const LedgerOn& ledger_on);

/// The notices of suspensions that were none, as is known now, and that weren't withdrawn.
std::vector<WrongNotice> wrong_notices(const CarriedFacts& facts, const Ledger& today,
                                       const std::vector<LetterState>& letters);

/// What a notice by another means is about: the present or last suspension; or the open items of a kind that
/// are due or that a reminder has told of, else the next to fall due. Empty if there is none.
std::vector<Matter> matters_of_suspension(const Ledger& today);
std::vector<Matter> matters_of_kind(const Ledger& today, Kind kind, const ReminderRules& rules,
                                    const Calendar& calendar);

/// The first day on which the client was certainly told of a suspension, by the day on which that began.
std::map<Day, Day> notices_given(const std::vector<LetterState>& letters);

}  // namespace tracker
