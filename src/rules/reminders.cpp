// SPDX-License-Identifier: MIT
#include "tracker/rules/reminders.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "rules/awaited_work.hpp"
#include "rules/by_name.hpp"
#include "rules/notices.hpp"
#include "rules/reminder_days.hpp"
#include "rules/told.hpp"
#include "tracker/rules/charges_by_entry.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {
namespace {

using About = Matter::About;

/// R10: what the monthly letter names isn't named again by a reminder before its due date of these days.
constexpr days quiet_after_monthly{2};

bool owed_by_client(const Obligation& item) {
    return item.owed_by == OwedBy::client && item.open();
}

/// Whether the monthly letter of a month, written on a day on which the item stood so, names it.
bool is_of_month(const Obligation& item, Period month, Day day) {
    return owed_by_client(item) && item.due <= last_day(month) &&
           (item.due >= first_day(month) || item.due < day);
}

class Decision {
  public:
    Decision(const LetterInput& input, const AlreadySaid& said, const LedgerOn& ledger_on)
        : in_(input),
          today_(input.today),
          said_(said),
          days_(input.rules, input.calendar),
          ledger_on_(ledger_on),
          charges_(input.facts),
          papers_(input.facts, input.calendar),
          items_today_(today_.obligations),
          charges_today_(today_.charges) {}

