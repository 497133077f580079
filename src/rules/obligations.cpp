// SPDX-License-Identifier: MIT
#include "rules/obligations.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/rules/inputs.hpp"
#include "tracker/rules/suspension.hpp"

namespace tracker {
namespace {

/// Facts about obligations, dated by the day asked for, by period.
template <class Fact>
class Lookup {
  public:
    Lookup(const std::vector<Fact>& facts, Day on) {
        found_.reserve(facts.size());
        for (const Fact& fact : facts) {
            if (fact.date <= on) found_.push_back(&fact);
        }
        const auto before = [](const Fact* a, const Fact* b) { return a->period < b->period; };
        if (!std::is_sorted(found_.begin(), found_.end(), before))
            std::sort(found_.begin(), found_.end(), before);
    }

    /// The fact that counts, or null. Fast where periods are asked for in order.
    const Fact* find(Period period, Kind kind) {
        if (at_ > 0 && found_[at_ - 1]->period >= period) at_ = 0;
        while (at_ < found_.size() && found_[at_]->period < period) ++at_;
        const Fact* counts = nullptr;
        for (auto i = at_; i < found_.size() && found_[i]->period == period; ++i) {
            const Fact* fact = found_[i];
            if (fact->kind == kind && (!counts || is_later(*fact, *counts))) counts = fact;
        }
        return counts;
    }

  private:
    /// Of several facts about one obligation, the one dated last counts, then the one entered last.
    static bool is_later(const Fact& a, const Fact& b) {
        return std::tie(a.date, a.recorded.entry) > std::tie(b.date, b.recorded.entry);
    }

    std::vector<const Fact*> found_;
    std::size_t at_ = 0;
};

/// The lines of one kind, stepped through period by period.
class LineCursor {
  public:
    explicit LineCursor(const Schedule::KindLines& lines) : kind(lines.kind), lines_(lines.lines) {}

    /// The line in force; each call's period must not be before that of the call before.
    const Line* at(Period period) {
        while (next_ < lines_.size() && lines_[next_].from <= period) ++next_;
        return next_ > 0 ? lines_[next_ - 1].line : nullptr;
    }

    Kind kind;

  private:
    std::span<const Schedule::LineFrom> lines_;
    std::size_t next_ = 0;
};

class Decider {
  public:
    Decider(const CarriedFacts& facts, const Schedule& schedule, const Calendar& calendar,
            const Ledger& ledger)
        : schedule_(schedule),
          calendar_(calendar),
          ledger_(ledger),
          brought_(facts.brought),
          duties_(facts.duties),
          inputs_(facts, schedule),
          fulfilments_(facts.fulfilments, ledger.on),
          extensions_(facts.extensions, ledger.on),
          waivers_(facts.waivers, ledger.on) {
        const Period first = schedule.first_period();
        for (const ChargeState& charge : ledger.charges) {
            if (charge.kind != kinds::payment) continue;
            const auto at = static_cast<std::size_t>(charge.period - first);
            if (fees_.size() <= at) fees_.resize(at + 1, nullptr);
            fees_[at] = &charge;
        }
    }

    std::vector<Obligation> decide() {
        std::vector<LineCursor> cursors(schedule_.kinds().begin(), schedule_.kinds().end());
        for (const OpenItem& item : brought_.open) {
            if (const Line* line = schedule_.line(item.kind, item.period)) add(item.kind, *line, item.period);
        }
        const Period first = std::max(schedule_.first_period(), brought_.first);
        const Period last = schedule_.last_period_due_by(ledger_.through);
        if (last >= first) {
            made_.reserve(brought_.open.size() + cursors.size() * static_cast<std::size_t>(last - first + 1));
        }
        for (Period period = first; period <= last; ++period) {
            for (LineCursor& cursor : cursors) {
                if (const Line* line = cursor.at(period)) add(cursor.kind, *line, period);
            }
        }
        add_duties();
        for (const ChargeState& charge : ledger_.charges) {
            if (charge.kind == kinds::charge) add_charge(charge);
        }
        return std::move(made_);
    }

  private:
    void add(Kind kind, const Line& line, Period period) {
        const std::optional<Day> due = schedule_.due(kind, line, period);
        if (!due || *due > ledger_.through) return;
        Obligation& item = make(kind, period, line.owed_by, *due);
        item.months = line.months;
        const bool waived = waivers_.find(period, kind) != nullptr;
        if (kind == kinds::payment && !waived) take_charge(item, fee(period));
        if (item.owed_by == OwedBy::us && !line.inputs.empty()) await(item, line, waived);
        judge(item, waived, line.pause);
    }

