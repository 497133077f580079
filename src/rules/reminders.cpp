// SPDX-License-Identifier: MIT
#include "tracker/rules/reminders.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rules/by_name.hpp"
#include "rules/told.hpp"
#include "tracker/rules/charges_by_entry.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/suspension.hpp"

namespace tracker {
namespace {

using About = Matter::About;

bool owed_by_client(const Obligation& item) {
    return item.owed_by == OwedBy::client && item.open();
}

/// The monthly reminder's day in a month.
Day monthly_day(Period month, const ReminderRules& rules) {
    return day_in(month, rules.monthly_day);
}

class Decision {
  public:
    Decision(const CarriedFacts& facts, const Ledger& today, const ReminderRules& rules,
             const AlreadySaid& told, const LedgerOn& ledger_on)
        : today_(today),
          rules_(rules),
          told_(told),
          ledger_on_(ledger_on),
          charges_(facts),
          items_today_(today.obligations) {}

    std::optional<LetterDue> decide() {
        letter_.on = today_.on;
        notices();
        monthly();
        offsets();
        if (letter_.matters.empty()) return std::nullopt;
        letter_.warning = today_.warning;
        if (letter_.sort != LetterDue::Sort::reminder) add_overdue();
        std::stable_sort(letter_.items.begin(), letter_.items.end(),
                         [](const LetterItem& a, const LetterItem& b) { return a.item.due < b.item.due; });
        return std::move(letter_);
    }

  private:
    /// The state of an earlier day: most runs need none. One is kept at a time, since a client who was not
    /// written to for long may want those of many days.
    const Ledger& state_on(Day day) {
        if (day == today_.on) return today_;
        if (!earlier_ || earlier_->on != day) {
            earlier_.reset();
            earlier_ = ledger_on_(day);
        }
        return *earlier_;
    }

    void add(const Obligation& item) {
        if (!added_.emplace(item.period, item.kind, item.entry).second) return;
        const Charge* const charge = charges_.of(item);
        letter_.items.push_back({item, charge ? charge->text : std::string()});
    }

    void add_overdue() {
        for (const Obligation& item : today_.obligations) {
            if (owed_by_client(item) && item.status == Status::overdue) add(item);
        }
    }

    // R10 (a): on the monthly day, all that the client owes that falls due in the month or is overdue.
    void monthly() {
        Period month = period_of(today_.on);
        if (monthly_day(month, rules_) > today_.on) month = month - 1;
        const Day day = monthly_day(month, rules_);
        Matter matter;
        matter.period = month;
        if (day < rules_.from || told_.has(matter)) return;
        const Day month_ends = last_day(month);
        // Before the state of that day is asked for, which takes all facts: most owe nothing.
        const auto may_be_told = [&](const Obligation& item) {
            return owed_by_client(item) && (item.extended || item.due <= month_ends);
        };
        if (std::none_of(today_.obligations.begin(), today_.obligations.end(), may_be_told)) return;
        bool any = false;
        for (const Obligation& then : state_on(day).obligations) {
            if (!owed_by_client(then) || then.due > month_ends) continue;
            if (then.due >= first_day(month) || then.due < day) any = add_if_open(then) || any;
        }
        if (any) letter_.matters.push_back(matter);
    }

    /// Adds what was open on an earlier day as it is today, if it still is.
    bool add_if_open(const Obligation& then) {
        const Obligation* const item = items_today_.find(then);
        if (!item || !owed_by_client(*item)) return false;
        add(*item);
        return true;
    }

    // R10 (b): an open item is told of on the days that lie at the offsets from its due date.
    void offsets() {
        struct Telling {
            const Obligation* item;
            Matter matter;
            bool true_then = false;
        };
        std::vector<Telling> tellings;
        std::map<Day, std::vector<std::size_t>> by_day;
        for (const Obligation& item : today_.obligations) {
            if (!owed_by_client(item)) continue;
            const auto matter = last_offset(item);
            if (!matter) continue;
            const Day day = item.due + days{matter->offset};
            if (day < rules_.from || told_.has_item(*matter, day)) continue;
            by_day[day].push_back(tellings.size());
            tellings.push_back({&item, *matter});
        }
        for (const auto& [day, of_day] : by_day) {
            const ByName then(state_on(day).obligations);
            for (const std::size_t i : of_day) tellings[i].true_then = was_due(*tellings[i].item, then);
        }
        for (const Telling& telling : tellings) {
            if (!telling.true_then) continue;
            letter_.matters.push_back(telling.matter);
            add(*telling.item);
        }
    }

    /// The last of the offsets that the day has reached.
    [[nodiscard]] std::optional<Matter> last_offset(const Obligation& item) const {
        std::optional<Matter> last;
        for (const int offset : rules_.offsets) {
            if (item.due + days{offset} > today_.on) break;
            last = Matter{About::item, item.period, item.kind, item.entry, offset, {}};
        }
        return last;
    }

    /// Whether the item was open and due then as it is now: a charge recorded since was not.
    static bool was_due(const Obligation& item, const ByName<Obligation>& then) {
        const Obligation* const held = then.find(item);
        return held && owed_by_client(*held) && held->due == item.due;
    }

