// SPDX-License-Identifier: MIT
#include "tracker/reports/delays.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/reports/report_rows.hpp"
#include "tracker/rules/inputs.hpp"
#include "tracker/session/decided.hpp"

namespace tracker {

Delay delay_of(const Obligation& item, const Ledger& ledger, InPause pause) {
    Delay delay;
    if (item.status == Status::waived) return delay;
    const Day end = item.done_on.value_or(ledger.on);
    delay.late = std::max(0, static_cast<int>((end - item.unmoved).count()));
    const bool judged = item.status == Status::done || item.status == Status::overdue;
    delay.ours = judged ? std::min(item.days, delay.late) : 0;
    const Day ours_from = end - days{delay.ours};
    if (pause == InPause::withheld) {
        for (const Pause& one : ledger.pauses) {
            const Day from = std::max(one.from, item.unmoved);
            const Day until = std::min(one.until.value_or(ours_from), ours_from);
            if (from < until) delay.paused += static_cast<int>((until - from).count());
        }
    }
    delay.of_client = delay.late - delay.ours - delay.paused;
    return delay;
}

namespace {

/// "documents:2026-09 statement:2026-08", sorted.
std::string late_inputs(const std::vector<WorkInput>& inputs, Day on) {
    std::vector<std::string> late;
    for (const WorkInput& input : inputs) {
        if (input.is_late(on)) late.push_back(fmt::format("{}:{}", input.kind.text(), format(input.period)));
    }
    std::sort(late.begin(), late.end());
    return fmt::format("{}", fmt::join(late, " "));
}

/// The rows of one contract, by due date, kind, period.
void add_delays(Rows& rows, const Decided& decided, const Calendar& calendar, Day horizon) {
    const Schedule schedule(decided.facts, calendar);
    const ContractInputs inputs(decided.facts, schedule);
    const Contract& contract = decided.facts.contract;
    std::vector<const Obligation*> found;
    for (const Obligation& item : decided.ledger.obligations) {
        if (item.unmoved <= horizon && inputs.line_in_need(item)) found.push_back(&item);
    }
    std::sort(found.begin(), found.end(), [](const Obligation* a, const Obligation* b) {
        return std::tie(a->unmoved, a->kind, a->period) < std::tie(b->unmoved, b->kind, b->period);
    });
    for (const Obligation* const item : found) {
        const Day judged_on = item->done_on.value_or(decided.ledger.on);
        const Delay delay = delay_of(*item, decided.ledger, inputs.line_in_need(*item)->pause);
        rows.rows.push_back({decided.client.code, decided.client.name, contract.number,
                             std::string(item->kind.text()), item->period, item->unmoved,
                             item->due > item->unmoved ? Cell(item->due) : Cell(), cell(item->done_on),
                             std::int64_t{delay.late}, std::int64_t{delay.of_client},
                             std::int64_t{delay.paused}, std::int64_t{delay.ours},
                             late_inputs(inputs.of(*item, judged_on), judged_on)});
    }
}

}  // namespace

Rows delay_rows(Session& session) {
    Rows rows;
    rows.columns = {{"client"},
                    {"name", false, true},
                    {"contract"},
                    {"kind"},
                    {"period"},
                    {"due"},
                    {"moved_to"},
                    {"done_on"},
                    {"late_days", true},
                    {"client_days", true},
                    {"pause_days", true},
                    {"our_days", true},
                    {"inputs", false, true}};
    const Day horizon = end_of_next_month(session.on());
    each_decided(session, horizon,
                 [&](const Decided& decided) { add_delays(rows, decided, session.calendar(), horizon); });
    sort_by_texts(rows, 0, 2);
    return rows;
}

}  // namespace tracker
