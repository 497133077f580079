// SPDX-License-Identifier: MIT
// The model's charges and payments on each day of the walk (R4, R5, R9).
#include "model/money.hpp"

#include <algorithm>
#include <tuple>

namespace tracker::model {
namespace {

/// What is agreed about fees carries no date of its own: the same on every day of the walk.
std::vector<ChargeState> agreed_fees(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                                     Day horizon) {
    std::vector<ChargeState> fees;
    for (Period period = month_of(facts.contract.starts); period <= month_of(horizon) + 4; ++period) {
        const auto scheduled = scheduled_due(facts, holidays, kinds::payment, period);
        if (!scheduled) continue;
        const Terms terms = terms_of(facts, period);
        const Day deadline = *scheduled + days{terms.grace};
        fees.push_back({kinds::payment, period, *scheduled, *scheduled, deadline, terms.fee, Money{}, {}, 0});
    }
    return fees;
}

std::vector<ChargeState> charges_known(const ContractFacts& facts, const std::vector<ChargeState>& fees,
                                       Day x) {
    std::vector<ChargeState> charges;
    for (ChargeState fee : fees) {
        if (waived_by(facts, kinds::payment, fee.period, x)) continue;
        if (const auto until = extended_to(facts, kinds::payment, fee.period, x)) {
            fee.due = *until;
            fee.deadline = *until + days{terms_of(facts, fee.period).grace};
        }
        charges.push_back(fee);
    }
    for (const Charge& charge : facts.charges) {
        if (charge.date > x) continue;
        const Period period = month_of(charge.due);
        const Day deadline = charge.due + days{terms_of(facts, period).grace};
        charges.push_back({kinds::charge,
                           period,
                           charge.due,
                           charge.due,
                           deadline,
                           charge.amount,
                           Money{},
                           {},
                           charge.recorded.entry});
    }
    return charges;
}

void cover(std::vector<ChargeState>& charges, std::int64_t paid) {
    std::sort(charges.begin(), charges.end(), [](const ChargeState& a, const ChargeState& b) {
        return std::tuple(a.scheduled, a.period, a.kind == kinds::charge, a.entry) <
               std::tuple(b.scheduled, b.period, b.kind == kinds::charge, b.entry);
    });
    std::int64_t sum = 0;
    for (ChargeState& charge : charges) {
        sum += charge.amount.minor;
        charge.outstanding.minor = std::clamp<std::int64_t>(sum - paid, 0, charge.amount.minor);
    }
}

Day earliest_fact(const ContractFacts& facts, Day on) {
    Day first = std::min(on, facts.contract.starts);
    for (const Payment& payment : facts.payments) first = std::min(first, payment.date);
    for (const Credit& credit : facts.credits) first = std::min(first, credit.date);
    for (const Charge& charge : facts.charges) first = std::min(first, charge.date);
    for (const Waiver& waiver : facts.waivers) first = std::min(first, waiver.date);
    return first - days{40};
}

}  // namespace

Walk walk_to(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on, Day through) {
    Walk walk;
    walk.first = earliest_fact(facts, on);
    const std::vector<ChargeState> fees = agreed_fees(facts, holidays, std::max(on, through));
    for (Day x = walk.first; x <= on; x += days{1}) {
        walk.charges[x] = charges_known(facts, fees, x);
        cover(walk.charges[x], paid_by(facts, x));
    }
    return walk;
}

std::int64_t paid_by(const ContractFacts& facts, Day day) {
    std::int64_t paid = 0;
    for (const Payment& payment : facts.payments)
        if (payment.date <= day) paid += payment.amount.minor;
    for (const Credit& credit : facts.credits)
        if (credit.date <= day) paid += credit.amount.minor;
    return paid;
}

std::optional<Day> extended_to(const ContractFacts& facts, Kind kind, Period period, Day day) {
    const Extension* latest = nullptr;
    for (const Extension& extension : facts.extensions) {
        if (extension.kind != kind || extension.period != period || extension.date > day) continue;
        if (latest && std::tuple(extension.date, extension.recorded.entry) <
                          std::tuple(latest->date, latest->recorded.entry))
            continue;
        latest = &extension;
    }
    if (!latest) return std::nullopt;
    return latest->until;
}

bool waived_by(const ContractFacts& facts, Kind kind, Period period, Day day) {
    for (const Waiver& waiver : facts.waivers)
        if (waiver.kind == kind && waiver.period == period && waiver.date <= day) return true;
    return false;
}

bool late(const Walk& walk, Day day) {
    for (const ChargeState& charge : walk.charges.at(day))
        if (charge.deadline < day && charge.outstanding.minor > 0) return true;
    return false;
}

bool arrears(const Walk& walk, Day day) {
    for (const ChargeState& charge : walk.charges.at(day))
        if (charge.due < day && charge.outstanding.minor > 0) return true;
    return false;
}

std::optional<Day> paid_since(const Walk& walk, const ChargeState& charge, Day on) {
    std::optional<Day> since;
    for (Day x = on; x >= walk.first; x -= days{1}) {
        bool paid = false;
        for (const ChargeState& other : walk.charges.at(x))
            if (other.kind == charge.kind && other.period == charge.period && other.entry == charge.entry)
                paid = other.outstanding.minor == 0;
        if (!paid) break;
        since = x;
    }
    return since;
}

std::optional<Warning> warning(const Walk& walk, std::int64_t paid, Day on) {
    std::optional<Warning> found;
    std::int64_t sum = 0;
    for (const ChargeState& charge : walk.charges.at(on)) {
        sum += charge.amount.minor;
        if (charge.outstanding.minor == 0 || charge.due > on || on > charge.deadline) continue;
        const Day pauses_on = charge.deadline + days{1};
        if (!found || pauses_on <= found->pauses_on) found = Warning{pauses_on, Money{sum - paid}};
    }
    return found;
}

}  // namespace tracker::model
