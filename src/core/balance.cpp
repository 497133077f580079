// SPDX-License-Identifier: MIT
#include "tracker/core/balance.hpp"

#include <algorithm>
#include <tuple>

namespace tracker {
namespace {

void gather_fees(std::vector<Debt>& debts, const ContractFacts& facts, const Schedule& schedule,
                 Day through) {
    const Period last = schedule.last_period_due_by(through);
    const Period first = std::max(schedule.first_period(), facts.brought.first);
    for (Period period = first; period <= last; ++period) {
        const auto due = schedule.due(kinds::payment, period);
        if (!due || *due > through) continue;
        const Terms terms = schedule.terms(period);
        Debt debt;
        debt.kind = kinds::payment;
        debt.period = period;
        debt.scheduled = *due;
        debt.amount = terms.fee;
        debt.grace = terms.grace;
        debts.push_back(std::move(debt));
    }
    const auto fee_of = [&](Kind kind, Period period) {
        const auto found =
            std::find_if(debts.begin(), debts.end(), [&](const Debt& d) { return d.period == period; });
        return kind == kinds::payment && found != debts.end() ? &*found : nullptr;
    };
    for (const Waiver& waiver : facts.waivers) {
        if (Debt* fee = fee_of(waiver.kind, waiver.period)) fee->exists_until = waiver.date;
    }
    for (const Extension& extension : facts.extensions) {
        if (Debt* fee = fee_of(extension.kind, extension.period)) fee->extensions.push_back(&extension);
    }
}

void gather_one_offs(std::vector<Debt>& debts, const ContractFacts& facts, const Schedule& schedule,
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
    Day due = scheduled;
    for (const Extension* extension : extensions) {
        if (extension->date <= day) due = extension->until;
    }
    return due;
}

std::vector<Debt> gather_debts(const ContractFacts& facts, const Schedule& schedule, Day through) {
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

Coverage::Coverage(const std::vector<Debt>& debts, const ContractFacts& facts)
    : debts_(debts), paid_(facts.brought.money) {
    money_.reserve(facts.payments.size() + facts.credits.size());
    for (const Payment& payment : facts.payments) money_.emplace_back(payment.date, payment.amount);
    for (const Credit& credit : facts.credits) money_.emplace_back(credit.date, credit.amount);
    std::stable_sort(money_.begin(), money_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const Debt& debt : debts) {
        if (debt.exists_from != Day::min()) set_changes_.push_back(debt.exists_from);
        if (debt.exists_until != Day::max()) set_changes_.push_back(debt.exists_until);
    }
    sort_unique(set_changes_);
    through_.resize(debts.size());
    paid_since_.assign(debts.size(), never);
    const Day since = facts.brought.since;
    advance(since);
    sum_up(since);
}

void Coverage::advance(Day day) {
    while (true) {
        const Day money = next_money_ < money_.size() ? money_[next_money_].first : Day::max();
        const Day change =
            next_set_change_ < set_changes_.size() ? set_changes_[next_set_change_] : Day::max();
        const Day next = std::min(money, change);
        if (next > day || next == Day::max()) return;
        while (next_money_ < money_.size() && money_[next_money_].first == next)
            paid_ += money_[next_money_++].second;
        if (change == next) {
            ++next_set_change_;
            sum_up(next);
        } else {
            cover(next);
        }
    }
}

void Coverage::sum_up(Day day) {
    Money sum;
    for (std::size_t i = 0; i < debts_.size(); ++i) {
        if (debts_[i].exists(day)) sum += debts_[i].amount;
        through_[i] = sum;
    }
    first_unpaid_ = end_of_paid();
    mark(day, 0, debts_.size());
}

/// Sums ascend, so what is paid is a prefix.
std::size_t Coverage::end_of_paid() const {
    return static_cast<std::size_t>(std::upper_bound(through_.begin(), through_.end(), paid_) -
                                    through_.begin());
}

void Coverage::cover(Day day) {
    const std::size_t before = first_unpaid_;
    first_unpaid_ = end_of_paid();
    mark(day, std::min(before, first_unpaid_), std::max(before, first_unpaid_));
}

void Coverage::mark(Day day, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const bool paid = i < first_unpaid_ && debts_[i].exists(day);
        if (!paid) {
            paid_since_[i] = never;
        } else if (paid_since_[i] == never) {
            paid_since_[i] = day;
        }
    }
}

Money Coverage::outstanding(std::size_t debt) const {
    if (is_paid(debt)) return {};
    return std::min(debts_[debt].amount, through_[debt] - paid_);
}

std::vector<Day> Coverage::event_days() const {
    std::vector<Day> days = set_changes_;
    for (const auto& [day, amount] : money_) days.push_back(day);
    sort_unique(days);
    return days;
}

}  // namespace tracker
