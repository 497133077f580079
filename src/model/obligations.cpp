// SPDX-License-Identifier: MIT
// The model's obligations with their statuses (R7, R8), and what follows from them for lists.
#include "model/money.hpp"

#include <algorithm>
#include <tuple>

namespace tracker::model {
namespace {

void judge(Obligation& one, Day on, bool waived, bool withheld) {
    one.days = (on - one.due).count();
    if (one.done_on) {
        one.status = Status::done;
        one.days = std::max(0, static_cast<int>((*one.done_on - one.due).count()));
    } else if (waived) {
        one.status = Status::waived;
        one.days = 0;
    } else if (withheld) {
        one.status = Status::withheld;
    } else {
        one.status = one.due > on ? Status::upcoming : one.due == on ? Status::due : Status::overdue;
    }
}

/// R7: withheld while the pause in which it falls due lasts, moved to its end afterwards.
bool withhold(Obligation& one, const Ledger& ledger) {
    for (const Pause& pause : ledger.pauses) {
        if (!pause.holds(one.due) || ledger.on < pause.from) continue;
        if (!pause.until || ledger.on < *pause.until) return true;
        if (one.done_on && *one.done_on < *pause.until) return false;
        one.due = *pause.until;
        one.caught_up = true;
        return false;
    }
    return false;
}

/// All that is recorded about obligations, and the fees as they stand.
struct Records {
    About<Extension> extensions;
    About<Waiver> waivers;
    About<Fulfilment> fulfilments;
    std::map<Period, ChargeState> fees;
};

Records records(const ContractFacts& facts, const Ledger& ledger) {
    Records all{about(facts.extensions), about(facts.waivers), about(facts.fulfilments), {}};
    for (const ChargeState& charge : ledger.charges)
        if (charge.kind == kinds::payment) all.fees[charge.period] = charge;
    return all;
}

Obligation of_line(const Records& all, const Ledger& ledger, Kind kind, Period period, OwedBy owed_by,
                   Day scheduled) {
    Obligation one;
    one.kind = kind;
    one.period = period;
    one.owed_by = owed_by;
    one.scheduled = scheduled;
    const auto extended = extended_to(of(all.extensions, kind, period), ledger.on);
    one.extended = extended.has_value();
    one.due = extended.value_or(scheduled);
    const bool waived = waived_by(of(all.waivers, kind, period), ledger.on);
    for (const Fulfilment& fulfilment : of(all.fulfilments, kind, period))
        if (fulfilment.date <= ledger.on) one.done_on = fulfilment.date;
    if (const auto fee = all.fees.find(period); kind == kinds::payment && fee != all.fees.end()) {
        one.outstanding = fee->second.outstanding;
        one.done_on = fee->second.paid_on;
    }
    const bool withheld = one.owed_by == OwedBy::us && !waived && withhold(one, ledger);
    judge(one, ledger.on, waived, withheld);
    return one;
}

Obligation of_charge(const ChargeState& charge, Day on) {
    Obligation one;
    one.kind = charge.kind;
    one.period = charge.period;
    one.scheduled = one.due = charge.due;
    one.outstanding = charge.outstanding;
    one.done_on = charge.paid_on;
    one.entry = charge.entry;
    judge(one, on, false, false);
    return one;
}

}  // namespace

std::vector<Obligation> obligations(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                                    const Ledger& ledger) {
    std::vector<Obligation> found;
    const Records all = records(facts, ledger);
    std::vector<Kind> kinds = all_kinds(facts);
    std::sort(kinds.begin(), kinds.end());
    for (Period period = month_of(facts.contract.starts); period <= last_due_by(ledger.through); ++period)
        for (const Kind kind : kinds) {
            const auto scheduled = scheduled_due(facts, holidays, kind, period);
            if (scheduled && *scheduled <= ledger.through)
                found.push_back(
                    of_line(all, ledger, kind, period, line_of(facts, kind, period)->owed_by, *scheduled));
        }
    for (const ChargeState& charge : ledger.charges)
        if (charge.kind == kinds::charge) found.push_back(of_charge(charge, ledger.on));
    return found;
}

std::optional<Period> paid_through(const ContractFacts& facts, const Ledger& far) {
    std::optional<Period> first_unpaid, last_fee;
    for (const Obligation& one : far.obligations) {
        if (one.kind != kinds::payment) continue;
        if (one.open() && !first_unpaid) first_unpaid = one.period;
        last_fee = one.period;
    }
    if (first_unpaid == month_of(facts.contract.starts)) return std::nullopt;
    if (first_unpaid) return *first_unpaid - 1;
    if (!last_fee) return std::nullopt;
    if (facts.contract.ends) return month_of(*facts.contract.ends);
    // No fee any more and no end: any later period would do by the rule; the present one is the believable
    // answer.
    return std::max(*last_fee, month_of(far.on));
}

std::optional<Day> next_due(const Ledger& far) {
    std::optional<Day> next;
    for (const Obligation& one : far.obligations) {
        const bool counts = one.open() && one.status != Status::withheld && one.due >= far.on;
        if (counts && (!next || one.due < *next)) next = one.due;
    }
    return next;
}

}  // namespace tracker::model
