// SPDX-License-Identifier: MIT
// The model's working days, terms, lines and scheduled due dates (R1 to R3, R1a).
#include "tracker/model/model.hpp"

namespace tracker::model {
namespace {

bool is_day_off(const std::vector<Holiday>& holidays, Day day) {
    bool off = false;
    for (const Holiday& holiday : holidays)
        if (holiday.date == day) off = holiday.kind == HolidayKind::holiday;
    return off;
}

bool is_made_working(const std::vector<Holiday>& holidays, Day day) {
    bool working = false;
    for (const Holiday& holiday : holidays)
        if (holiday.date == day) working = holiday.kind == HolidayKind::workday;
    return working;
}

/// R3's table.
std::optional<Line> standard_line(const Contract& contract, Kind kind) {
    if (kind == kinds::statement) return Line{OwedBy::client, 1, 1, Convention::none};
    if (kind == kinds::documents) return Line{OwedBy::client, 1, 5, Convention::none};
    if (kind == kinds::salary) return Line{OwedBy::us, 1, 5, Convention::none};
    if (kind == kinds::advance) return Line{OwedBy::us, 0, 20, Convention::none};
    if (kind == kinds::payment) return Line{OwedBy::client, 0, contract.pay_day, Convention::none};
    return std::nullopt;
}

/// Does an agreement (from, entry) come after another one (R2's "later entry counts" within one period).
bool later(Period from, std::int64_t entry, Period other_from, std::int64_t other_entry) {
    return from > other_from || (from == other_from && entry >= other_entry);
}

/// R1a, of a line in words: a year, half a year, a quarter, or the month alone.
int length_of_reporting(const Months& months) {
    if (months.to_text() == "12") return 12;
    if (months.to_text() == "6 12") return 6;
    for (const int month : {1, 2, 4, 5, 7, 8, 10, 11})
        if (months.has(Period{month - 1})) return 1;
    return 3;
}

/// The term that the latest amendment up to the period gives, else the contract's own.
template <class Term>
Term term_of(const ContractFacts& facts, Period period, std::optional<Term> Amendment::*field,
             Term at_start) {
    Term term = at_start;
    const Amendment* latest = nullptr;
    for (const Amendment& amendment : facts.amendments) {
        if (amendment.from > period || !(amendment.*field)) continue;
        if (latest && !later(amendment.from, amendment.recorded.entry, latest->from, latest->recorded.entry))
            continue;
        latest = &amendment;
        term = *(amendment.*field);
    }
    return term;
}

}  // namespace

Period month_of(Day day) {
    const date::year_month_day ymd{day};
    return {static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1};
}

Period last_due_by(Day day) {
    constexpr int earliest_offset = 12;  // months before the period
    constexpr int longest_break = 1;     // by which a convention moves a date back at most
    return month_of(day) + (earliest_offset + longest_break);
}

Day day_of_month(Period period, int day) {
    const date::year_month month{date::year{period.year()}, date::month{period.month()}};
    date::year_month_day ymd = month / date::day{static_cast<unsigned>(day)};
    while (!ymd.ok()) ymd = month / date::day{static_cast<unsigned>(--day)};
    return Day{ymd};
}

bool is_working(const std::vector<Holiday>& holidays, Day day) {
    const date::weekday weekday{day};
    const bool weekend = weekday == date::Saturday || weekday == date::Sunday;
    return weekend ? is_made_working(holidays, day) : !is_day_off(holidays, day);
}

Day working_day_after(const std::vector<Holiday>& holidays, Day day, int n) {
    while (n > 0) {
        day += days{1};
        if (is_working(holidays, day)) --n;
    }
    return day;
}

bool covers(const Contract& contract, Period period) {
    for (Day day = day_of_month(period, 1); month_of(day) == period; day += days{1})
        if (contract.starts <= day && (!contract.ends || day <= *contract.ends)) return true;
    return false;
}

Terms terms_of(const ContractFacts& facts, Period period) {
    const Contract& contract = facts.contract;
    return {term_of(facts, period, &Amendment::fee, contract.fee),
            term_of(facts, period, &Amendment::grace, contract.grace),
            term_of(facts, period, &Amendment::resume, contract.resume)};
}

std::vector<Kind> all_kinds(const ContractFacts& facts) {
    std::vector<Kind> found{kinds::statement, kinds::documents, kinds::salary, kinds::advance,
                            kinds::payment};
    for (const ScheduleLine& line : facts.schedule) {
        bool known = false;
        for (const Kind kind : found) known = known || kind == line.kind;
        if (!known) found.push_back(line.kind);
    }
    return found;
}

std::optional<Line> line_of(const ContractFacts& facts, Kind kind, Period period) {
    std::optional<Line> line = standard_line(facts.contract, kind);
    const ScheduleLine* latest = nullptr;
    for (const ScheduleLine& set : facts.schedule) {
        if (set.kind != kind || set.from > period) continue;
        if (latest && !later(set.from, set.recorded.entry, latest->from, latest->recorded.entry)) continue;
        latest = &set;
        line = set.line;
    }
    return line;
}

std::vector<Period> reporting_period(const Line& line, Period period) {
    std::vector<Period> found;
    for (int before = length_of_reporting(line.months); before > 0; --before)
        found.push_back(period - (before - 1));
    return found;
}

std::optional<Day> scheduled_due(const ContractFacts& facts, const std::vector<Holiday>& holidays, Kind kind,
                                 Period period) {
    const std::optional<Line> line = line_of(facts, kind, period);
    if (!line || !line->months.has(period)) return std::nullopt;
    bool covered = false;
    if (kind == kinds::payment) {
        if (terms_of(facts, period).fee.minor <= 0) return std::nullopt;
        for (const Period month : reporting_period(*line, period))
            covered = covered || covers(facts.contract, month);
    } else {
        covered = covers(facts.contract, period);
    }
    if (!covered) return std::nullopt;
    Day due = day_of_month(period + line->offset, line->day);
    while (line->convention == Convention::following && !is_working(holidays, due)) due += days{1};
    while (line->convention == Convention::preceding && !is_working(holidays, due)) due -= days{1};
    if (due >= facts.contract.starts) return due;
    if (kind == kinds::payment) return facts.contract.starts;
    return std::nullopt;
}

}  // namespace tracker::model
