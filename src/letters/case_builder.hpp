// SPDX-License-Identifier: MIT
// Builds one invented letter step by step. Knows no ledger: what a letter says is set here by hand.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "letters/letter_cases.hpp"

namespace tracker {

constexpr Day november(int day) {
    return date::sys_days{date::year{2026} / 11 / 1} + days{day - 1};
}

inline constexpr Period this_month{2026 * 12 + 10};
inline constexpr Period last_month{2026 * 12 + 9};
inline constexpr Kind vat_return{"vat-return"};
inline constexpr Money fee{600000};
inline constexpr Money part_that_came{123400};
/// A client whose name looks like what a template is made of.
inline constexpr std::string_view odd_name = "ООО «A & B <\"{{contract}}\" {{#items}}> 🌼»";

class CaseBuilder {
  public:
    CaseBuilder(std::string name, LetterDue::Sort sort, Day on) {
        made_.name = std::move(name);
        made_.client.name = "ООО «Неуловимый»";
        made_.contract.number = "12/26";
        made_.contract.signed_on = date::sys_days{date::year{2026} / 8 / 27};
        made_.contract.clause = "п. 4.2";
        made_.firm = "Бухгалтерия «Счёт»";
        made_.letter.sort = sort;
        made_.letter.on = on;
    }

    CaseBuilder& client(std::string name) {
        made_.client.name = std::move(name);
        return *this;
    }
    CaseBuilder& without_options() {
        made_.contract.signed_on.reset();
        made_.contract.clause.clear();
        made_.firm.clear();
        return *this;
    }
    CaseBuilder& papers(Kind kind, Day due) {
        LetterItem& item = made_.letter.items.emplace_back();
        item.item = obligation(kind, last_month, due, made_.letter.on);
        item.late = item.item.status == Status::overdue;
        return *this;
    }
    CaseBuilder& money(Kind kind, Period period, Day due, Money outstanding, std::string text = {}) {
        LetterItem item;
        item.item = obligation(kind, period, due, made_.letter.on);
        item.text = std::move(text);
        item.item.outstanding = outstanding;
        item.charged = outstanding + part_that_came;
        item.late = item.item.status == Status::overdue;
        const bool over = made_.letter.sort == LetterDue::Sort::reinstatement;
        if (item.late && made_.letter.pause && !over) made_.letter.to_pay += outstanding;
        made_.letter.items.push_back(std::move(item));
        return *this;
    }
    /// A fee whose due date was put off, but which money covers before what is overdue.
    CaseBuilder& money_put_off(Period period, Day due, Money outstanding) {
        money(kinds::payment, period, due, outstanding);
        made_.letter.items.back().covered_first = true;
        made_.letter.to_pay += outstanding;
        return *this;
    }
    CaseBuilder& paid_back(Money amount) {
        made_.letter.to_pay += amount;
        return *this;
    }
    CaseBuilder& receives(Day day, Money amount) {
        made_.letter.received.push_back({day, amount});
        return *this;
    }
    CaseBuilder& takes_back(Day from, Day told_on) {
        made_.letter.withdrawn.push_back({from, told_on});
        return *this;
    }
    CaseBuilder& in_service() {
        made_.letter.in_service = true;
        return *this;
    }
    /// Nothing came of the last item.
    CaseBuilder& all_of_it() {
        made_.letter.items.back().charged = *made_.letter.items.back().item.outstanding;
        return *this;
    }
    CaseBuilder& warns(Day pauses_on, Money amount) {
        made_.letter.warning = Warning{pauses_on, amount};
        return *this;
    }
    /// Service resumes on the day of payment.
    CaseBuilder& pause(Kind kind = kinds::payment) {
        Suspension& pause = made_.letter.pause.emplace();
        pause.from = november(16);
        pause.cause_kind = kind;
        pause.cause_period = this_month;
        pause.cause_due = november(10);
        pause.cause_deadline = november(15);
        pause.cause_outstanding = Money{600000};
        made_.letter.resume_days = 0;
        return *this;
    }
    CaseBuilder& resumes_after(std::optional<int> working_days) {
        made_.letter.resume_days = working_days;
        return *this;
    }
    CaseBuilder& paused_by_record(Day from, std::optional<Day> until) {
        Suspension& pause = made_.letter.other_pause.emplace();
        pause.reason = Reason::manual;
        pause.from = from;
        pause.until = until;
        return *this;
    }
    CaseBuilder& ends(Day cleared_on, Day until) {
        made_.letter.pause->cleared_on = cleared_on;
        made_.letter.pause->until = until;
        return *this;
    }
    CaseBuilder& withholds(Kind kind, Period period, Day due) {
        made_.letter.withheld.push_back(ours(kind, period, due, made_.letter.on, Status::withheld));
        return *this;
    }
    CaseBuilder& catches_up(Kind kind, Period period) {
        const Day due = *made_.letter.pause->until;
        const Status status = due < made_.letter.on ? Status::overdue : Status::due;
        made_.letter.catch_up.push_back({ours(kind, period, due, made_.letter.on, status), {}});
        return *this;
    }
    /// The work that was caught up last can't be done without papers.
    CaseBuilder& without(Kind kind) {
        made_.letter.catch_up.back().missing.push_back({kind, last_month, november(5), {}});
        return *this;
    }
    CaseBuilder& waits(Kind work, Day due, const std::vector<Kind>& papers) {
        AwaitedWork made{ours(work, last_month, due, made_.letter.on, Status::blocked), {}};
        made.item.months = every::quarter;
        for (const Kind kind : papers) made.missing.push_back({kind, last_month, november(5), {}});
        made_.letter.blocked.push_back(std::move(made));
        return *this;
    }
    operator LetterCase() const { return made_; }

  private:
    static Obligation obligation(Kind kind, Period period, Day due, Day on) {
        Obligation made;
        made.kind = kind;
        made.period = period;
        made.scheduled = made.due = due;
        made.days = static_cast<int>((on - due).count());
        made.status = due < on ? Status::overdue : due == on ? Status::due : Status::upcoming;
        return made;
    }

    static Obligation ours(Kind kind, Period period, Day due, Day on, Status status) {
        Obligation made = obligation(kind, period, due, on);
        made.owed_by = OwedBy::us;
        made.status = status;
        made.caught_up = status != Status::withheld && status != Status::blocked;
        return made;
    }

    LetterCase made_;
};

}  // namespace tracker
