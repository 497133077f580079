// SPDX-License-Identifier: MIT
#include "tracker/rules/added_lines.hpp"

#include <algorithm>

#include "tracker/rules/schedule.hpp"

namespace tracker {
namespace {

using LineFrom = Schedule::LineFrom;

class Adding {
  public:
    Adding(const CarriedFacts& facts, const Calendar& calendar, const std::vector<ScheduleLine>& lines,
           Period from)
        : schedule_(facts, calendar), lines_(lines), from_(from) {}

    [[nodiscard]] AddedLine judge(const ScheduleLine& wanted) const {
        AddedLine added;
        added.line = wanted;
        added.line.from = from_;
        leave_out_inputs(added);
        const Line* const now = schedule_.line(wanted.kind, from_);
        const auto lines = schedule_.lines_of(wanted.kind);
        // What is said of a later period holds from then on, whatever is added now.
        const auto later = std::find_if(lines.begin(), lines.end(), [&](const LineFrom& held) {
            return held.from > from_ && !(held.line && *held.line == *added.line.line);
        });
        if (later != lines.end()) {
            keep(added, *later);
        } else if (!now) {
            added.fate = AddedLine::Fate::added;
        } else if (*now == *added.line.line) {
            added.fate = AddedLine::Fate::known;
        } else if (lines.size() == 1 && lines.front().from == Period{}) {
            added.fate = AddedLine::Fate::replaces;
        } else {
            keep(added, *std::find_if(lines.begin(), lines.end(),
                                      [&](const LineFrom& held) { return held.line == now; }));
        }
        return added;
    }

  private:
    static void keep(AddedLine& added, const LineFrom& held) {
        added.fate = AddedLine::Fate::kept;
        added.held.kind = held.kind;
        added.held.from = held.from;
        if (held.line) added.held.line = *held.line;
    }

    void leave_out_inputs(AddedLine& added) const {
        std::vector<Kind> stay;
        for (const Kind input : added.line.line->inputs.kinds())
            (is_owed_by_client(input) ? stay : added.left_out).push_back(input);
        if (added.left_out.empty()) return;
        if (stay.empty()) added.line.line->lead = 0;  // nothing is waited for
        added.line.line->inputs = Inputs(std::move(stay));
    }

    [[nodiscard]] bool is_owed_by_client(Kind kind) const {
        const auto by_client = [](const Line* line) { return line && line->owed_by == OwedBy::client; };
        if (by_client(schedule_.line(kind, from_))) return true;
        const auto lines = schedule_.lines_of(kind);
        if (std::any_of(lines.begin(), lines.end(),
                        [&](const LineFrom& held) { return held.from > from_ && by_client(held.line); }))
            return true;
        return std::any_of(lines_.begin(), lines_.end(), [&](const ScheduleLine& wanted) {
            return wanted.kind == kind && by_client(&*wanted.line);
        });
    }

    const Schedule schedule_;
    const std::vector<ScheduleLine>& lines_;
    const Period from_;
};

}  // namespace

std::vector<AddedLine> added_lines(const CarriedFacts& facts, const Calendar& calendar,
                                   const std::vector<ScheduleLine>& lines, Period from) {
    const Adding adding(facts, calendar, lines, from);
    std::vector<AddedLine> judged;
    judged.reserve(lines.size());
    for (const ScheduleLine& line : lines) judged.push_back(adding.judge(line));
    return judged;
}

}  // namespace tracker
