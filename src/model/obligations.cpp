// SPDX-License-Identifier: MIT
// The model's obligations with their statuses (R1b, R7, R8), and what follows from them for lists.
#include "model/money.hpp"

#include <algorithm>
#include <tuple>

namespace tracker::model {
namespace {

void judge(Obligation& one, Day on, bool waived, bool withheld) {
    one.days = (on - one.due).count();
    if (one.done_on) {
        one.status = "done";
        one.days = one.blocked ? 0 : std::max(0, static_cast<int>((*one.done_on - one.due).count()));
    } else if (waived) {
        one.status = "waived";
        one.days = 0;
    } else if (withheld) {
        one.status = "withheld";
    } else if (one.blocked) {
        one.status = "blocked";
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

/// What is agreed about an obligation, by its line or as a duty.
struct Agreement {
    Kind kind;
    Period period;
    OwedBy owed_by = OwedBy::client;
    Day scheduled{};
    InPause pause = InPause::withheld;
    std::optional<Line> line;  ///< of ours, with what it needs
};

/// R7a: what came late moves the due date, what hasn't come blocks; of what is done, as on the day of that.
void wait_for_inputs(Obligation& one, const Line& line, const ContractFacts& facts,
                     const std::vector<Holiday>& holidays, Day on, bool waived) {
    const Day judged = one.done_on.value_or(on);
    std::optional<Day> last_late;
    for (const Input& input : inputs_of(facts, holidays, line, one.period, judged)) {
        if (!is_late(input, judged)) continue;
        if (!input.came) one.blocked = true;
        if (input.came && (!last_late || *last_late < *input.came)) last_late = input.came;
    }
    if (one.blocked || waived || !last_late) return;
    const Day could_be_done = working_day_after(holidays, *last_late, line.lead);
    if (could_be_done <= one.due) return;
    one.due = could_be_done;
    one.moved = true;
}

Obligation judged(const Agreement& agreed, const Records& all, const ContractFacts& facts,
                  const std::vector<Holiday>& holidays, const Decisions& decisions) {
    const Kind kind = agreed.kind;
    const Period period = agreed.period;
    Obligation one;
    one.kind = kind;
    one.period = period;
    one.owed_by = agreed.owed_by;
    one.scheduled = agreed.scheduled;
    const auto extended = extended_to(of(all.extensions, kind, period), decisions.on);
    one.extended = extended.has_value();
    one.due = extended.value_or(one.scheduled);
    const bool waived = waived_by(of(all.waivers, kind, period), decisions.on);
    for (const Fulfilment& fulfilment : of(all.fulfilments, kind, period))
        if (fulfilment.date <= decisions.on) one.done_on = fulfilment.date;
    if (const auto fee = all.fees.find(period); kind == kinds::payment && fee != all.fees.end()) {
        one.outstanding = fee->second.outstanding;
        one.done_on = fee->second.paid_on;
    }
    const bool ours = one.owed_by == OwedBy::us;
    if (ours && agreed.line) wait_for_inputs(one, *agreed.line, facts, holidays, decisions.on, waived);
    const bool can_be_withheld = ours && !waived && agreed.pause == InPause::withheld;
    const bool withheld = can_be_withheld && withhold(one, decisions);
    judge(one, decisions.on, waived, withheld);
    return one;
}

/// All that lines and duties make due by the day `through`, as far as it is known on the day.
std::vector<Agreement> agreements(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on,
                                  Day through) {
    std::vector<Agreement> found;
    const std::vector<Kind> kinds = all_kinds(facts);
    for (Period period = month_of(facts.contract.starts); period <= last_due_by(through); ++period)
        for (const Kind kind : kinds) {
            const auto scheduled = scheduled_due(facts, holidays, kind, period);
            if (!scheduled || *scheduled > through) continue;
            const Line line = *line_of(facts, kind, period);
            found.push_back({kind, period, line.owed_by, *scheduled, line.pause, line});
        }
    for (const Duty& duty : facts.duties)
        if (duty.date <= on && duty.due <= through)
            found.push_back({duty.kind, duty.period, duty.owed_by, duty.due, duty.pause, {}});
    std::sort(found.begin(), found.end(), [](const Agreement& a, const Agreement& b) {
        return std::tuple(a.period, a.kind) < std::tuple(b.period, b.kind);
    });
    return found;
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
    for (const Agreement& agreed : agreements(facts, holidays, decisions.on, decisions.through))
        found.push_back(judged(agreed, all, facts, holidays, decisions));
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
    if (first_unpaid) {
        const Line line = *line_of(facts, kinds::payment, *first_unpaid);
        const Period before = reporting_period(line, *first_unpaid).front() - 1;
        if (before < month_of(facts.contract.starts)) return std::nullopt;
        return before;
    }
    if (!last_fee) return std::nullopt;
    if (facts.contract.ends) return month_of(*facts.contract.ends);
    // No fee any more and no end: any later period would do by the rule; the present one is the believable
    // answer.
    return std::max(*last_fee, month_of(far.on));
}

std::optional<Day> next_due(const Decisions& far) {
    std::optional<Day> next;
    for (const Obligation& one : far.obligations) {
        const bool counts =
            is_open(one) && one.status != "withheld" && one.status != "blocked" && one.due >= far.on;
        if (counts && (!next || one.due < *next)) next = one.due;
    }
    return next;
}

}  // namespace tracker::model
