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
    const auto standard = standard_schedule(facts_.contract.pay_day);
    lines_.reserve(standard.size() + facts_.schedule.size());
    kinds_.reserve(standard.size() + facts_.schedule.size());
    for (const auto& [kind, line] : standard) lines_.push_back({{}, kind, Period{}, line});
    lines_.insert(lines_.end(), facts_.schedule.begin(), facts_.schedule.end());
    const auto before = [](const ScheduleLine& a, const ScheduleLine& b) {
        return std::tie(a.kind, a.from) < std::tie(b.kind, b.from);
    };
    if (!facts_.schedule.empty()) std::stable_sort(lines_.begin(), lines_.end(), before);
    for (auto at = lines_.begin(); at != lines_.end();) {
        const auto end =
            std::find_if(at, lines_.end(), [&](const ScheduleLine& l) { return l.kind != at->kind; });
        kinds_.push_back({at->kind, {at, end}});
        at = end;
    }
    for (const ScheduleLine& line : lines_) {
        if (!line.line) continue;
        least_offset_ = std::min(least_offset_, line.line->offset);
        most_offset_ = std::max(most_offset_, line.line->offset);
    }
}

Terms Schedule::terms(Period period) const {
    const auto later = std::upper_bound(terms_.begin() + 1, terms_.end(), period,
                                        [](Period p, const auto& step) { return p < step.first; });
    return std::prev(later)->second;
}

std::optional<Line> Schedule::line(Kind kind, Period period) const {
    const auto later = std::upper_bound(
        lines_.begin(), lines_.end(), std::tie(kind, period),
        [](const auto& key, const ScheduleLine& l) { return key < std::tie(l.kind, l.from); });
    if (later == lines_.begin() || std::prev(later)->kind != kind) return std::nullopt;
    return std::prev(later)->line;
}

Day Schedule::nominal(const Line& line, Period period) {
    return day_in(period + line.offset, line.day);
}

std::optional<Day> Schedule::due(Kind kind, Period period) const {
    if (!covers(period)) return std::nullopt;
    const std::optional<Line> found = line(kind, period);
    return found ? due(kind, *found, period) : std::nullopt;
}

std::optional<Day> Schedule::due(Kind kind, const Line& line, Period period) const {
    const bool fee = kind == kinds::payment;
    if (fee && !has_fee(period)) return std::nullopt;
    Day day = nominal(line, period);
    if (line.convention == Convention::following) day = calendar_.on_or_after(day);
    if (line.convention == Convention::preceding) day = calendar_.on_or_before(day);
    if (day >= facts_.contract.starts) return day;
    if (fee) return facts_.contract.starts;  // R1: the first fee is owed from the start
    return std::nullopt;
}

Period Schedule::last_period_due_by(Day day) const {
    return std::min(last_, period_of(day + days{calendar_.longest_break()}) - least_offset_);
}

Day Schedule::last_due_of(Period period) const {
    return last_day(period + most_offset_) + days{calendar_.longest_break()};
}

}  // namespace tracker
