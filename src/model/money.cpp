// SPDX-License-Identifier: MIT
// The model's charges and payments on each day of the walk (R4, R5, R9).
#include "model/money.hpp"

#include <algorithm>
#include <tuple>

namespace tracker::model {
namespace {

/// What is agreed about fees carries no date of its own: the same on every day of the walk.
void agree_fees(Walk& walk, const ContractFacts& facts, const std::vector<Holiday>& holidays, Day horizon) {
    const About<Extension> extensions = about(facts.extensions);
    const About<Waiver> waivers = about(facts.waivers);
    for (Period period = month_of(facts.contract.starts); period <= last_due_by(horizon); ++period) {
        const auto scheduled = scheduled_due(facts, holidays, kinds::payment, period);
        if (!scheduled) continue;
        const Terms terms = terms_of(facts, period);
        const Day deadline = *scheduled + days{terms.grace};
        walk.agreed.push_back(
            {{kinds::payment, period, *scheduled, *scheduled, deadline, terms.fee, Money{}, {}, 0},
             walk.first,
             of(extensions, kinds::payment, period),
             of(waivers, kinds::payment, period),
             {}});
    }
}

void agree_one_offs(Walk& walk, const ContractFacts& facts) {
    for (const auto& charge : facts.charges) {
        const Period period = month_of(charge.due);
        const Day deadline = charge.due + days{terms_of(facts, period).grace};
        walk.agreed.push_back({{kinds::charge,
                                period,
                                charge.due,
                                charge.due,
                                deadline,
                                charge.amount,
                                Money{},
                                {},
                                charge.recorded.entry},
                               charge.date,
                               {},
                               {},
                               {}});
    }
}

/// Every day of which a fact speaks that makes a charge or alters one, and what came on it.
std::map<Day, std::int64_t> money_by_day(const ContractFacts& facts) {
    std::map<Day, std::int64_t> money;
    for (const Payment& payment : facts.payments) money[payment.date] += payment.amount.minor;
    for (const Credit& credit : facts.credits) money[credit.date] += credit.amount.minor;
    for (const auto& charge : facts.charges) money[charge.date] += 0;
    for (const Waiver& waiver : facts.waivers) money[waiver.date] += 0;
    for (const Extension& extension : facts.extensions) money[extension.date] += 0;
    return money;
}

/// The charges as they stand on a day, each covered by what the ones before it leave over (R5).
void charge_and_cover(Walk& walk, Day day) {
    walk.charges.clear();
    std::int64_t sum = 0;
    for (Agreed& agreed : walk.agreed) {
        Charge charge = agreed.charge;
        if (day < agreed.known_from || waived_by(agreed.waivers, day)) {
            agreed.paid_since.reset();
            continue;
        }
        if (const auto until = extended_to(agreed.extensions, day)) {
            charge.deadline = *until + (charge.deadline - charge.due);
            charge.due = *until;
        }
        sum += charge.amount.minor;
        charge.outstanding.minor = std::clamp<std::int64_t>(sum - walk.paid, 0, charge.amount.minor);
        if (charge.outstanding.minor > 0) agreed.paid_since.reset();
        if (charge.outstanding.minor == 0 && !agreed.paid_since) agreed.paid_since = day;
        charge.paid_on = agreed.paid_since;
        walk.charges.push_back(charge);
    }
}

}  // namespace

Walk walk_from(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on, Day through) {
    Walk walk;
    walk.money = money_by_day(facts);
    walk.first = std::min(on, facts.contract.starts);
    if (!walk.money.empty()) walk.first = std::min(walk.first, walk.money.begin()->first);
    walk.first -= days{40};
    agree_fees(walk, facts, holidays, std::max(on, through));
    agree_one_offs(walk, facts);
    std::sort(walk.agreed.begin(), walk.agreed.end(), [](const Agreed& one, const Agreed& other) {
        const Charge &a = one.charge, &b = other.charge;
        return std::tuple(a.scheduled, a.period, a.kind == kinds::charge, a.entry) <
               std::tuple(b.scheduled, b.period, b.kind == kinds::charge, b.entry);
    });
    return walk;
}

void step(Walk& walk, Day day) {
    const auto today = walk.money.find(day);
    if (today == walk.money.end() && day != walk.first) return;
    if (today != walk.money.end()) walk.paid += today->second;
    charge_and_cover(walk, day);
}

std::optional<Day> extended_to(const std::vector<Extension>& of_one, Day day) {
    const Extension* latest = nullptr;
    for (const Extension& extension : of_one) {
        if (extension.date > day) continue;
        if (latest && std::tuple(extension.date, extension.recorded.entry) <
                          std::tuple(latest->date, latest->recorded.entry))
            continue;
        latest = &extension;
    }
    if (!latest) return std::nullopt;
    return latest->until;
}

bool waived_by(const std::vector<Waiver>& of_one, Day day) {
    for (const Waiver& waiver : of_one)
        if (waiver.date <= day) return true;
    return false;
}

bool late(const Walk& walk, Day day) {
    for (const Charge& charge : walk.charges)
        if (charge.deadline < day && charge.outstanding.minor > 0) return true;
    return false;
}

bool arrears(const Walk& walk, Day day) {
    for (const Charge& charge : walk.charges)
        if (charge.due < day && charge.outstanding.minor > 0) return true;
    return false;
}

std::optional<Warning> warning(const Walk& walk, std::optional<Day> ends, Day on) {
    std::optional<Warning> found;
    std::int64_t sum = 0;
    for (const Charge& charge : walk.charges) {
        sum += charge.amount.minor;
        const Day pauses_on = charge.deadline + days{1};
        const bool threatens = charge.outstanding.minor > 0 && charge.due <= on && on <= charge.deadline;
        if (!threatens || (ends && *ends < pauses_on)) continue;
        const Day first = found ? std::min(found->pauses_on, pauses_on) : pauses_on;
        found = Warning{first, Money{sum - walk.paid}};
    }
    return found;
}

}  // namespace tracker::model
