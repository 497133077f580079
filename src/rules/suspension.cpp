// SPDX-License-Identifier: MIT
#include "tracker/rules/suspension.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tracker {
namespace {

/// The state machine of R6, stepped through the days on which anything can change.
class DaysOfArrears {
  public:
    DaysOfArrears(const std::vector<Debt>& debts, Coverage& coverage, const Schedule& schedule,
                  const Calendar& calendar, const BroughtForward& brought)
        : debts_(debts),
          coverage_(coverage),
          schedule_(schedule),
          calendar_(calendar),
          closed_(brought.suspensions) {
        if (closed_.empty() || (closed_.back().until && *closed_.back().until <= brought.since)) return;
        open_ = std::move(closed_.back());
        closed_.pop_back();
    }

    void step(Day day) {
        coverage_.advance(day);
        if (!open_) pause_if_late(day);
        if (!open_) return;
        if (!open_->cleared_on && !in_arrears(day)) clear(day);
        if (open_->until == day) resume(day);
    }

    /// The day on which a cleared suspension ends, if one is being waited for.
    [[nodiscard]] std::optional<Day> awaited() const { return open_ ? open_->until : std::nullopt; }

    std::vector<Suspension> finish() {
        if (open_) closed_.push_back(*open_);
        return std::move(closed_);
    }

  private:
    /// The unpaid charge that is past its deadline on `day`, the one whose deadline passed first. While there
    /// is service only charges within their grace, and extended ones, are looked at in vain.
    [[nodiscard]] const Debt* late(Day day) const {
        const Debt* latest = nullptr;
        any_unpaid_due_before(day, [&](const Debt& debt) {
            const Day deadline = debt.deadline(day);
            if (deadline < day && (!latest || deadline < latest->deadline(day))) latest = &debt;
            return false;
        });
        return latest;
    }

    [[nodiscard]] bool in_arrears(Day day) const {
        return any_unpaid_due_before(day, [](const Debt&) { return true; });
    }

    /// Whether one of the unpaid charges due before the day is wanted; looks no further than that one.
    template <class Wanted>
    bool any_unpaid_due_before(Day day, Wanted wanted) const {
        for (std::size_t i = coverage_.first_unpaid(); i < debts_.size() && debts_[i].scheduled < day; ++i) {
            const Debt& debt = debts_[i];
            if (debt.exists(day) && debt.due(day) < day && wanted(debt)) return true;
        }
        return false;
    }

    void pause_if_late(Day day) {
        const Debt* cause = late(day);
        if (!cause) return;
        Suspension& suspension = open_.emplace();
        suspension.from = day;
        suspension.cause_kind = cause->kind;
        suspension.cause_period = cause->period;
        suspension.cause_due = cause->due(day);
        suspension.cause_deadline = cause->deadline(day);
        suspension.cause_outstanding = coverage_.outstanding(static_cast<std::size_t>(cause - debts_.data()));
    }

    void clear(Day day) {
        open_->cleared_on = day;
        open_->until = calendar_.working_day_after(day, schedule_.terms(period_of(day)).resume);
    }

    void resume(Day day) {
        if (late(day)) {  // goes on as one interval, as if never cleared
            open_->cleared_on.reset();
            open_->until.reset();
            return;
        }
        closed_.push_back(*open_);
        open_.reset();
    }

    const std::vector<Debt>& debts_;
    Coverage& coverage_;
    const Schedule& schedule_;
    const Calendar& calendar_;
    std::optional<Suspension> open_;
    std::vector<Suspension> closed_;
};

/// The days after `since` and up to `on` on which a charge can be paid, fall into arrears or pass its
/// deadline; ascending.
std::vector<Day> days_that_matter(const std::vector<Debt>& debts, const Coverage& coverage, Day since,
                                  Day on) {
    std::vector<Day> days = coverage.event_days();
    for (const Debt& debt : debts) {
        const auto add = [&](Day due) {
            days.push_back(due + tracker::days{1});
            days.push_back(due + tracker::days{debt.grace + 1});
        };
        add(debt.scheduled);
        for (const Extension* extension : debt.extensions) {
            days.push_back(extension->date);
            add(extension->until);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    days.erase(std::upper_bound(days.begin(), days.end(), on), days.end());
    days.erase(days.begin(), std::upper_bound(days.begin(), days.end(), since));
    return days;
}

}  // namespace

std::vector<Suspension> suspensions_for_non_payment(const std::vector<Debt>& debts, Coverage& coverage,
                                                    const Schedule& schedule, const Calendar& calendar,
                                                    const BroughtForward& brought, Day on) {
    DaysOfArrears watch(debts, coverage, schedule, calendar, brought);
    for (const Day day : days_that_matter(debts, coverage, brought.since, on)) {
        while (watch.awaited() && *watch.awaited() < day) watch.step(*watch.awaited());
        watch.step(day);
    }
    while (watch.awaited() && *watch.awaited() <= on) watch.step(*watch.awaited());
    coverage.advance(on);
    return watch.finish();
}

std::vector<Suspension> manual_suspensions(const std::vector<ManualSuspension>& records, Day on) {
    std::map<Day, const ManualSuspension*> latest;  // by from
    for (const ManualSuspension& record : records) {
        if (record.date > on) continue;
        const ManualSuspension*& held = latest[record.from];
        const auto order = [](const ManualSuspension* r) { return std::tie(r->date, r->recorded.entry); };
        if (!held || order(held) <= order(&record)) held = &record;
    }
    std::vector<Suspension> suspensions;
    for (const auto& [from, record] : latest) {
        Suspension suspension;
        suspension.reason = Reason::manual;
        suspension.from = from;
        suspension.until = record->until;
        suspension.text = record->reason;
        suspensions.push_back(std::move(suspension));
    }
    return suspensions;
}

std::vector<Pause> unite(const std::vector<Suspension>& suspensions) {
    std::vector<Pause> pauses;
    for (const Suspension& suspension : suspensions) pauses.push_back({suspension.from, suspension.until});
    std::sort(pauses.begin(), pauses.end(), [](const Pause& a, const Pause& b) { return a.from < b.from; });
    std::vector<Pause> united;
    for (const Pause& pause : pauses) {
        if (!united.empty() && (!united.back().until || pause.from <= *united.back().until)) {
            Pause& last = united.back();
            if (last.until) last.until = pause.until ? std::max(*last.until, *pause.until) : pause.until;
        } else {
            united.push_back(pause);
        }
    }
    return united;
}

const Pause* pause_on(const std::vector<Pause>& united, Day day) {
    const auto later = std::upper_bound(united.begin(), united.end(), day,
                                        [](Day d, const Pause& pause) { return d < pause.from; });
    if (later == united.begin() || !std::prev(later)->holds(day)) return nullptr;
    return &*std::prev(later);
}

}  // namespace tracker
