// SPDX-License-Identifier: MIT
#include "tracker/rules/line_words.hpp"

namespace tracker {
namespace {

Message how_often(Months months) {
    if (months.all()) return Message("line.each-month");
    if (months == every::quarter) return Message("line.each-quarter");
    if (months == every::half_year) return Message("line.each-half-year");
    if (months == every::year) return Message("line.each-year");
    return Message("line.months", {{"months", months.to_text()}});
}

}  // namespace

Message month_from_period(int offset) {
    switch (offset) {
        case 0:
            return Message("line.month");
        case 1:
            return Message("line.month-after");
        case -1:
            return Message("line.month-before");
        default:
            break;
    }
    if (offset > 0) return Message("line.months-after", {{"nth", offset}});
    return Message("line.months-before", {{"nth", -offset}});
}

std::vector<Message> kinds_of(const Inputs& inputs) {
    std::vector<Message> kinds;
    for (const Kind kind : inputs.kinds()) kinds.push_back(Message("item.kind", {{"kind", kind}}));
    return kinds;
}

Message agreed(const Line& line) {
    return Message("line.agreed", {{"often", how_often(line.months)},
                                   {"day", line.day},
                                   {"month", month_from_period(line.offset)},
                                   {"convention", line.convention},
                                   {"inputs", kinds_of(line.inputs)},
                                   {"lead", line.lead},
                                   {"pause", line.pause}});
}

}  // namespace tracker
