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
        one.status = "done";
        one.days = std::max(0, static_cast<int>((*one.done_on - one.due).count()));
    } else if (waived) {
        one.status = "waived";
        one.days = 0;
    } else if (withheld) {
        one.status = "withheld";
    } else {
        one.status = one.due > on ? "upcoming" : one.due == on ? "due" : "overdue";
    }
}

/// R7: withheld while the pause in which it falls due lasts, moved to its end afterwards.
bool withhold(Obligation& one, const Decisions& decisions) {
    for (const Suspension& pause : decisions.pauses) {
        const bool in_it = pause.from <= one.due && (!pause.until || one.due < *pause.until);
        if (!in_it || decisions.on < pause.from) continue;
        if (!pause.until || decisions.on < *pause.until) return true;
        if (one.done_on && *one.done_on < *pause.until) return false;
        one.due = *pause.until;
        one.caught_up = true;
        return false;
    }
    return false;
}

bool is_open(const Obligation& one) {
    return one.status != "done" && one.status != "waived";
}

/// All that is recorded about obligations, and the fees as they stand.
struct Records {
    About<Extension> extensions;
    About<Waiver> waivers;
    About<Fulfilment> fulfilments;
    std::map<Period, Charge> fees;
};

Records records(const ContractFacts& facts, const Decisions& decisions) {
    Records all{about(facts.extensions), about(facts.waivers), about(facts.fulfilments), {}};
    for (const Charge& charge : decisions.charges)
        if (charge.kind == kinds::payment) all.fees[charge.period] = charge;
    return all;
}

Obligation of_line(const Records& all, const Decisions& decisions, Kind kind, Period period, OwedBy owed_by,
                   Day scheduled) {
    Obligation one;
    one.kind = kind;
    one.period = period;
    one.owed_by = owed_by;
    one.scheduled = scheduled;
    const auto extended = extended_to(of(all.extensions, kind, period), decisions.on);
    one.extended = extended.has_value();
    one.due = extended.value_or(scheduled);
    const bool waived = waived_by(of(all.waivers, kind, period), decisions.on);
    for (const Fulfilment& fulfilment : of(all.fulfilments, kind, period))
        if (fulfilment.date <= decisions.on) one.done_on = fulfilment.date;
    if (const auto fee = all.fees.find(period); kind == kinds::payment && fee != all.fees.end()) {
        one.outstanding = fee->second.outstanding;
        one.done_on = fee->second.paid_on;
    }
    const bool withheld = one.owed_by == OwedBy::us && !waived && withhold(one, decisions);
    judge(one, decisions.on, waived, withheld);
    return one;
}

Obligation of_charge(const Charge& charge, Day on) {
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
                                    const Decisions& decisions) {
    std::vector<Obligation> found;
    const Records all = records(facts, decisions);
    std::vector<Kind> kinds = all_kinds(facts);
    std::sort(kinds.begin(), kinds.end());
    for (Period period = month_of(facts.contract.starts); period <= last_due_by(decisions.through); ++period)
        for (const Kind kind : kinds) {
            const auto scheduled = scheduled_due(facts, holidays, kind, period);
            if (scheduled && *scheduled <= decisions.through)
                found.push_back(
                    of_line(all, decisions, kind, period, line_of(facts, kind, period)->owed_by, *scheduled));
        }
    for (const Charge& charge : decisions.charges)
        if (charge.kind == kinds::charge) found.push_back(of_charge(charge, decisions.on));
    std::stable_sort(found.begin(), found.end(),
                     [](const Obligation& a, const Obligation& b) { return a.entry < b.entry; });
    return found;
}

std::optional<Period> paid_through(const ContractFacts& facts, const Decisions& far) {
    std::optional<Period> first_unpaid, last_fee;
    for (const Obligation& one : far.obligations) {
        if (one.kind != kinds::payment) continue;
        if (is_open(one) && !first_unpaid) first_unpaid = one.period;
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

std::optional<Day> next_due(const Decisions& far) {
    std::optional<Day> next;
    for (const Obligation& one : far.obligations) {
        const bool counts = is_open(one) && one.status != "withheld" && one.due >= far.on;
        if (counts && (!next || one.due < *next)) next = one.due;
    }
    return next;
}

}  // namespace tracker::model
