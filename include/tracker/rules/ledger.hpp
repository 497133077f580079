// SPDX-License-Identifier: MIT
// All decisions about one contract on one day, with their reasons (R4 to R9). The one place where they are
// taken: screens, letters, exports and explanations read them from here and compute none of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tracker/facts/contract_facts.hpp"
#include "tracker/facts/pause.hpp"
#include "tracker/rules/calendar.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

enum class Status : std::uint8_t { done, waived, withheld, blocked, upcoming, due, overdue };
enum class Service : std::uint8_t { not_started, active, paused, resuming, ended };

/// A fee or a one-off charge as it stands on the day (R4, R5). Waived fees are not here.
struct ChargeState {
    Kind kind;  ///< payment or charge
    Period period;
    Months months{};  ///< of the line of fees
    Day scheduled{};  ///< due date as if not extended: decides the order of covering
    Day due{};        ///< with extensions
    Day deadline{};   ///< due + grace: unpaid after it, service pauses (R6)
    Money amount;
    Money outstanding;
    std::optional<Day> paid_on;  ///< first day of the present unbroken run of being paid
    std::int64_t entry = 0;      ///< of a one-off charge
    [[nodiscard]] bool paid() const { return outstanding.minor == 0; }
};

/// One obligation on the day (R8). A one-off charge is one of kind `charge`.
struct Obligation {
    Kind kind;
    Period period;
    Months months{};  ///< of its line: how its period is written
    OwedBy owed_by = OwedBy::client;
    Day scheduled{};  ///< by the line and the convention
    Day unmoved{};    ///< extended (R2)
    Day due{};        ///< by which it is judged: moved for late inputs (R7a), to the day service resumed (R7)
    Status status = Status::upcoming;
    int days = 0;  ///< D - due; for `done` the days it was late; 0 for `waived`
    std::optional<Day> done_on;
    std::optional<Money> outstanding;  ///< of `payment` and `charge`, unless waived
    bool extended = false;
    bool awaited = false;    ///< moved for inputs that came late (R7a)
    bool blocked = false;    ///< a late input hasn't come; of what is done: hadn't by then (R7a)
    bool caught_up = false;  ///< due on the day service resumed (R7)
    std::int64_t entry = 0;  ///< of a one-off charge
    [[nodiscard]] bool open() const { return status != Status::done && status != Status::waived; }
};

/// R9: a charge will pause service on `pauses_on`, not after the contract's end. `amount` is the least sum
/// that, paid on the day, leaves no pause to come from the charges due by it.
struct Warning {
    Day pauses_on{};
    Money amount;
};

struct Ledger {
    Day on{};
    Day through{};  ///< obligations and charges are complete up to this scheduled due date
    std::vector<Obligation> obligations;  ///< by period, then kind; one-off charges last
    std::vector<ChargeState> charges;     ///< in covering order (R4)
    std::vector<Suspension> suspensions;  ///< up to the day, by from, then reason
    std::vector<Pause> pauses;            ///< united, by from; recorded future ones included
    Service service = Service::active;
    std::optional<Day> paused_since;  ///< start of the united interval that holds on the day
    std::optional<Reason> reason;     ///< why service is paused on the day
    std::optional<Warning> warning;   ///< R9, the earliest
    /// The money from which `charges` are covered in turn: payments, refunds and credits up to the day; where
    /// the facts are carried ones, less what charges took that are left out with them.
    Money to_cover;
};

/// Decides everything about the contract on day `on`, for obligations due up to `through` (at least `on`).
Ledger make_ledger(const CarriedFacts& facts, const Calendar& calendar, Day on, Day through);

/// What is outstanding of the charges that were due before the day.
Money arrears(const Ledger& ledger);
/// The charges that money must cover so that none of them is left: those up to the last of them in covering
/// order, others that an extension lets fall due later among them (R4). None where nothing is overdue.
std::span<const ChargeState> up_to_arrears(const Ledger& ledger);
/// The least sum that, paid on the day, leaves none of them (R6, R9): what those charges lack, and what was
/// paid back beyond what had come.
Money least_to_clear(const Ledger& ledger);
/// The due date of the oldest of them; nothing where nothing is overdue.
std::optional<Day> owed_since(const Ledger& ledger);
/// The united interval in which service is paused on the day; nullptr if none holds.
const Pause* pause_on(const Ledger& ledger);

/// The last period such that no fee up to it is unpaid on the day; a fee for several months (R1a) is unpaid
/// for each of them. Empty if that of the first period is unpaid, or if there never is a fee. Where no fee is
/// left to pay: the contract's last period, or the present one of an open contract.
std::optional<Period> paid_through(const CarriedFacts& facts, const Calendar& calendar, const Ledger& ledger);

/// The earliest due date, from the day on, of an item of either side that is open and neither withheld nor
/// blocked.
std::optional<Day> next_due(const CarriedFacts& facts, const Calendar& calendar, const Ledger& ledger);

/// What came beyond all that a contract with an end charges: it is to be returned once that has come. Nothing
/// where no end is known.
Money to_return(const CarriedFacts& facts, const Calendar& calendar, const Ledger& ledger);

}  // namespace tracker
