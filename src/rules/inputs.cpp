// SPDX-License-Identifier: MIT
#include "tracker/rules/inputs.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/rules/consequences.hpp"

namespace tracker {

ContractInputs::ContractInputs(const CarriedFacts& facts, const Schedule& schedule)
    : facts_(facts), schedule_(schedule) {
    const bool any = std::any_of(facts.schedule.begin(), facts.schedule.end(), [](const ScheduleLine& set) {
        return set.line && !set.line->inputs.empty();
    });
    if (!any) return;
    records_.reserve(facts.fulfilments.size() + facts.waivers.size());
    for (const Fulfilment& one : facts.fulfilments) records_.push_back({one.kind, one.period, one.date});
    for (const Waiver& one : facts.waivers) records_.push_back({one.kind, one.period, one.date});
    std::sort(records_.begin(), records_.end(), [](const Record& a, const Record& b) {
        return std::tie(a.kind, a.period, a.date) < std::tie(b.kind, b.period, b.date);
    });
}

bool ContractInputs::look_up(WorkInput& input, Day on) const {
    const auto first = std::lower_bound(
        records_.begin(), records_.end(), input, [](const Record& record, const WorkInput& i) {
            return std::tie(record.kind, record.period) < std::tie(i.kind, i.period);
        });
    const bool any = first != records_.end() && first->kind == input.kind && first->period == input.period;
    const BroughtForward& brought = facts_.brought;
    if (input.period < brought.first) {
        const bool was_open = std::any_of(
            brought.open.begin(), brought.open.end(),
            [&](const OpenItem& item) { return item.period == input.period && item.kind == input.kind; });
        // What was settled by then is carried only where it came late; a later fact about it decides nothing.
        if (!was_open && (!any || first->date > brought.since)) return false;
    }
    if (any && first->date <= on) input.came = first->date;
    return true;
}

template <class Use>
void ContractInputs::each(const Line& line, Period period, Day on, Use use) const {
    const Period first = period - (line.months.reported() - 1);
    for (const Kind kind : line.inputs.kinds()) {
        for (Period month = first; month <= period; ++month) {
            WorkInput input{kind, month, {}, {}};
            const Line* const of_client = schedule_.line(kind, month);
            if (of_client && of_client->owed_by == OwedBy::client) {
                const auto due = schedule_.due(kind, *of_client, month);
                if (due && (input.due = *due, look_up(input, on))) use(input);
            }
            for (const Duty& duty : facts_.duties) {
                if (duty.kind != kind || duty.period != month || duty.owed_by != OwedBy::client ||
                    duty.date > on)
                    continue;
                input.due = duty.due;
                if (look_up(input, on)) use(input);
            }
        }
    }
}

std::vector<WorkInput> ContractInputs::of(const Line& line, Period period, Day on) const {
    std::vector<WorkInput> found;
    each(line, period, on, [&](const WorkInput& input) { found.push_back(input); });
    return found;
}

ContractInputs::State ContractInputs::state(const Line& line, Period period, Day on) const {
    State state;
    each(line, period, on, [&](const WorkInput& input) {
        if (input.blocks(on)) state.blocked = true;
        if (input.came && input.is_late(on)) state.last_late = std::max(state.last_late, input.came);
    });
    return state;
}

const Line* ContractInputs::line_in_need(const Obligation& item) const {
    if (item.owed_by != OwedBy::us) return nullptr;
    const Line* const line = schedule_.line(item.kind, item.period);
    if (!line || line->inputs.empty()) return nullptr;
    return schedule_.due(item.kind, *line, item.period) ? line : nullptr;
}

std::vector<WorkInput> ContractInputs::of(const Obligation& item, Day on) const {
    const Line* const line = line_in_need(item);
    return line ? of(*line, item.period, item.done_on.value_or(on)) : std::vector<WorkInput>{};
}

std::vector<Message> ContractInputs::awaited(const Obligation& item, Day day) const {
    const Day on = item.done_on.value_or(day);
    const std::vector<WorkInput> inputs = of(item, on);
    std::optional<Day> last;
    const bool missing =
        std::any_of(inputs.begin(), inputs.end(), [&](const WorkInput& input) { return input.blocks(on); });
    for (const WorkInput& input : inputs)
        if (input.came && input.is_late(on)) last = std::max(last, input.came);
    std::vector<Message> named;
    for (const WorkInput& input : inputs) {
        if (missing ? !input.blocks(on) : !input.is_late(on) || input.came != last) continue;
        named.push_back(Message("paper.awaited", {{"paper", name_of(input.kind, input.period, Months{})},
                                                  {"due", input.due},
                                                  {"came", input.came}}));
    }
    constexpr std::size_t most = 3;
    if (named.size() > most) {
        const std::size_t more = named.size() - (most - 1);
        named.erase(named.begin() + (most - 1), named.end());
        named.push_back(Message("paper.more", {{"count", more}}));
    }
    return named;
}

}  // namespace tracker
