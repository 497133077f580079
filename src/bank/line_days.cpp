// SPDX-License-Identifier: MIT
#include "bank/line_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace tracker {
namespace {

constexpr days far{31};

/// Ranges of several accounts, or of each day, are said once.
void say_once(std::vector<std::string>& remarks, std::string remark) {
    if (std::find(remarks.begin(), remarks.end(), remark) == remarks.end())
        remarks.push_back(std::move(remark));
}

}  // namespace

void LineDays::add(const BankLine& line) {
    OfDay& day = accounts_[line.account][line.date];
    if (day.lines++ == 0) day.first = line.line;
}

void LineDays::check_making(StatementRange& range, std::vector<std::string>& remarks) const {
    if (!range.made_on || *range.made_on >= range.until) return;
    const auto held = accounts_.find(range.account);
    std::optional<Day> first_line;
    if (held != accounts_.end()) {
        const auto at = held->second.lower_bound(range.from.value_or(held->second.begin()->first));
        if (at != held->second.end() && at->first <= range.until) first_line = at->first;
    }
    const auto begins = range.from ? range.from : first_line;
    if (!begins || *range.made_on >= *begins) {
        return say_once(remarks,
                        fmt::format("the range ends on {}, but the file was made on {}: it speaks for no day "
                                    "after that",
                                    format(range.until), format(*range.made_on)));
    }
    const std::string made =
        fmt::format("the file says that it was made on {}, before its range begins on {}",
                    format(*range.made_on), format(*begins));
    if (!first_line) return say_once(remarks, made + ": it speaks for no day");
    say_once(remarks, made + ", and holds lines of later days: that day is not believed");
    range.made_on.reset();
}

void LineDays::check_outside(const BankStatement& statement, const std::string& account, const Days& days,
                             std::vector<std::string>& remarks) const {
    std::optional<Day> from;
    std::optional<Day> until;
    for (const StatementRange& range : statement.ranges) {
        if (range.account != account || !range.from) continue;
        from = std::min(from.value_or(*range.from), *range.from);
        until = std::max(until.value_or(range.until), range.until);
    }
    if (!from) return;
    OfDay outside;
    std::optional<Day> first;
    for (const auto& [day, of_day] : days) {
        if (day >= *from - far && day <= *until + far) continue;
        if (!first || of_day.first < outside.first) {
            first = day;
            outside.first = of_day.first;
        }
        outside.lines += of_day.lines;
    }
    if (!first) return;
    remarks.push_back(fmt::format(
        "line {}: {} dated {}, over a month outside {} to {}: look whether the date is right", outside.first,
        outside.lines == 1 ? "a line is" : fmt::format("{} lines are far away, this one is", outside.lines),
        format(*first), format(*from), format(*until)));
}

void LineDays::look_over(BankStatement& statement) const {
    for (StatementRange& range : statement.ranges) check_making(range, statement.remarks);
    for (const auto& [account, days] : accounts_) check_outside(statement, account, days, statement.remarks);
}

}  // namespace tracker
