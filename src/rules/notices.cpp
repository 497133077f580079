// SPDX-License-Identifier: MIT
#include "rules/notices.hpp"

#include <algorithm>
#include <utility>

#include "rules/awaited_work.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/rules/suspension.hpp"

namespace tracker {
namespace {

using About = Matter::About;

constexpr int days_of_work = 30;  // R10: the work of the next 30 days

Matter matter_of(About about, Day from) {
    Matter matter;
    matter.about = about;
    matter.from = from;
    return matter;
}

/// Of the fee that caused a suspension; all where it was a one-off charge.
Months months_of_cause(const Ledger& ledger, const Suspension& pause) {
    for (const ChargeState& charge : ledger.charges) {
        if (charge.kind == pause.cause_kind && charge.period == pause.cause_period) return charge.months;
    }
    return {};
}

/// The working days from payment to service, if they are the same in all months to come.
std::optional<int> resume_days(const LetterInput& input) {
    const Period month = period_of(input.today.on);
    const int days = Schedule(input.facts, input.calendar).terms(month).resume;
    const auto& amendments = input.facts.amendments;
    const bool changes = std::any_of(amendments.begin(), amendments.end(), [&](const Amendment& later) {
        return later.from > month && later.resume.value_or(days) != days;
    });
    return changes ? std::nullopt : std::optional(days);
}

const Suspension* manual_pause(const Ledger& ledger) {
    const Suspension* found = nullptr;
    for (const Suspension& one : ledger.suspensions) {
        if (one.reason == Reason::manual && one.holds(ledger.on)) found = &one;
    }
    return found;
}

/// Whether a suspension for non-payment begins on the day, as is known now.
bool begins(const CarriedFacts& facts, const Ledger& today, Day from) {
    const auto& over = facts.brought.over;
    return std::binary_search(over.begin(), over.end(), from) ||
           std::any_of(today.suspensions.begin(), today.suspensions.end(), [&](const Suspension& one) {
               return one.reason == Reason::no_payment && one.from == from;
           });
}

}  // namespace

std::vector<WrongNotice> wrong_notices(const CarriedFacts& facts, const Ledger& today,
                                       const AlreadySaid& said) {
    std::vector<WrongNotice> wrong;
    for (const auto& [from, notice] : said.suspensions()) {
        if (notice.last != About::withdrawal && from <= today.on && !begins(facts, today, from))
            wrong.push_back({from, notice.notified});
    }
    return wrong;
}

std::optional<Suspension> Notices::decide(LetterDue& letter) const {
    std::vector<WrongNotice> wrong = wrong_notices(in_.facts, in_.today, said_);
    if (in_.today.service == Service::ended) {
        if (!wrong.empty()) withdrawn(letter, nullptr, std::move(wrong));
        return std::nullopt;
    }
    const Suspension* const pause = unpaid_pause(in_.today);
    const NoticeSaid* const notice = pause ? said_.of_suspension(pause->from) : nullptr;
    if (pause && (!notice || notice->last != About::suspension)) {
        const bool day_is_over = pause->from < in_.today.on;
        if (!day_is_over || !is_proven(*pause, in_.evidence, in_.today.on)) return *pause;
        suspended(letter, *pause, std::move(wrong));
    } else if (!wrong.empty()) {
        withdrawn(letter, pause, std::move(wrong));
    } else if (pause) {
        if (!pause->cleared_on) part_paid(letter, *pause, *notice);
    } else {
        reinstated(letter);
    }
    return std::nullopt;
}

/// What came on each day by the payments that count, where it comes to anything.
template <class Counts>
std::vector<MoneyOfDay> Notices::money_of_days(Counts counts) const {
    std::map<Day, Money> came;
    for (const Payment& payment : in_.facts.payments) {
        if (payment.date <= in_.today.on && counts(payment)) came[payment.date] += payment.amount;
    }
    std::vector<MoneyOfDay> all;
    for (const auto& [day, amount] : came) {
        if (amount.minor > 0) all.push_back({day, amount});
    }
    return all;
}

void Notices::tell_of_pause(LetterDue& letter, const Suspension& pause) const {
    letter.pause = pause;
    letter.pause_months = months_of_cause(in_.today, pause);
    // Paid, but paused by record as well: what is known is not when service resumes.
    if (in_.today.service != Service::resuming) {
        letter.pause->until = letter.pause->cleared_on = std::nullopt;
    } else if (const Pause* united = pause_on(in_.today); united && united->until) {
        letter.pause->until = united->until;  // a touching one may go on (R6)
    }
    if (const Suspension* const manual = manual_pause(in_.today)) letter.other_pause = *manual;
    letter.to_pay = least_to_clear(in_.today);
    letter.resume_days = resume_days(in_);
}

void Notices::take_back(LetterDue& letter, std::vector<WrongNotice> wrong) const {
    for (const WrongNotice& one : wrong) letter.matters.push_back(matter_of(About::withdrawal, one.from));
    letter.withdrawn = std::move(wrong);
}

void Notices::suspended(LetterDue& letter, const Suspension& pause, std::vector<WrongNotice> wrong) const {
    letter.sort = LetterDue::Sort::suspension;
    letter.matters.push_back(matter_of(About::suspension, pause.from));
    tell_of_pause(letter, pause);
    take_back(letter, std::move(wrong));
    letter.began_before = pause.from < std::min(in_.rules.from, said_.first_day().value_or(in_.rules.from));
    for (const Obligation& item : in_.today.obligations) {
        if (item.status == Status::withheld && item.due <= in_.today.on + days{days_of_work})
            letter.withheld.push_back(item);
    }
}

void Notices::withdrawn(LetterDue& letter, const Suspension* pause, std::vector<WrongNotice> wrong) const {
    letter.sort = LetterDue::Sort::withdrawal;
    if (pause) tell_of_pause(letter, *pause);
    if (const Suspension* const manual = manual_pause(in_.today)) letter.other_pause = *manual;
    letter.received = money_of_days([&](const Payment& payment) {
        return std::any_of(wrong.begin(), wrong.end(), [&](const WrongNotice& one) {
            return payment.recorded.added > said_.of_suspension(one.from)->recorded &&
                   payment.date <= one.told_on;
        });
    });
    take_back(letter, std::move(wrong));
}

/// The money of each day since the suspension began that the notice didn't know of and that was not written
/// of.
void Notices::part_paid(LetterDue& letter, const Suspension& pause, const NoticeSaid& notice) const {
    letter.received = money_of_days([&](const Payment& payment) {
        const bool later = payment.date > notice.notified || payment.recorded.added > notice.recorded;
        return payment.date >= pause.from && later;
    });
    std::erase_if(letter.received,
                  [&](const MoneyOfDay& one) { return said_.has(matter_of(About::part_payment, one.date)); });
    if (letter.received.empty()) return;
    letter.sort = LetterDue::Sort::part_payment;
    for (const MoneyOfDay& one : letter.received)
        letter.matters.push_back(matter_of(About::part_payment, one.date));
    tell_of_pause(letter, pause);
}

/// Of the suspensions that are over, the last one that the client was told of; the day is the one from which
/// there is service again, since a manual one may have gone on.
void Notices::reinstated(LetterDue& letter) const {
    if (in_.today.paused_since) return;
    const auto& all = in_.today.suspensions;
    const auto told = std::find_if(all.rbegin(), all.rend(), [&](const Suspension& one) {
        return one.reason == Reason::no_payment && said_.of_suspension(one.from);
    });
    if (told == all.rend() || said_.of_suspension(told->from)->last != About::suspension) return;
    letter.sort = LetterDue::Sort::reinstatement;
    letter.matters.push_back(matter_of(About::reinstatement, told->from));
    letter.pause = *told;
    letter.pause_months = months_of_cause(in_.today, *told);
    const Pause* const united = pause_on(in_.today.pauses, told->from);
    const Day until = united && united->until ? *united->until : *told->until;
    letter.pause->until = until;
    MissingPapers papers(in_.facts, in_.calendar);
    for (const Obligation& item : in_.today.obligations) {
        if (item.owed_by == OwedBy::us && item.caught_up && item.open() && item.due == until)
            letter.catch_up.push_back({item, papers.of(item, in_.today.on)});
    }
}

}  // namespace tracker
