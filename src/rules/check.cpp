// SPDX-License-Identifier: MIT
#include "tracker/rules/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rules/findings.hpp"
#include "tracker/base/error.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {
namespace {

class Checker {
  public:
    Checker(const ContractFacts& facts, const Calendar& calendar)
        : facts_(facts), schedule_(facts, calendar) {}

    std::vector<Finding> run() {
        contract();
        amendments();
        check_schedule(facts_, schedule_, findings_);
        fulfilments();
        extensions();
        waivers();
        money();
        suspensions();
        return std::move(findings_.all);
    }

  private:
    template <class... Args>
    void find(const Recorded& fact, fmt::format_string<Args...> what, Args&&... args) {
        findings_.find(fact, what, std::forward<Args>(args)...);
    }

    void contract() {
        const Contract& c = facts_.contract;
        if (c.ends && *c.ends < c.starts) {
            find(c.recorded, "the contract ends on {}, before it starts on {}", format(*c.ends),
                 format(c.starts));
        }
        terms(c.recorded, c.fee, c.grace, c.resume);
        if (c.pay_day < 1 || c.pay_day > 31)
            find(c.recorded, "pay day {} is not a day of a month: 1 to 31", c.pay_day);
    }

    void terms(const Recorded& fact, Money fee, int grace, int resume) {
        if (fee.minor < 0) find(fact, "fee {} is negative", format(fee));
        if (grace < 0 || grace > 366) find(fact, "grace of {} days is out of range: 0 to 366", grace);
        if (resume < 0 || resume > 60)
            find(fact, "resumption of {} working days is out of range: 0 to 60", resume);
    }

    void amendments() {
        std::set<Period> seen;
        for (const Amendment& a : facts_.amendments) {
            terms(a.recorded, a.fee.value_or(Money{}), a.grace.value_or(0), a.resume.value_or(0));
            if (!a.fee && !a.grace && !a.resume)
                find(a.recorded, "the terms from {} change nothing", format(a.from));
            if (!seen.insert(a.from).second)
                find(a.recorded, "terms from {} are recorded already", format(a.from));
        }
    }

    /// False, with a finding, if the contract has no such line or period. What would have fallen due before
    /// the contract starts is let pass: the work was done before the tracker kept the contract, and the fact
    /// harms nothing (R1).
    bool exists(const Recorded& fact, Kind kind, Period period) {
        if (find_duty(facts_, kind, period)) return true;
        const Line* const line = schedule_.line(kind, period);
        if (kind == kinds::charge) {
            find(fact, "a one-off charge can't be fulfilled, extended or waived: undo it, or credit it");
        } else if (line && !line->months.has(period)) {
            const auto nearest = schedule_.nearest(kind, period);
            find(fact, "there is no '{}' for {}{}", kind.text(), format(period),
                 nearest ? fmt::format(": the nearest period is {}", format(*nearest, line->months)) : "");
        } else if (!schedule_.covers(period) && !(line && schedule_.due(kind, *line, period))) {
            const auto ends = facts_.contract.ends;
            find(fact, "period {} is outside contract '{}', in force from {} to {}", format(period),
                 facts_.contract.number, format(facts_.contract.starts),
                 ends ? format(*ends) : "further notice");
        } else if (!line) {
            find(fact, "the schedule has no line '{}' for {}: see 'tracker schedule show'", kind.text(),
                 format(period));
        } else if (kind == kinds::payment && !schedule_.due(kind, period)) {
            find(fact, "there is no obligation 'payment' for {}: the period has no fee", format(period));
        } else {
            return true;
        }
        return false;
    }

    void fulfilments() {
        std::map<std::pair<Period, Kind>, const Fulfilment*> seen;
        for (const Fulfilment& f : facts_.fulfilments) {
            if (f.kind == kinds::payment) {
                find(f.recorded, "a payment is fulfilled by money: record it with 'tracker pay'");
                continue;
            }
            const auto [held, fresh] = seen.emplace(std::pair(f.period, f.kind), &f);
            if (!fresh) {
                find(f.recorded, "'{}' for {} is recorded as done on {}: undo change {} first", f.kind.text(),
                     format(f.period), format(held->second->date), held->second->recorded.added);
            } else {
                exists(f.recorded, f.kind, f.period);
            }
        }
    }

