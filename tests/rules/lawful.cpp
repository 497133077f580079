// SPDX-License-Identifier: MIT
// What the rules allow, checked the slow way (R1b, R2, R3, R6).
#include "lawful.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/model/model.hpp"

namespace tracker::gen {
namespace {

std::vector<ManualSuspension> known_on(const std::vector<ManualSuspension>& records, Day day) {
    std::vector<ManualSuspension> known;
    for (const ManualSuspension& record : records) {
        if (record.date > day) continue;
        bool superseded = false;
        for (const ManualSuspension& other : records)
            superseded = superseded || (other.from == record.from && other.date <= day &&
                                        std::tuple(other.date, other.recorded.entry) >
                                            std::tuple(record.date, record.recorded.entry));
        if (!superseded) known.push_back(record);
    }
    return known;
}

}  // namespace

Period Lawful::first_period() const {
    return model::month_of(starts());
}

Kind Lawful::kind(int choice) const {
    std::vector<Kind> some;
    for (const Kind kind : model::all_kinds(made.facts))
        if (kind != kinds::payment) some.push_back(kind);
    for (const Duty& duty : made.facts.duties)
        if (std::find(some.begin(), some.end(), duty.kind) == some.end()) some.push_back(duty.kind);
    return some[static_cast<std::size_t>(choice) % some.size()];
}

void Lawful::mark(Day day, bool off) {
    const date::weekday weekday{day};
    const bool weekend = weekday == date::Saturday || weekday == date::Sunday;
    const HolidayKind kind = off       ? HolidayKind::holiday
                             : weekend ? HolidayKind::workday
                                       : HolidayKind::short_day;
    made.holidays.push_back({{}, day, kind, ""});
}

void Lawful::amend(const Amendment& amendment) {
    for (const Amendment& other : made.facts.amendments)
        if (other.from == amendment.from) return;
    made.facts.amendments.push_back(amendment);
}

void Lawful::set_line(const ScheduleLine& line) {
    for (const ScheduleLine& other : made.facts.schedule)
        if (other.kind == line.kind && other.from == line.from) return;
    made.facts.schedule.push_back(line);
}

void Lawful::keep_payment_line() {
    bool kept = true;
    for (Period period = first_period(); period < first_period() + 40; ++period)
        if (model::terms_of(made.facts, period).fee.minor > 0 &&
            !model::line_of(made.facts, kinds::payment, period))
            kept = false;
    if (kept) return;
    std::erase_if(made.facts.schedule,
                  [](const auto& set) { return set.kind == kinds::payment && !set.line; });
}

void Lawful::add_duty(const Duty& duty) {
    for (const Item& other : items(duty.kind))
        if (other.period == duty.period) return;
    if (!model::scheduled_due(made.facts, made.holidays, duty.kind, duty.period))
        made.facts.duties.push_back(duty);
}

std::vector<Lawful::Item> Lawful::items(Kind kind) const {
    std::vector<Item> found;
    for (Period period = first_period(); period < first_period() + 12; ++period)
        if (const auto due = model::scheduled_due(made.facts, made.holidays, kind, period))
            found.push_back({kind, period, *due});
    for (const Duty& duty : made.facts.duties)
        if (duty.kind == kind) found.push_back({kind, duty.period, duty.due});
    return found;
}

std::optional<Day> Lawful::due(Kind kind, int choice, Period& period) const {
    const std::vector<Item> some = items(kind);
    if (some.empty()) return std::nullopt;
    const Item& item = some[static_cast<std::size_t>(choice % 9) % some.size()];
    period = item.period;
    return item.due;
}

void Lawful::pay_due(Recorded recorded, int choice, int late) {
    Period period;
    const auto day = due(kinds::payment, choice + 30, period);
    if (day) pay({recorded, *day + days{late}, model::terms_of(made.facts, period).fee, "", "", 0});
}

void Lawful::settle(Recorded recorded, Day date) {
    std::int64_t missing = 0;
    for (Period period = first_period(); period <= first_period() + 12; ++period) {
        const auto day = model::scheduled_due(made.facts, made.holidays, kinds::payment, period);
        if (day && *day < date) missing += model::terms_of(made.facts, period).fee.minor;
    }
    for (const Charge& charge : made.facts.charges)
        if (charge.due < date) missing += charge.amount.minor;
    for (const Payment& payment : made.facts.payments)
        if (payment.date <= date) missing -= payment.amount.minor;
    if (missing > 0) pay({recorded, date, Money{missing}, "", "", 0});
}

bool Lawful::extensions_rise(Kind kind, Period period, Day scheduled) const {
    std::vector<Extension> granted;
    for (const Extension& extension : made.facts.extensions)
        if (extension.kind == kind && extension.period == period) granted.push_back(extension);
    std::sort(granted.begin(), granted.end(), [](const Extension& a, const Extension& b) {
        return std::tuple(a.date, a.recorded.entry) < std::tuple(b.date, b.recorded.entry);
    });
    Day replaced = scheduled;
    for (const Extension& extension : granted) {
        if (extension.until <= replaced) return false;
        replaced = extension.until;
    }
    return true;
}

void Lawful::extend(Recorded recorded, Kind kind, int choice, int late, int by) {
    Period period;
    const auto day = due(kind, choice, period);
    if (!day) return;
    made.facts.extensions.push_back({recorded, kind, period, *day + days{late}, *day + days{by + 1}, ""});
    if (!extensions_rise(kind, period, *day)) made.facts.extensions.pop_back();
}

void Lawful::waive(Recorded recorded, const Item& item, Day date) {
    for (const Waiver& other : made.facts.waivers)
        if (other.kind == item.kind && other.period == item.period) return;
    made.facts.waivers.push_back({recorded, item.kind, item.period, date, ""});
}

void Lawful::waive(Recorded recorded, Kind kind, int choice, int late) {
    Period period;
    if (const auto day = due(kind, choice, period)) waive(recorded, {kind, period, *day}, *day + days{late});
}

void Lawful::fulfil(Recorded recorded, const Item& item, Day date) {
    for (const Fulfilment& other : made.facts.fulfilments)
        if (other.kind == item.kind && other.period == item.period) return;
    made.facts.fulfilments.push_back({recorded, item.kind, item.period, date, ""});
}

void Lawful::fulfil(Recorded recorded, Kind kind, int choice, int late) {
    Period period;
    if (const auto day = due(kind, choice, period)) fulfil(recorded, {kind, period, *day}, *day + days{late});
}

void Lawful::fulfil_with_money(Recorded recorded, Kind kind, int choice, int which) {
    Period period;
    const auto day = due(kind, choice, period);
    const std::vector<Payment>& payments = made.facts.payments;
    if (!day || payments.empty()) return;
    const Day date = payments[static_cast<std::size_t>(which) % payments.size()].date;
    fulfil(recorded, kind, choice, static_cast<int>((date - *day).count()));
}

bool Lawful::suspensions_apart() const {
    const std::vector<ManualSuspension>& records = made.facts.suspensions;
    for (const ManualSuspension& turn : records) {
        const std::vector<ManualSuspension> known = known_on(records, turn.date);
        for (const ManualSuspension& a : known)
            for (const ManualSuspension& b : known)
                if (a.from < b.from && (!a.until || *a.until > b.from)) return false;
    }
    return true;
}

void Lawful::suspend(Recorded recorded, Day date, int lead, int length) {
    const Day from = date + days{lead};
    std::optional<Day> until;
    if (length > 0) until = from + days{length};
    for (const ManualSuspension& other : made.facts.suspensions)
        if (other.from == from) return;
    made.facts.suspensions.push_back({recorded, date, from, until, ""});
    if (!suspensions_apart()) made.facts.suspensions.pop_back();
}

void Lawful::resume(Recorded recorded, Day date, int choice, int length) {
    if (made.facts.suspensions.empty()) return;
    const auto at = static_cast<std::size_t>(choice) % made.facts.suspensions.size();
    const Day from = made.facts.suspensions[at].from;
    const Day until = std::max(date + days{length}, from + days{1});
    made.facts.suspensions.push_back({recorded, date, from, until, ""});
    if (!suspensions_apart()) made.facts.suspensions.pop_back();
}

}  // namespace tracker::gen
