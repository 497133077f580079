// SPDX-License-Identifier: MIT
// What a ledger says of the time beyond the days it was made for: it is made anew for a longer time where
// needed.
#include <algorithm>
#include <set>

#include "tracker/rules/ledger.hpp"

namespace tracker {
namespace {

/// The ledger for a longer time, at least `year` longer; the days beyond `latest_day` don't exist.
void lengthen(const CarriedFacts& facts, const Calendar& calendar, Ledger& ledger, Day at_least) {
    const Day through = std::max(at_least, ledger.through + (ledger.through - ledger.on) + days{366});
    ledger = make_ledger(facts, calendar, ledger.on, std::min(through, latest_day));
}

/// The states of fees, also of those that fall due after a ledger's time.
class Fees {
  public:
    Fees(const CarriedFacts& facts, const Calendar& calendar, const Ledger& ledger)
        : facts_(facts), calendar_(calendar), ledger_(ledger) {
        for (const Waiver& waiver : facts.waivers) {
            if (waiver.kind == kinds::payment && waiver.date <= ledger.on) waived_.insert(waiver.period);
        }
        look();
    }

    /// Those that fall due after the ledger's time are unpaid if any charge before them is.
    bool unpaid(Period period, Day due) {
        if (waived_.contains(period)) return false;
        while (due > ledger_.through) {
            if (any_unpaid_) return true;
            lengthen(facts_, calendar_, ledger_, due);
            look();
        }
        return unpaid_.contains(period);
    }

  private:
    void look() {
        any_unpaid_ = false;
        unpaid_.clear();
        for (const ChargeState& charge : ledger_.charges) {
            if (charge.paid()) continue;
            any_unpaid_ = true;
            if (charge.kind == kinds::payment) unpaid_.insert(charge.period);
        }
    }

    const CarriedFacts& facts_;
    const Calendar& calendar_;
    Ledger ledger_;
    std::set<Period> waived_;
    std::set<Period> unpaid_;
    bool any_unpaid_ = false;
};

}  // namespace

std::optional<Period> paid_through(const CarriedFacts& facts, const Calendar& calendar,
                                   const Ledger& ledger) {
    const Schedule schedule(facts, calendar);
    Fees fees(facts, calendar, ledger);
    std::optional<Period> last_fee;
    const Period first = std::max(schedule.first_period(), facts.brought.first);
    for (Period period = first; period <= schedule.last_period_made(); ++period) {
        const auto due = schedule.due(kinds::payment, period);
        if (!due) continue;
        if (*due > latest_day) break;
        if (fees.unpaid(period, *due)) {
            // A fee by the quarter is unpaid for each of its months (R1a).
            const Period before = period - schedule.line(kinds::payment, period)->months.reported();
            return before < schedule.first_period() ? std::nullopt : std::optional(before);
        }
        last_fee = period;
    }
    for (Period period = first; !last_fee && schedule.first_period() < period; period = period - 1) {
        if (schedule.due(kinds::payment, period - 1)) last_fee = period - 1;
    }
    if (!last_fee) return std::nullopt;
    // No fee is unpaid: all of a contract that ends; of an open one without a fee any more, up to the
    // present.
    return facts.contract.ends ? schedule.last_period() : std::max(*last_fee, period_of(ledger.on));
}

std::optional<Day> next_due(const CarriedFacts& facts, const Calendar& calendar, const Ledger& ledger) {
    Ledger longer = ledger;
    while (true) {
        std::optional<Day> earliest;
        for (const Obligation& item : longer.obligations) {
            if (!item.open() || item.status == Status::withheld || item.status == Status::blocked ||
                item.due < ledger.on)
                continue;
            if (!earliest || item.due < *earliest) earliest = item.due;
        }
        // What falls due after the ledger's time comes after all that falls due within it.
        if (earliest && *earliest <= longer.through) return earliest;
        if (longer.through >= latest_day) return earliest;
        lengthen(facts, calendar, longer, longer.through);
    }
}

Money to_return(const CarriedFacts& facts, const Calendar& calendar, const Ledger& ledger) {
    if (!facts.contract.ends) return {};
    const Schedule schedule(facts, calendar);
    const Day through = std::clamp(schedule.last_due_of(schedule.last_period_made()), ledger.on, latest_day);
    const Ledger whole = make_ledger(facts, calendar, ledger.on, through);
    Money left = whole.to_cover;
    for (const ChargeState& charge : whole.charges) left -= charge.amount;
    return std::max(left, Money{});
}

}  // namespace tracker
