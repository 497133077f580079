// SPDX-License-Identifier: MIT
#include "tracker/rules/carry_forward.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "tracker/rules/balance.hpp"
#include "tracker/rules/inputs.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/suspension.hpp"

namespace tracker {
namespace {

/// The charges that are paid for good: the first of the covering order, up to one that is still to fall due,
/// or that a later refund leaves unpaid or a later waiver takes away.
class PaidForGood {
  public:
    PaidForGood(const std::vector<Debt>& debts, const Coverage& coverage, const CarriedFacts& facts,
                Day since)
        : debts_(debts), end_(coverage.first_unpaid()) {
        const auto may_change = [&](const Debt& debt) {
            return debt.scheduled > since || (debt.exists_until > since && debt.exists_until != Day::max());
        };
        end_ = std::min(end_, index(std::find_if(debts.begin(), debts.end(), may_change)));
        const Money lost = most_lost(facts, since);
        while (end_ > 0 && coverage.missing_through(end_ - 1).minor + lost.minor > 0) --end_;
    }

    /// Cuts the fees of a period or later ones off, and the period back to the first fee that is left over:
    /// the charges before the cut are then those of the periods before the one returned.
    Period cut(Period before) {
        while (true) {
            const std::size_t end =
                std::min(end_, index(std::find_if(debts_.begin(), debts_.end(), [&](const Debt& debt) {
                             return debt.kind == kinds::payment && debt.period >= before;
                         })));
            Period first = before;
            for (std::size_t i = end; i < debts_.size(); ++i) {
                if (debts_[i].kind == kinds::payment) first = std::min(first, debts_[i].period);
            }
            if (end == end_ && first == before) return first;
            end_ = end;
            before = first;
        }
    }

    [[nodiscard]] std::size_t end() const { return end_; }
    /// The one-off charges among them, sorted for binary search.
    [[nodiscard]] std::vector<const Charge*> one_offs() const {
        std::vector<const Charge*> found;
        for (std::size_t i = 0; i < end_; ++i) {
            if (debts_[i].one_off) found.push_back(debts_[i].one_off);
        }
        std::sort(found.begin(), found.end(), std::less<>());
        return found;
    }

  private:
    [[nodiscard]] std::size_t index(std::vector<Debt>::const_iterator at) const {
        return static_cast<std::size_t>(at - debts_.begin());
    }

    /// By how much what is paid ever falls below what it is on the day: refunds to come.
    static Money most_lost(const CarriedFacts& facts, Day since) {
        std::vector<std::pair<Day, Money>> to_come;
        for (const Payment& payment : facts.payments) {
            if (payment.date > since) to_come.emplace_back(payment.date, payment.amount);
        }
        std::sort(to_come.begin(), to_come.end(), [](const auto& a, const auto& b) {
            return std::pair(a.first, a.second.minor) < std::pair(b.first, b.second.minor);
        });
        Money balance;
        Money least;
        for (const auto& [day, amount] : to_come) {
            balance += amount;
            least = std::min(least, balance);
        }
        return -least;
    }

