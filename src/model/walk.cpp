// SPDX-License-Identifier: MIT
// The model's walk: money, suspensions and statuses, day after day (R4 to R9).
#include "tracker/model/model.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/money.hpp"

namespace tracker::model {
namespace {

/// R6: the n-th working day after c.
Day resumption(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day c) {
    return working_day_after(holidays, c, terms_of(facts, month_of(c)).resume);
}

/// R6, day by day: active, then paused on s, then perhaps resuming from c, then active again on r. Leaves the
/// walk on the last day.
std::vector<Suspension> for_no_payment(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                                       Walk& walk, Day on) {
    std::vector<Suspension> found;
    bool paused = false;
    for (Day x = walk.first; x <= on; x += days{1}) {
        step(walk, x);
        if (!paused && late(walk, x)) {
            paused = true;
            found.push_back({"no-payment", x, {}, {}});
        }
        if (!paused) continue;
        Suspension& now = found.back();
        if (now.until && x == *now.until && late(walk, x)) now.until = now.cleared_on = std::nullopt;
        if (!now.until && !arrears(walk, x)) {
            now.cleared_on = x;
            now.until = resumption(facts, holidays, x);
        }
        if (now.until && x == *now.until) paused = false;
    }
    return found;
}

/// Of the records dated up to the day the latest of each `from`, those that begin later included.
std::vector<Suspension> manual(const ContractFacts& facts, Day on) {
    std::map<Day, ManualSuspension> latest;
    for (const ManualSuspension& record : facts.suspensions) {
        if (record.date > on) continue;
        const auto [known, is_new] = latest.try_emplace(record.from, record);
        const auto when = [](const ManualSuspension& m) { return std::tuple(m.date, m.recorded.entry); };
        if (!is_new && when(record) > when(known->second)) known->second = record;
    }
    std::vector<Suspension> found;
    for (const auto& [from, record] : latest) found.push_back({"manual", from, record.until, {}});
    return found;
}

bool holds(const Suspension& one, Day day) {
    return one.from <= day && (!one.until || day < *one.until);
}

/// Intervals that overlap or touch become one; the suspensions are in order of `from`.
std::vector<Suspension> unite(const std::vector<Suspension>& suspensions) {
    std::vector<Suspension> pauses;
    for (const Suspension& one : suspensions) {
        const bool apart = pauses.empty() || (pauses.back().until && *pauses.back().until < one.from);
        if (apart) {
            pauses.push_back({"", one.from, one.until, {}});
        } else if (pauses.back().until && (!one.until || *one.until > *pauses.back().until)) {
            pauses.back().until = one.until;
        }
    }
    return pauses;
}

void judge_service(Decisions& decisions, const ContractFacts& facts, const std::vector<Suspension>& all) {
    bool by_money = false, by_hand = false, cleared = false;
    for (const Suspension& one : all) {
        if (!holds(one, decisions.on)) continue;
        if (one.reason == "manual") by_hand = true;
        if (one.reason == "no-payment") by_money = true;
        if (one.cleared_on) cleared = true;
    }
    if (by_money || by_hand) {
        decisions.reason = by_money ? "no-payment" : "manual";
        for (const Suspension& pause : decisions.pauses)
            if (holds(pause, decisions.on)) decisions.paused_since = pause.from;
        decisions.service = cleared && !by_hand ? "resuming" : "paused";
    }
    if (decisions.on < facts.contract.starts) decisions.service = "not-started";
    if (facts.contract.ends && decisions.on > *facts.contract.ends) decisions.service = "ended";
}

}  // namespace

Decisions decisions_on(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on,
                       Day through) {
    Walk walk = walk_from(facts, holidays, on, through);
    std::vector<Suspension> all = for_no_payment(facts, holidays, walk, on);
    Decisions decisions;
    decisions.on = on;
    decisions.through = through;
    decisions.paid = Money{walk.paid};
    for (const Charge& charge : walk.charges)
        if (charge.scheduled <= through) decisions.charges.push_back(charge);

    for (const Suspension& one : manual(facts, on)) all.push_back(one);
    std::stable_sort(all.begin(), all.end(), [](const Suspension& a, const Suspension& b) {
        return std::tuple(a.from, a.reason) < std::tuple(b.from, b.reason);
    });
    for (const Suspension& one : all)
        if (one.from <= on) decisions.suspensions.push_back(one);
    decisions.pauses = unite(all);
    judge_service(decisions, facts, all);
    if (!decisions.paused_since) decisions.warning = warning(walk, facts.contract.ends, on);
    decisions.obligations = obligations(facts, holidays, decisions);
    return decisions;
}

Decisions far_decisions(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on) {
    // A line of one month a year, due up to a year before and two years after its period.
    Day horizon = std::max(on, facts.contract.starts) + days{4 * 366};
    // As far besides as the money reaches, if all of it covered fees: the generators agree on nothing new
    // later than some months after the start, so where there is no fee for years there is none any more.
    std::int64_t money = 0;
    for (const Payment& payment : facts.payments) money += std::max<std::int64_t>(0, payment.amount.minor);
    for (const Credit& credit : facts.credits) money += credit.amount.minor;
    const About<Waiver> waivers = about(facts.waivers);
    int without_fee = 0;
    for (Period period = month_of(facts.contract.starts); money >= 0 && without_fee < 40; ++period) {
        const auto due = scheduled_due(facts, holidays, kinds::payment, period);
        without_fee = due ? 0 : without_fee + 1;
        if (!due) continue;
        if (of(waivers, kinds::payment, period).empty()) money -= terms_of(facts, period).fee.minor;
        horizon = std::max(horizon, *due);
    }
    return decisions_on(facts, holidays, on, horizon);
}

}  // namespace tracker::model
