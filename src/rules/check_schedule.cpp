// SPDX-License-Identifier: MIT
// What the rules forbid in the lines of a schedule, and in duties beside them.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rules/findings.hpp"

namespace tracker {
namespace {

class ScheduleChecker {
  public:
    ScheduleChecker(const ContractFacts& facts, const Schedule& schedule, Findings& findings)
        : facts_(facts), schedule_(schedule), findings_(findings) {}

    void run() {
        lines();
        payment_lines();
        duties();
    }

  private:
    template <class... Args>
    void find(const Recorded& fact, fmt::format_string<Args...> what, Args&&... args) {
        findings_.find(fact, what, std::forward<Args>(args)...);
    }

    void lines() {
        std::set<std::pair<Kind, Period>> seen;
        for (const ScheduleLine& l : facts_.schedule) {
            if (l.kind == kinds::charge) {
                find(l.recorded,
                     "'charge' is no kind of a line: one-off charges are recorded with 'tracker charge'");
            }
            if (!seen.insert({l.kind, l.from}).second) {
                find(l.recorded, "a line '{}' from {} is recorded already", l.kind.text(), format(l.from));
            }
            if (!l.line) continue;
            if (l.line->day < 1 || l.line->day > 31) {
                find(l.recorded, "day {} is not a day of a month: 1 to 31", l.line->day);
            }
            if (l.line->offset < -12 || l.line->offset > 24) {
                find(l.recorded, "an offset of {} months is out of range: -12 to 24", l.line->offset);
            }
            if (l.kind == kinds::payment && l.line->owed_by == OwedBy::us) {
                find(l.recorded, "'payment' is owed by the client");
            }
            inputs(l);
        }
    }

    /// R7a: what a line of ours can wait for.
    void inputs(const ScheduleLine& l) {
        if (l.line->lead < 0 || l.line->lead > 60)
            find(l.recorded, "a lead of {} working days is out of range: 0 to 60", l.line->lead);
        if (!l.line->inputs.empty() && l.line->owed_by == OwedBy::client)
            find(l.recorded, "'{}' is owed by the client: only work of ours can need papers", l.kind.text());
        for (const Kind input : l.line->inputs.kinds()) {
            if (input == l.kind) {
                find(l.recorded, "'{}' can't need itself", l.kind.text());
            } else if (input == kinds::payment || input == kinds::charge) {
                find(l.recorded, "'{}' can't be needed for work: it is money", input.text());
            } else if (!is_owed_by(OwedBy::client, input)) {
                find(l.recorded, "'{}' needs '{}', {}", l.kind.text(), input.text(),
                     is_owed_by(OwedBy::us, input) ? "which is work of ours: name what the client owes"
                                                   : "which the contract has no line of: set that first");
            }
        }
    }

    [[nodiscard]] bool is_owed_by(OwedBy side, Kind kind) const {
        const auto lines = schedule_.lines_of(kind);
        return std::any_of(lines.begin(), lines.end(),
                           [&](const auto& one) { return one.line && one.line->owed_by == side; }) ||
               std::any_of(facts_.duties.begin(), facts_.duties.end(),
                           [&](const Duty& duty) { return duty.kind == kind && duty.owed_by == side; });
    }

    /// R1b: no obligation of the same kind and period exists besides.
    void duties() {
        std::map<std::pair<Period, Kind>, const Duty*> seen;
        for (const Duty& duty : facts_.duties) {
            if (duty.kind == kinds::payment || duty.kind == kinds::charge) {
                find(duty.recorded, "money is no duty: record it with 'tracker charge'");
            } else if (const auto [other, fresh] = seen.emplace(std::pair(duty.period, duty.kind), &duty);
                       !fresh) {
                find(duty.recorded, "a duty '{}' for {} is recorded already, due on {}: see change {}",
                     duty.kind.text(), format(duty.period), format(other->second->due),
                     other->second->recorded.added);
            } else if (const auto due = schedule_.due(duty.kind, duty.period)) {
                find(duty.recorded, "the schedule has '{}' for {} already, due on {}", duty.kind.text(),
                     format(duty.period), format(*due));
            }
        }
    }

    /// R3: while there is a fee there is a line that says when it is due.
    void payment_lines() {
        for (const ScheduleLine& dropped : facts_.schedule) {
            if (dropped.kind != kinds::payment || dropped.line) continue;
            for (Period p = std::max(dropped.from, schedule_.first_period()); p <= schedule_.last_period();
                 ++p) {
                if (schedule_.line(kinds::payment, p)) break;
                if (schedule_.terms(p).fee.minor == 0) continue;
                find(dropped.recorded, "'payment' can't be dropped while there is a fee ({} for {})",
                     format(schedule_.terms(p).fee), format(p));
                break;
            }
        }
    }

    const ContractFacts& facts_;
    const Schedule& schedule_;
    Findings& findings_;
};

}  // namespace

void check_schedule(const ContractFacts& facts, const Schedule& schedule, Findings& findings) {
    ScheduleChecker(facts, schedule, findings).run();
}

}  // namespace tracker
