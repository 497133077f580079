// SPDX-License-Identifier: MIT
// What a ledger says of the time beyond the days it was made for: it is made anew for a longer time where
// needed.
#include <algorithm>

#include "tracker/core/ledger.hpp"

namespace tracker {
namespace {

/// The ledger for a longer time, at least `year` longer; the days beyond `latest_day` don't exist.
void lengthen(const ContractFacts& facts, const Calendar& calendar, Ledger& ledger, Day at_least) {
    const Day through = std::max(at_least, ledger.through + (ledger.through - ledger.on) + days{366});
    ledger = make_ledger(facts, calendar, ledger.on, std::min(through, latest_day));
}

bool waived(const ContractFacts& facts, Period period, Day on) {
    return std::any_of(facts.waivers.begin(), facts.waivers.end(), [&](const Waiver& waiver) {
        return waiver.kind == kinds::payment && waiver.period == period && waiver.date <= on;
    });
}

/// The fee's state. Those that fall due after the ledger's time are unpaid if any charge before them is.
bool fee_is_paid(const ContractFacts& facts, const Calendar& calendar, Ledger& ledger, Period period,
                 Day due) {
    while (due > ledger.through) {
        const auto unpaid = [](const ChargeState& charge) { return !charge.paid(); };
        if (std::any_of(ledger.charges.begin(), ledger.charges.end(), unpaid)) return false;
        lengthen(facts, calendar, ledger, due);
    }
    const auto charge = std::find_if(ledger.charges.begin(), ledger.charges.end(), [&](const ChargeState& c) {
        return c.kind == kinds::payment && c.period == period;
    });
    return charge == ledger.charges.end() || charge->paid();
}

}  // namespace

std::optional<Period> paid_through(const ContractFacts& facts, const Calendar& calendar,
                                   const Ledger& ledger) {
    const Schedule schedule(facts, calendar);
    Ledger longer = ledger;
    std::optional<Period> last_fee;
    const Period first = std::max(schedule.first_period(), facts.brought.first);
    for (Period period = first; period <= schedule.last_period(); ++period) {
        const auto due = schedule.due(kinds::payment, period);
        if (!due) continue;
        if (*due > latest_day) break;
        if (!waived(facts, period, ledger.on) && !fee_is_paid(facts, calendar, longer, period, *due)) {
            if (period == schedule.first_period()) return std::nullopt;
            return period - 1;
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

std::optional<Day> next_due(const ContractFacts& facts, const Calendar& calendar, const Ledger& ledger) {
    Ledger longer = ledger;
    while (true) {
        std::optional<Day> earliest;
        for (const Obligation& item : longer.obligations) {
            if (!item.open() || item.status == Status::withheld || item.due < ledger.on) continue;
            if (!earliest || item.due < *earliest) earliest = item.due;
        }
        // What falls due after the ledger's time comes after all that falls due within it.
        if (earliest && *earliest <= longer.through) return earliest;
        if (longer.through >= latest_day) return earliest;
        lengthen(facts, calendar, longer, longer.through);
    }
}

}  // namespace tracker