    LetterDecision decide() {
        letter_.on = today_.on;
        Notices notices(in_, said_);
        LetterDecision decision;
        decision.held_back = notices.decide(letter_);
        if (!days_.goes_out(today_.on) || said_.wrote_on(today_.on)) return decision;
        monthly();
        offsets();
        blocked_work();
        if (letter_.matters.empty()) return decision;
        letter_.in_service = today_.service == Service::active;
        if (warning_is_known()) letter_.warning = today_.warning;
        if (letter_.sort != LetterDue::Sort::reminder) add_overdue();
        std::stable_sort(letter_.items.begin(), letter_.items.end(),
                         [](const LetterItem& a, const LetterItem& b) { return a.item.due < b.item.due; });
        decision.due = std::move(letter_);
        return decision;
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

    /// Whether it isn't known yet that money which was due didn't come (R6a): no letter calls it overdue.
    [[nodiscard]] bool is_unproven(const Obligation& item) const {
        return item.outstanding && item.status == Status::overdue && in_.evidence.through < item.due;
    }
    /// A warning asks for charges that are due by the day: it waits with those that letters leave out.
    [[nodiscard]] bool warning_is_known() const {
        return std::none_of(today_.obligations.begin(), today_.obligations.end(),
                            [&](const Obligation& item) { return item.open() && is_unproven(item); });
    }

    /// The letter's item, there already or not.
    LetterItem& add(const Obligation& item) {
        const auto [at, fresh] =
            added_.emplace(std::tuple(item.period, item.kind, item.entry), letter_.items.size());
        if (!fresh) return letter_.items[at->second];
        LetterItem& added = letter_.items.emplace_back();
        added.item = item;
        added.late = item.status == Status::overdue && !is_unproven(item);
        if (const Charge* const one_off = charges_.of(item)) added.text = one_off->text;
        if (const Duty* const duty = find_duty(in_.facts, item.kind, item.period)) added.text = duty->text;
        if (const ChargeState* const charge = charges_today_.find(item)) added.charged = charge->amount;
        return added;
    }
    [[nodiscard]] bool is_added(const Obligation& item) const {
        return added_.contains({item.period, item.kind, item.entry});
    }

    /// All that is overdue; and while a suspension holds, the charges that money covers first.
    void add_overdue() {
        for (const Obligation& item : today_.obligations) {
            if (owed_by_client(item) && item.status == Status::overdue &&
                (letter_.to_pay.minor > 0 || !is_unproven(item)))
                add(item);
        }
        if (letter_.to_pay.minor == 0) return;
        for (const ChargeState& charge : up_to_arrears(today_)) {
            const Obligation* const item = items_today_.find(charge);
            if (item && owed_by_client(*item) && item->status != Status::overdue)
                add(*item).covered_first = true;
        }
    }

    // R10 (a): on the monthly day, all that the client owes that falls due in the month or is overdue.
    void monthly() {
        Matter matter;
        matter.period = days_.last_month(today_.on);
        const Day day = days_.of_month(matter.period);
        if (day < in_.rules.from || said_.has(matter)) return;
        // Before the state of that day is asked for, which takes all facts: most owe nothing.
        const auto may_be_told = [&](const Obligation& item) {
            return owed_by_client(item) && (item.extended || item.due <= last_day(matter.period));
        };
        if (std::none_of(today_.obligations.begin(), today_.obligations.end(), may_be_told)) return;
        bool any = false;
        for (const Obligation& then : state_on(day).obligations) {
            if (is_of_month(then, matter.period, day)) any = add_if_open(then) || any;
        }
        if (any) letter_.matters.push_back(matter);
    }

    /// Adds what was open on an earlier day as it is today, if it still is.
    bool add_if_open(const Obligation& then) {
        const Obligation* const item = items_today_.find(then);
        if (!item || !owed_by_client(*item) || is_unproven(*item)) return false;
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
            if (!owed_by_client(item) || is_unproven(item)) continue;
            const auto matter = last_offset(item);
            if (!matter) continue;
            const Day day = days_.at_offset(item.due, matter->offset);
            if (day < in_.rules.from || said_.has_item(*matter, day)) continue;
            if (matter->offset < 0 && named_by_monthly(item, day)) continue;
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

    // R10: once, of work of ours whose papers aren't all here, so many days before it is due.
    void blocked_work() {
        if (in_.rules.blocked_before == 0) return;
        for (const Obligation& item : today_.obligations) {
            if (item.owed_by != OwedBy::us || !item.open() || item.status == Status::withheld) continue;
            const Day day = days_.at_offset(item.due, -in_.rules.blocked_before);
            if (day > today_.on || day < in_.rules.from) continue;
            const Matter matter{About::blocked, item.period, item.kind, 0, 0, {}};
            if (said_.has(matter)) continue;
            std::vector<WorkInput> missing = papers_.of(item, today_.on);
            if (missing.empty()) continue;
            letter_.matters.push_back(matter);
            letter_.blocked.push_back({item, std::move(missing)});
        }
        std::stable_sort(letter_.blocked.begin(), letter_.blocked.end(),
                         [](const AwaitedWork& a, const AwaitedWork& b) { return a.item.due < b.item.due; });
    }

    /// The last of the offsets that the day has reached.
    [[nodiscard]] std::optional<Matter> last_offset(const Obligation& item) const {
        std::optional<Matter> last;
        for (const int offset : in_.rules.offsets) {
            if (days_.at_offset(item.due, offset) > today_.on) break;
            last = Matter{About::item, item.period, item.kind, item.entry, offset, {}};
        }
        return last;
    }

    /// Whether a monthly letter names the item, this one or one of the last days, so that the reminder before
    /// the due date, which was to come on `day`, would say it again.
    bool named_by_monthly(const Obligation& item, Day day) {
        const bool now = !letter_.matters.empty() && letter_.matters.back().about == About::monthly;
        if (now && is_added(item)) return true;
        for (const auto& [written, month] : said_.monthly()) {
            if (written + quiet_after_monthly < day || written > today_.on) continue;
            // It named what was open on its day, however late it was written.
            const Day asked = days_.of_month(month);
            const ByName then(state_on(asked).obligations);
            if (const Obligation* const held = then.find(item); held && is_of_month(*held, month, asked))
                return true;
        }
        return false;
    }

    /// Whether the item was open and due then as it is now: a charge recorded since was not.
    static bool was_due(const Obligation& item, const ByName<Obligation>& then) {
        const Obligation* const held = then.find(item);
        return held && owed_by_client(*held) && held->due == item.due;
    }

    const LetterInput& in_;
    const Ledger& today_;
    const AlreadySaid& said_;
    ReminderDays days_;
    const LedgerOn& ledger_on_;
    ChargesByEntry charges_;
    MissingPapers papers_;
    ByName<Obligation> items_today_;
    ByName<ChargeState> charges_today_;
    std::optional<Ledger> earlier_;
    std::map<std::tuple<Period, Kind, std::int64_t>, std::size_t> added_;  ///< in the letter's items
    LetterDue letter_;
};

}  // namespace

Day letters_through(Day on) {
    return last_day(period_of(on) + 1);
}

LetterDecision letter_due(const LetterInput& input, const LedgerOn& ledger_on) {
    const AlreadySaid said(input.letters);
    return Decision(input, said, ledger_on).decide();
}

}  // namespace tracker