    const std::vector<Debt>& debts_;
    std::size_t end_;
};

/// The suspensions for non-payment that go on, and those that are over but moved the due date of work that is
/// still open (R7), or will where an input that isn't late yet blocks it (R7a). All of them where a fact of a
/// later day may reach back to them: an extension moves work into one, a record of an earlier day unites with
/// one, a duty fell due in one before it was there.
std::vector<Suspension> lasting(const Ledger& ledger, const CarriedFacts& facts) {
    std::set<Day> caught_up;
    std::vector<Day> may_be_blocked;
    for (const Obligation& item : ledger.obligations) {
        if (item.open() && item.caught_up) caught_up.insert(item.due);
        if (item.open() && item.awaited) may_be_blocked.push_back(item.unmoved);
    }
    std::vector<Pause> pauses;
    for (const Pause& pause : ledger.pauses) {
        if (!pause.until || *pause.until > ledger.on || caught_up.contains(*pause.until) ||
            std::any_of(may_be_blocked.begin(), may_be_blocked.end(),
                        [&](Day day) { return pause.holds(day); }))
            pauses.push_back(pause);
    }
    const auto later = [&](const auto& one) { return one.date > ledger.on; };
    const bool reached = std::any_of(facts.extensions.begin(), facts.extensions.end(), later) ||
                         std::any_of(facts.duties.begin(), facts.duties.end(), later) ||
                         std::any_of(facts.suspensions.begin(), facts.suspensions.end(), later);
    std::vector<Suspension> kept;
    for (const Suspension& one : ledger.suspensions) {
        if (one.reason == Reason::no_payment && (reached || pause_on(pauses, one.from))) kept.push_back(one);
    }
    return kept;
}

bool is_before(const OpenItem& a, const OpenItem& b) {
    return std::tie(a.period, a.kind) < std::tie(b.period, b.kind);
}

/// Adds the duties that aren't settled, also those that fall due or begin later than is looked at.
void leave_open(BroughtForward& brought, const CarriedFacts& facts) {
    std::set<std::pair<Period, Kind>> settled;
    const auto settle = [&](const auto& fact) {
        if (fact.date <= brought.since) settled.emplace(fact.period, fact.kind);
    };
    if (facts.duties.empty()) return;
    std::for_each(facts.fulfilments.begin(), facts.fulfilments.end(), settle);
    std::for_each(facts.waivers.begin(), facts.waivers.end(), settle);
    for (const Duty& duty : facts.duties) {
        const bool open = duty.date > brought.since || !settled.contains({duty.period, duty.kind});
        if (open && duty.period < brought.first) brought.open.push_back({duty.period, duty.kind});
    }
    std::sort(brought.open.begin(), brought.open.end(), is_before);
    brought.open.erase(std::unique(brought.open.begin(), brought.open.end()), brought.open.end());
}

/// Papers of the client that came late, and by which work that is still to be done is judged (R7a).
std::vector<OpenItem> late_inputs(const CarriedFacts& facts, const Schedule& schedule, const Ledger& ledger,
                                  Period first) {
    std::vector<OpenItem> late;
    const ContractInputs inputs(facts, schedule);
    const auto look = [&](const Line& line, Period period) {
        for (const WorkInput& input : inputs.of(line, period, ledger.on)) {
            if (input.period < first && input.came && input.is_late(ledger.on))
                late.push_back({input.period, input.kind});
        }
    };
    for (const Obligation& item : ledger.obligations) {
        const Line* const line = schedule.line(item.kind, item.period);
        if (line && item.period < first && item.open() && item.owed_by == OwedBy::us)
            look(*line, item.period);
    }
    constexpr int longest_report = 12;
    for (const Schedule::KindLines& kind : schedule.kinds()) {
        for (Period period = first; period < first + longest_report; ++period) {
            const Line* const line = schedule.line(kind.kind, period);
            if (line && line->owed_by == OwedBy::us && line->months.has(period)) look(*line, period);
        }
    }
    std::sort(late.begin(), late.end(), is_before);
    late.erase(std::unique(late.begin(), late.end()), late.end());
    return late;
}

template <class Fact, class Wanted>
std::vector<Fact> those(const std::vector<Fact>& facts, Wanted wanted) {
    std::vector<Fact> kept;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(kept), wanted);
    return kept;
}

}  // namespace

CarriedFacts carry_forward(const BriefFacts& facts, const Calendar& calendar, Day since) {
    const Schedule schedule(facts, calendar);
    const Period next = period_of(since) + 1;
    const Day through = std::max(since, schedule.last_due_of(next));
    const std::vector<Debt> debts = gather_debts(facts, schedule, through);
    Coverage coverage(debts, facts);
    coverage.advance(since);
    PaidForGood paid(debts, coverage, facts, since);
    const Ledger ledger = make_ledger(facts, calendar, since, through);

    CarriedFacts carried;
    BroughtForward& brought = carried.brought;
    brought.since = since;
    brought.first = paid.cut(next);
    brought.money = coverage.paid();
    if (paid.end() > 0) brought.money = -coverage.missing_through(paid.end() - 1);
    for (const Obligation& item : ledger.obligations) {
        if (item.period < brought.first && item.kind != kinds::charge && item.open())
            brought.open.push_back({item.period, item.kind});
    }
    leave_open(brought, facts);
    brought.suspensions = lasting(ledger, facts);
    for (const Suspension& one : ledger.suspensions) {
        const bool kept = std::any_of(brought.suspensions.begin(), brought.suspensions.end(),
                                      [&](const Suspension& other) { return other.from == one.from; });
        if (one.reason == Reason::no_payment && !kept) brought.over.push_back(one.from);
    }

    const auto later = [&](const auto& fact) { return fact.date > since; };
    const std::vector<OpenItem> late = late_inputs(facts, schedule, ledger, brought.first);
    const auto later_or_open = [&](const auto& fact) {
        const OpenItem item{fact.period, fact.kind};
        return fact.date > since || fact.period >= brought.first ||
               std::binary_search(brought.open.begin(), brought.open.end(), item, is_before) ||
               std::binary_search(late.begin(), late.end(), item, is_before);
    };
    carried.contract = facts.contract;
    carried.amendments = facts.amendments;
    carried.schedule = facts.schedule;
    carried.duties = those(facts.duties, later_or_open);
    carried.fulfilments = those(facts.fulfilments, later_or_open);
    carried.extensions = those(facts.extensions, later_or_open);
    carried.waivers = those(facts.waivers, later_or_open);
    const std::vector<const Charge*> settled = paid.one_offs();
    carried.charges = those(facts.charges, [&](const Charge& charge) {
        return !std::binary_search(settled.begin(), settled.end(), &charge, std::less<>());
    });
    carried.payments = those(facts.payments, later);
    carried.credits = those(facts.credits, later);
    carried.suspensions = facts.suspensions;
    return carried;
}

bool saves_little(const CarriedFacts& carried, const BriefFacts& facts) {
    constexpr std::size_t many = 50;
    const auto count = [](const CarriedFacts& of) {
        return of.fulfilments.size() + of.payments.size() + of.credits.size();
    };
    return count(facts) > many && count(carried) * 2 > count(facts);
}

}  // namespace tracker