    [[nodiscard]] std::optional<Day> scheduled(Kind kind, Period period) const {
        const Duty* const one = find_duty(facts_, kind, period);
        return one ? one->due : schedule_.due(kind, period);
    }

    /// Each is later than the due date that it replaces (R2), which an earlier one may have put off. Of two
    /// that contradict each other the one recorded later is at fault.
    void extensions() {
        std::vector<const Extension*> in_order;
        for (const Extension& e : facts_.extensions) in_order.push_back(&e);
        const auto granted = [](const Extension* e) {
            return std::tie(e->kind, e->period, e->date, e->recorded.entry);
        };
        std::sort(in_order.begin(), in_order.end(),
                  [&](const Extension* a, const Extension* b) { return granted(a) < granted(b); });
        const Extension* before = nullptr;
        for (const Extension* const e : in_order) {
            const bool replaces = before && before->kind == e->kind && before->period == e->period;
            const Extension* const replaced = replaces ? before : nullptr;
            before = e;
            if (!exists(e->recorded, e->kind, e->period)) continue;
            const auto due = replaced ? std::optional(replaced->until) : scheduled(e->kind, e->period);
            if (!due || e->until > *due) continue;
            const bool at_fault = !replaced || replaced->recorded.added <= e->recorded.added;
            find(at_fault ? e->recorded : replaced->recorded,
                 "'{}' for {} is due on {}{}: extend it until a later day than {}", e->kind.text(),
                 format(e->period), format(*due), replaced ? ", as extended" : "", format(e->until));
        }
    }

    void waivers() {
        std::map<std::pair<Period, Kind>, const Waiver*> seen;
        for (const Waiver& w : facts_.waivers) {
            const auto [held, fresh] = seen.emplace(std::pair(w.period, w.kind), &w);
            if (!fresh) {
                find(w.recorded, "'{}' for {} is waived already, on {}", w.kind.text(), format(w.period),
                     format(held->second->date));
            } else {
                exists(w.recorded, w.kind, w.period);
            }
        }
    }

    void money() {
        for (const Charge& c : facts_.charges) {
            if (c.amount.minor <= 0)
                find(c.recorded, "a charge of {} is not an amount owed", format(c.amount));
            if (c.due < c.date) {
                find(c.recorded, "the charge is due on {}, before its date {}", format(c.due),
                     format(c.date));
            }
        }
        for (const Payment& p : facts_.payments) {
            if (p.amount.minor == 0) find(p.recorded, "a payment of 0.00 is no payment");
        }
        for (const Credit& c : facts_.credits) {
            if (c.amount.minor <= 0) find(c.recorded, "a credit of {} forgives nothing", format(c.amount));
        }
        try {  // the sums that every report makes must stay within 64 bits
            Money sum;
            for (const Charge& c : facts_.charges) sum += c.amount;
            Money paid;
            for (const Payment& p : facts_.payments) paid += p.amount;
            for (const Credit& c : facts_.credits) paid += c.amount;
        } catch (const InputError& error) {
            find(facts_.contract.recorded, "{}", error.what());
        }
    }

    void suspensions() {
        std::map<Day, const ManualSuspension*> latest;
        for (const ManualSuspension& s : facts_.suspensions) {
            if (s.until && *s.until <= s.from) {
                find(s.recorded, "the suspension ends on {}, which is not after its start {}",
                     format(*s.until), format(s.from));
                return;
            }
            const ManualSuspension*& held = latest[s.from];
            const auto order = [](const ManualSuspension* r) { return std::tie(r->date, r->recorded.entry); };
            if (!held || order(held) <= order(&s)) held = &s;
        }
        const ManualSuspension* before = nullptr;
        for (const auto& [from, record] : latest) {
            if (before && (!before->until || from < *before->until)) {
                const bool later = record->recorded.entry > before->recorded.entry;
                find((later ? record : before)->recorded,
                     "manual suspensions overlap: one from {} {}, one from {}", format(before->from),
                     before->until ? "until " + format(*before->until) : "without an end", format(from));
            }
            before = record;
        }
    }

    const ContractFacts& facts_;
    Schedule schedule_;
    Findings findings_;
};

}  // namespace

std::vector<Finding> check(const ContractFacts& facts, const Calendar& calendar) {
    return Checker(facts, calendar).run();
}

}  // namespace tracker