    /// R1b: from its date on. Falls in among the others by period, then kind.
    void add_duties() {
        const std::size_t lines = made_.size();
        for (const Duty& duty : duties_) {
            if (duty.date > ledger_.on || duty.due > ledger_.through) continue;
            Obligation& item = make(duty.kind, duty.period, duty.owed_by, duty.due);
            judge(item, waivers_.find(duty.period, duty.kind) != nullptr, duty.pause);
        }
        if (made_.size() == lines) return;
        std::stable_sort(made_.begin(), made_.end(), [](const Obligation& a, const Obligation& b) {
            return std::tie(a.period, a.kind) < std::tie(b.period, b.kind);
        });
    }

    Obligation& make(Kind kind, Period period, OwedBy owed_by, Day scheduled) {
        Obligation& item = made_.emplace_back();
        item.kind = kind;
        item.period = period;
        item.owed_by = owed_by;
        item.scheduled = item.unmoved = scheduled;
        if (const Extension* extension = extensions_.find(period, kind)) {
            item.unmoved = extension->until;
            item.extended = true;
        }
        item.due = item.unmoved;
        if (const Fulfilment* fulfilment = fulfilments_.find(period, kind)) item.done_on = fulfilment->date;
        return item;
    }

    /// R7a: what is done is judged by its inputs on the day on which it was.
    void await(Obligation& item, const Line& line, bool waived) const {
        const auto state = inputs_.state(line, item.period, item.done_on.value_or(ledger_.on));
        item.blocked = state.blocked;
        if (waived || state.blocked || !state.last_late) return;
        const Day moved = calendar_.working_day_after(*state.last_late, line.lead);
        if (moved <= item.due) return;
        item.due = moved;
        item.awaited = true;
    }

    void add_charge(const ChargeState& charge) {
        Obligation& item = made_.emplace_back();
        item.kind = kinds::charge;
        item.period = charge.period;
        item.scheduled = item.unmoved = item.due = charge.due;
        item.entry = charge.entry;
        take_charge(item, &charge);
        judge(item, false, InPause::owed);
    }

    [[nodiscard]] const ChargeState* fee(Period period) const {
        const auto at = static_cast<std::size_t>(period - schedule_.first_period());
        return at < fees_.size() ? fees_[at] : nullptr;
    }

    static void take_charge(Obligation& item, const ChargeState* charge) {
        if (!charge) return;
        item.done_on = charge->paid_on;
        item.outstanding = charge->outstanding;
    }

    /// R7: true if withheld on the day; moves the due date of work that is caught up after the pause.
    [[nodiscard]] bool withhold(Obligation& item) const {
        const Pause* const pause = pause_on(ledger_.pauses, item.due);
        if (!pause || pause->from > ledger_.on) return false;
        if (item.done_on && (!pause->until || *item.done_on < *pause->until)) return false;
        if (pause->holds(ledger_.on)) return true;
        item.due = *pause->until;
        item.caught_up = true;
        return false;
    }

    /// R8, the first that holds, with R7 before it.
    void judge(Obligation& item, bool waived, InPause pause) const {
        const bool withheld =
            item.owed_by == OwedBy::us && !waived && pause == InPause::withheld && withhold(item);
        const auto late = static_cast<int>((ledger_.on - item.due).count());
        item.days = late;
        if (item.done_on) {
            item.status = Status::done;
            item.days = item.blocked ? 0 : std::max(0, static_cast<int>((*item.done_on - item.due).count()));
        } else if (waived) {
            item.status = Status::waived;
            item.days = 0;
        } else if (withheld) {
            item.status = Status::withheld;
        } else if (item.blocked) {
            item.status = Status::blocked;
        } else {
            item.status = late < 0 ? Status::upcoming : late == 0 ? Status::due : Status::overdue;
        }
    }

    const Schedule& schedule_;
    const Calendar& calendar_;
    const Ledger& ledger_;
    const BroughtForward& brought_;
    const std::vector<Duty>& duties_;
    ContractInputs inputs_;
    Lookup<Fulfilment> fulfilments_;
    Lookup<Extension> extensions_;
    Lookup<Waiver> waivers_;
    std::vector<const ChargeState*> fees_;  // by period from the first
    std::vector<Obligation> made_;
};

}  // namespace

std::vector<Obligation> decide_obligations(const CarriedFacts& facts, const Schedule& schedule,
                                           const Calendar& calendar, const Ledger& ledger) {
    return Decider(facts, schedule, calendar, ledger).decide();
}

}  // namespace tracker