    void notices() {
        if (today_.service == Service::ended) return;
        for (auto one = today_.suspensions.rbegin(); one != today_.suspensions.rend(); ++one) {
            if (one->reason != Reason::no_payment || one->from > today_.on) continue;
            Matter notice;
            notice.about = About::suspension;
            notice.from = one->from;
            if (one->holds(today_.on)) {
                if (one->from >= rules_.from && !told_.has(notice)) suspended(notice, *one);
                return;
            }
            // Of those that are over, the last one that the client was told of.
            if (!told_.has(notice)) continue;
            Matter over = notice;
            over.about = About::reinstatement;
            const Day until = service_again(*one);
            if (!today_.paused_since && until >= rules_.from && !told_.has(over))
                reinstated(over, *one, until);
            return;
        }
    }

    /// The day from which there is service again after a suspension that is over: a manual one may have gone
    /// on.
    [[nodiscard]] Day service_again(const Suspension& suspension) const {
        const Pause* const pause = pause_on(today_.pauses, suspension.from);
        return pause && pause->until ? *pause->until : *suspension.until;
    }

    void suspended(const Matter& matter, const Suspension& suspension) {
        letter_.sort = LetterDue::Sort::suspension;
        letter_.matters.push_back(matter);
        letter_.pause = suspension;
        // Paid, but paused by record as well: what is known is not when service resumes.
        if (today_.service != Service::resuming)
            letter_.pause->until = letter_.pause->cleared_on = std::nullopt;
        for (const Suspension& other : today_.suspensions) {
            if (other.reason == Reason::manual && other.holds(today_.on)) letter_.other_pause = other;
        }
        letter_.to_pay = arrears(today_);
        for (const Obligation& item : today_.obligations) {
            if (item.status == Status::withheld) letter_.withheld.push_back(item);
        }
    }

    void reinstated(const Matter& matter, const Suspension& suspension, Day until) {
        letter_.sort = LetterDue::Sort::reinstatement;
        letter_.matters.push_back(matter);
        letter_.pause = suspension;
        letter_.pause->until = until;
        for (const Obligation& item : today_.obligations) {
            if (item.owed_by == OwedBy::us && item.caught_up && item.open() && item.due == until)
                letter_.catch_up.push_back(item);
        }
    }

    const Ledger& today_;
    const ReminderRules& rules_;
    const AlreadySaid& told_;
    const LedgerOn& ledger_on_;
    ChargesByEntry charges_;
    ByName<Obligation> items_today_;
    std::optional<Ledger> earlier_;
    std::set<std::tuple<Period, Kind, std::int64_t>> added_;  // to the letter's items
    LetterDue letter_;
};

}  // namespace

Day letters_through(Day on) {
    return last_day(period_of(on) + 1);
}

std::optional<LetterDue> letter_due(const CarriedFacts& facts, const Ledger& today,
                                    const ReminderRules& rules, const std::vector<LetterState>& held,
                                    const LedgerOn& ledger_on) {
    const AlreadySaid told(held);
    if (told.wrote_on(today.on)) return std::nullopt;
    return Decision(facts, today, rules, told, ledger_on).decide();
}

bool tells_of_what_is_over(const BroughtForward& brought, const std::vector<LetterState>& held) {
    if (!brought.over || held.empty()) return false;
    const AlreadySaid told(held);
    std::set<Day> there;
    for (const Suspension& one : brought.suspensions) there.insert(one.from);
    const auto suspensions = told.suspensions();
    return std::any_of(suspensions.begin(), suspensions.end(), [&](const Matter& notice) {
        Matter over = notice;
        over.about = About::reinstatement;
        return !there.contains(notice.from) && !told.has(over);
    });
}

std::vector<Matter> matters_of_suspension(const Ledger& today) {
    for (auto suspension = today.suspensions.rbegin(); suspension != today.suspensions.rend(); ++suspension) {
        if (suspension->reason != Reason::no_payment || suspension->from > today.on) continue;
        const bool over = !suspension->holds(today.on);
        Matter matter;
        matter.about = over ? About::reinstatement : About::suspension;
        matter.from = suspension->from;
        return {matter};
    }
    return {};
}

std::vector<Matter> matters_of_kind(const Ledger& today, Kind kind, const ReminderRules& rules) {
    std::vector<Matter> matters;
    for (const Obligation& item : today.obligations) {
        if (item.kind != kind || !owed_by_client(item) || item.due > letters_through(today.on)) continue;
        Matter matter{About::item, item.period, item.kind, item.entry, 0, {}};
        matter.offset = rules.offsets.empty() ? 0 : rules.offsets.front();
        for (const int offset : rules.offsets) {
            if (item.due + days{offset} <= today.on) matter.offset = offset;
        }
        matters.push_back(matter);
    }
    return matters;
}

std::map<Day, Day> notices_given(const std::vector<LetterState>& held) {
    std::map<Day, Day> given;
    for (const LetterState& state : held) {
        const auto matters = read_matters(state.letter.about);
        if (!state.told() || !matters) continue;
        for (const Matter& matter : *matters) {
            if (matter.about != About::suspension) continue;
            const auto [first, fresh] = given.emplace(matter.from, state.letter.date);
            if (!fresh) first->second = std::min(first->second, state.letter.date);
        }
    }
    return given;
}

}  // namespace tracker
