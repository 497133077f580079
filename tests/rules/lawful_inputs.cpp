// SPDX-License-Identifier: MIT
// What work of ours needs, and how it comes (R7a).
#include <algorithm>

#include "lawful.hpp"
#include "tracker/model/model.hpp"

namespace tracker::gen {

bool Lawful::client_owes(Kind kind) const {
    if (kind == kinds::payment || kind == kinds::charge) return false;
    if (kind == kinds::statement || kind == kinds::documents) return true;
    for (const ScheduleLine& set : made.facts.schedule)
        if (set.kind == kind && set.line && set.line->owed_by == OwedBy::client) return true;
    for (const Duty& duty : made.facts.duties)
        if (duty.kind == kind && duty.owed_by == OwedBy::client) return true;
    return false;
}

void Lawful::keep_inputs() {
    for (ScheduleLine& set : made.facts.schedule) {
        if (!set.line) continue;
        std::vector<Kind> kept;
        for (const Kind kind : set.line->inputs.kinds())
            if (set.line->owed_by == OwedBy::us && kind != set.kind && client_owes(kind))
                kept.push_back(kind);
        set.line->inputs = Inputs(kept);
    }
}

std::vector<Lawful::Item> Lawful::needing() const {
    std::vector<Item> found;
    for (const Kind kind : model::all_kinds(made.facts))
        for (const Item& item : items(kind)) {
            const auto line = model::line_of(made.facts, kind, item.period);
            const bool is_duty = !model::scheduled_due(made.facts, made.holidays, kind, item.period);
            if (!is_duty && line->owed_by == OwedBy::us && !line->inputs.empty()) found.push_back(item);
        }
    return found;
}

std::vector<Lawful::Item> Lawful::inputs(const Item& work) const {
    std::vector<Item> found;
    const Line line = *model::line_of(made.facts, work.kind, work.period);
    const std::vector<Period> months = model::reporting_period(line, work.period);
    for (const Kind kind : line.inputs.kinds())
        for (const Item& item : items(kind))
            if (std::find(months.begin(), months.end(), item.period) != months.end()) found.push_back(item);
    return found;
}

void Lawful::add_needed_duty(Recorded recorded, OwedBy owed_by, int choice, int recorded_after,
                             int due_after) {
    const std::vector<Item> works = needing();
    if (works.empty()) return;
    auto at = static_cast<std::size_t>(choice);
    const auto pick = [&at](const auto& some) {
        const auto picked = some[at % some.size()];
        at /= some.size();
        return picked;
    };
    const Item work = pick(works);
    const Line line = *model::line_of(made.facts, work.kind, work.period);
    const Kind kind = pick(line.inputs.kinds());
    const Period month = pick(model::reporting_period(line, work.period));
    const Day date = work.due + days{recorded_after};
    add_duty({recorded, kind, month, date, work.due + days{due_after}, owed_by, "", InPause::withheld});
}

void Lawful::bring_inputs(Recorded recorded, int choice, int late, int how) {
    const std::vector<Item> works = needing();
    if (works.empty()) return;
    for (const Item& item : inputs(works[static_cast<std::size_t>(choice) % works.size()])) {
        const int this_one = how % 8;
        how = how / 8 + how % 8 * 512;  // the twelve bits in turn
        if (this_one < 2) fulfil(recorded, item, item.due + days{late});
        if (this_one == 2) fulfil(recorded, item, item.due + days{late / 4});
        if (this_one == 3) fulfil(recorded, item, item.due - days{late});
        if (this_one == 4) fulfil(recorded, item, item.due);
        if (this_one == 5 || this_one == 6) waive(recorded, item, item.due + days{late});
        if (this_one == 6) fulfil(recorded, item, item.due + days{late / 2});
    }
}

void Lawful::do_work(Recorded recorded, int choice, int late) {
    const std::vector<Item> works = needing();
    if (works.empty()) return;
    const Item& work = works[static_cast<std::size_t>(choice) % works.size()];
    fulfil(recorded, work, work.due + days{late});
}

}  // namespace tracker::gen
