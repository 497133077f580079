// SPDX-License-Identifier: MIT
#include "tracker/rules/schedule.hpp"

#include <algorithm>
#include <tuple>

namespace tracker {

std::vector<std::pair<Kind, Line>> standard_schedule(int pay_day) {
    return {{kinds::advance, {OwedBy::us, 0, 20, Convention::none}},
            {kinds::documents, {OwedBy::client, 1, 5, Convention::none}},
            {kinds::payment, {OwedBy::client, 0, pay_day, Convention::none}},
            {kinds::salary, {OwedBy::us, 1, 5, Convention::none}},
            {kinds::statement, {OwedBy::client, 1, 1, Convention::none}}};
}

const Duty* find_duty(const CarriedFacts& facts, Kind kind, Period period) {
    const auto found = std::find_if(facts.duties.begin(), facts.duties.end(), [&](const Duty& duty) {
        return duty.kind == kind && duty.period == period;
    });
    return found == facts.duties.end() ? nullptr : &*found;
}

bool is_standard(Kind kind) {
    static const auto lines = standard_schedule(1);
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.first == kind; });
}

Schedule::Schedule(const CarriedFacts& facts, const Calendar& calendar)
    : facts_(facts),
      calendar_(calendar),
      first_(period_of(facts.contract.starts)),
      last_(period_of(facts.contract.ends.value_or(latest_day))) {
    gather_terms();
    gather_lines();
}

void Schedule::gather_terms() {
    const Contract& contract = facts_.contract;
    terms_.emplace_back(first_, Terms{contract.fee, contract.grace, contract.resume});
    std::vector<Amendment> amendments = facts_.amendments;
    std::stable_sort(amendments.begin(), amendments.end(),
                     [](const Amendment& a, const Amendment& b) { return a.from < b.from; });
    for (const Amendment& amendment : amendments) {
        Terms terms = terms_.back().second;
        terms.fee = amendment.fee.value_or(terms.fee);
        terms.grace = amendment.grace.value_or(terms.grace);
        terms.resume = amendment.resume.value_or(terms.resume);
        terms_.emplace_back(amendment.from, terms);
    }
}

void Schedule::gather_lines() {
    standard_ = standard_schedule(facts_.contract.pay_day);
    lines_.reserve(standard_.size() + facts_.schedule.size());
    kinds_.reserve(standard_.size() + facts_.schedule.size());
    for (const auto& [kind, line] : standard_) lines_.push_back({kind, Period{}, &line});
    for (const ScheduleLine& set : facts_.schedule)
        lines_.push_back({set.kind, set.from, set.line ? &*set.line : nullptr});
    const auto before = [](const LineFrom& a, const LineFrom& b) {
        return std::tie(a.kind, a.from) < std::tie(b.kind, b.from);
    };
    if (!facts_.schedule.empty()) std::stable_sort(lines_.begin(), lines_.end(), before);
    for (auto at = lines_.begin(); at != lines_.end();) {
        const auto end =
            std::find_if(at, lines_.end(), [&](const LineFrom& l) { return l.kind != at->kind; });
        kinds_.push_back({at->kind, {at, end}});
        at = end;
    }
    for (const LineFrom& one : lines_) {
        if (!one.line) continue;
        least_offset_ = std::min(least_offset_, one.line->offset);
        most_offset_ = std::max(most_offset_, one.line->offset);
        if (one.kind == kinds::payment) longest_fee_ = std::max(longest_fee_, one.line->months.reported());
    }
}

Terms Schedule::terms(Period period) const {
    const auto later = std::upper_bound(terms_.begin() + 1, terms_.end(), period,
                                        [](Period p, const auto& step) { return p < step.first; });
    return std::prev(later)->second;
}

std::span<const Schedule::LineFrom> Schedule::lines_of(Kind kind) const& {
    for (const KindLines& lines : kinds_)
        if (lines.kind == kind) return lines.lines;
    return {};
}

const Line* Schedule::line(Kind kind, Period period) const& {
    const auto later =
        std::upper_bound(lines_.begin(), lines_.end(), std::tie(kind, period),
                         [](const auto& key, const LineFrom& l) { return key < std::tie(l.kind, l.from); });
    if (later == lines_.begin() || std::prev(later)->kind != kind) return nullptr;
    return std::prev(later)->line;
}

Months Schedule::months(Kind kind, Period period) const {
    const Line* const found = line(kind, period);
    return found ? found->months : Months{};
}

Day Schedule::nominal(const Line& line, Period period) {
    return day_in(period + line.offset, line.day);
}

std::optional<Day> Schedule::due(Kind kind, Period period) const {
    const Line* const found = line(kind, period);
    return found ? due(kind, *found, period) : std::nullopt;
}

/// R1, R1a: the month itself is covered; of a fee, any month that it accounts for.
bool Schedule::is_made(Kind kind, const Line& line, Period period) const {
    if (!line.months.has(period)) return false;
    if (kind != kinds::payment) return covers(period);
    return first_ <= period && period - (line.months.reported() - 1) <= last_ && has_fee(period);
}

std::optional<Day> Schedule::due(Kind kind, const Line& line, Period period) const {
    if (!is_made(kind, line, period)) return std::nullopt;
    const Day day = moved(line, period);
    if (day >= facts_.contract.starts) return day;
    if (kind == kinds::payment) return facts_.contract.starts;  // R1: the first fee is owed from the start
    return std::nullopt;
}

Day Schedule::moved(const Line& line, Period period) const {
    const Day day = nominal(line, period);
    if (line.convention == Convention::following) return calendar_.on_or_after(day);
    return line.convention == Convention::preceding ? calendar_.on_or_before(day) : day;
}

std::vector<Schedule::Report> Schedule::reports_before_start() const {
    std::vector<Report> found;
    for (const KindLines& kind : kinds_) {
        const Line* const line = this->line(kind.kind, first_);
        if (!line || line->owed_by != OwedBy::us || line->months.reported() == 1) continue;
        for (Period period = first_ - (most_offset_ + 1); period < first_; ++period) {
            if (!line->months.has(period)) continue;
            const Day due = moved(*line, period);
            if (due >= facts_.contract.starts && !find_duty(facts_, kind.kind, period))
                found.push_back({kind.kind, period, line->months, due});
        }
    }
    std::sort(found.begin(), found.end(), [](const Report& a, const Report& b) {
        return std::tie(a.due, a.kind) < std::tie(b.due, b.kind);
    });
    return found;
}

std::optional<Period> Schedule::nearest(Kind kind, Period period) const {
    constexpr int year = 12;
    for (int months = 0; months <= year; ++months) {
        if (due(kind, period - months)) return period - months;
        if (due(kind, period + months)) return period + months;
    }
    return std::nullopt;
}

Period Schedule::last_period_due_by(Day day) const {
    return std::min(last_period_made(), period_of(day + days{calendar_.longest_break()}) - least_offset_);
}

Day Schedule::last_due_of(Period period) const {
    return last_day(period + most_offset_) + days{calendar_.longest_break()};
}

}  // namespace tracker
