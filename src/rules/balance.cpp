// SPDX-License-Identifier: MIT
#include "tracker/rules/balance.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tracker {
namespace {

void gather_fees(std::vector<Debt>& debts, const CarriedFacts& facts, const Schedule& schedule, Day through) {
    const Period last = schedule.last_period_due_by(through);
    const Period first = std::max(schedule.first_period(), facts.brought.first);
    for (Period period = first; period <= last; ++period) {
        const auto due = schedule.due(kinds::payment, period);
        if (!due || *due > through) continue;
        const Terms terms = schedule.terms(period);
        Debt debt;
        debt.kind = kinds::payment;
        debt.period = period;
        debt.months = schedule.months(kinds::payment, period);
        debt.scheduled = *due;
        debt.amount = terms.fee;
        debt.grace = terms.grace;
        debts.push_back(std::move(debt));
    }
    const auto fee_of = [&](Kind kind, Period period) -> Debt* {
        if (kind != kinds::payment) return nullptr;
        const auto found = std::lower_bound(debts.begin(), debts.end(), period,
                                            [](const Debt& debt, Period p) { return debt.period < p; });
        return found != debts.end() && found->period == period ? &*found : nullptr;
    };
    for (const Waiver& waiver : facts.waivers) {
        if (Debt* fee = fee_of(waiver.kind, waiver.period)) fee->exists_until = waiver.date;
    }
    for (const Extension& extension : facts.extensions) {
        if (Debt* fee = fee_of(extension.kind, extension.period)) fee->extensions.push_back(&extension);
    }
}

void gather_one_offs(std::vector<Debt>& debts, const CarriedFacts& facts, const Schedule& schedule,
                     Day through) {
    for (const Charge& charge : facts.charges) {
        if (charge.due > through) continue;
        Debt debt;
        debt.kind = kinds::charge;
        debt.period = period_of(charge.due);
        debt.scheduled = charge.due;
        debt.amount = charge.amount;
        debt.grace = schedule.terms(debt.period).grace;
        debt.entry = charge.recorded.entry;
        debt.one_off = &charge;
        debt.exists_from = charge.date;
        debts.push_back(std::move(debt));
    }
}

void sort_unique(std::vector<Day>& days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

}  // namespace

Day Debt::due(Day day) const {
    const auto later =
        std::upper_bound(extensions.begin(), extensions.end(), day,
                         [](Day d, const Extension* extension) { return d < extension->date; });
    return later == extensions.begin() ? scheduled : (*std::prev(later))->until;
}

std::vector<Debt> gather_debts(const CarriedFacts& facts, const Schedule& schedule, Day through) {
    std::vector<Debt> debts;
    gather_fees(debts, facts, schedule, through);
    gather_one_offs(debts, facts, schedule, through);
    for (Debt& debt : debts) {
        std::stable_sort(
            debt.extensions.begin(), debt.extensions.end(), [](const Extension* a, const Extension* b) {
                return std::tie(a->date, a->recorded.entry) < std::tie(b->date, b->recorded.entry);
            });
    }
    std::stable_sort(debts.begin(), debts.end(), [](const Debt& a, const Debt& b) {
        const auto key = [](const Debt& d) {
            return std::tuple(d.scheduled, d.period, d.one_off != nullptr, d.entry);
        };
        return key(a) < key(b);
    });
    return debts;
}

namespace {

std::vector<Money> amounts_on(const std::vector<Debt>& debts, Day day) {
    std::vector<Money> amounts;
    amounts.reserve(debts.size());
    for (const Debt& debt : debts) amounts.push_back(debt.exists(day) ? debt.amount : Money{});
    return amounts;
}

}  // namespace

Coverage::Coverage(const std::vector<Debt>& debts, const CarriedFacts& facts)
    : debts_(debts), paid_(facts.brought.money), sums_(amounts_on(debts, facts.brought.since)) {
    const Day since = facts.brought.since;
    money_.reserve(facts.payments.size() + facts.credits.size());
    for (const Payment& payment : facts.payments) money_.emplace_back(payment.date, payment.amount);
    for (const Credit& credit : facts.credits) money_.emplace_back(credit.date, credit.amount);
    std::stable_sort(money_.begin(), money_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    there_.reserve(debts.size());
    for (std::size_t i = 0; i < debts.size(); ++i) {
        there_.push_back(debts[i].exists(since));
        for (const Day day : {debts[i].exists_from, debts[i].exists_until}) {
            if (day > since && day != Day::max()) turns_.push_back({day, i});
        }
    }
    std::stable_sort(turns_.begin(), turns_.end(),
                     [](const Turn& a, const Turn& b) { return a.day < b.day; });
    advance(since);
    cover(since);
}

void Coverage::advance(Day day) {
    while (true) {
        const Day money = next_money_ < money_.size() ? money_[next_money_].first : Day::max();
        const Day change = next_turn_ < turns_.size() ? turns_[next_turn_].day : Day::max();
        const Day next = std::min(money, change);
        if (next > day || next == Day::max()) return;
        while (next_money_ < money_.size() && money_[next_money_].first == next)
            paid_ += money_[next_money_++].second;
        while (next_turn_ < turns_.size() && turns_[next_turn_].day == next) turn(turns_[next_turn_++]);
        cover(next);
    }
}

void Coverage::turn(const Turn& one) {
    const Debt& debt = debts_[one.debt];
    const bool there = debt.exists(one.day);
    if (there == there_[one.debt]) return;
    there_[one.debt] = there;
    sums_.add(one.debt, there ? debt.amount : -debt.amount);
}

/// What is paid is the first debts of the order, so the runs of days on which debts are paid nest: what money
/// covers anew makes a run of its own, and what it no longer covers is cut off the last ones.
void Coverage::cover(Day day) {
    const std::size_t before = std::exchange(first_unpaid_, sums_.count_within(paid_));
    if (first_unpaid_ > before) return runs_.push_back({first_unpaid_, day});
    while (!runs_.empty() && runs_.back().end > first_unpaid_) {
        const std::size_t begin = runs_.size() > 1 ? runs_[runs_.size() - 2].end : 0;
        if (begin < first_unpaid_) {
            runs_.back().end = first_unpaid_;
        } else {
            runs_.pop_back();
        }
    }
}

Day Coverage::paid_since(std::size_t debt) const {
    const auto run = std::upper_bound(runs_.begin(), runs_.end(), debt,
                                      [](std::size_t d, const Run& one) { return d < one.end; });
    return std::max(run->since, debts_[debt].exists_from);
}

Money Coverage::outstanding(std::size_t debt) const {
    if (is_paid(debt)) return {};
    return std::min(debts_[debt].amount, missing_through(debt));
}

std::vector<Day> Coverage::event_days() const {
    std::vector<Day> days;
    days.reserve(turns_.size() + money_.size());
    for (const Turn& one : turns_) days.push_back(one.day);
    for (const auto& [day, amount] : money_) days.push_back(day);
    sort_unique(days);
    return days;
}

}  // namespace tracker
