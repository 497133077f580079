// SPDX-License-Identifier: MIT
// What is owed and was done on either side, with the rule behind each due date; exceptions, pauses, letters.
#include <algorithm>
#include <map>
#include <tuple>

#include "rules/explainer.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/line_words.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {
DueRules::DueRules(const ContractFacts& facts, const Calendar& calendar)
    : facts_(facts), schedule_(facts, calendar) {
    for (const Extension& extension : facts.extensions) extensions_.push_back(&extension);
    std::stable_sort(extensions_.begin(), extensions_.end(), [](const Extension* a, const Extension* b) {
        return std::tie(a->kind, a->period, a->date, a->recorded.entry) <
               std::tie(b->kind, b->period, b->date, b->recorded.entry);
    });
}

const Extension* DueRules::extension(Kind kind, Period period, Day on) const {
    const auto later = std::upper_bound(extensions_.begin(), extensions_.end(), std::tie(kind, period, on),
                                        [](const auto& key, const Extension* one) {
                                            return key < std::tie(one->kind, one->period, one->date);
                                        });
    if (later == extensions_.begin()) return nullptr;
    const Extension* const last = *std::prev(later);
    return last->kind == kind && last->period == period ? last : nullptr;
}

Message DueRules::rule(Kind kind, Period period, Day on) const {
    if (const Extension* extended = extension(kind, period, on))
        return Message("rule.extended", {{"day", extended->date}, {"reason", extended->reason}});
    if (const Duty* const duty = find_duty(facts_, kind, period))
        return Message("rule.duty", {{"day", duty->date}, {"text", duty->text}});
    const Line* const line = schedule_.line(kind, period);
    const auto due = schedule_.due(kind, period);
    if (!line || !due) return Message("rule.none");
    const Day nominal = Schedule::nominal(*line, period);
    const bool named = line->offset != 0 && line->offset != 1;
    const bool first = *due == facts_.contract.starts && nominal < facts_.contract.starts;
    const bool moved = !first && *due != nominal;
    return Message("rule.line", {{"day", line->day},
                                 {"month", named ? Message("rule.month", {{"month", period + line->offset}})
                                                 : month_from_period(line->offset)},
                                 {"first", first},
                                 {"later", moved && line->convention == Convention::following},
                                 {"earlier", moved && line->convention != Convention::following}});
}

void Explainer::items(const Message& heading, OwedBy owed_by, bool (*wanted)(Status)) {
    std::vector<const Obligation*> found;
    for (const Obligation& item : ledger_.obligations) {
        if (item.owed_by == owed_by && wanted(item.status) && item.due <= ledger_.on) found.push_back(&item);
    }
    if (found.empty()) return;
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->due < b->due; });
    auto& lines = section(heading).lines;
    for (const Obligation* item : found) {
        const Message what = item->kind == kinds::charge ? Message("why.one-off-charge") : name(*item);
        if (item->status == Status::withheld) {
            lines.push_back(
                Message("why.item-withheld", {{"item", what}, {"due", item->due}, {"how", how(*item)}}));
        } else {
            lines.push_back(Message(
                "why.item", {{"item", what}, {"due", item->due}, {"late", item->days}, {"how", how(*item)}}));
        }
    }
}

std::optional<Message> Explainer::how(const Obligation& item) const {
    if (item.caught_up) return Message("why.caught-up");
    if (item.kind == kinds::charge) return std::nullopt;
    if (item.awaited) {
        return Message("why.moved", {{"unmoved", item.unmoved},
                                     {"papers", inputs_.awaited(item, ledger_.on)},
                                     {"lead", inputs_.line_in_need(item)->lead}});
    }
    return due_rules_.rule(item.kind, item.period, ledger_.on);
}

Message Explainer::name(Kind kind, Period period) {
    explanation_.kinds.insert(kind);
    return name_of(kind, period, due_rules_.schedule().months(kind, period));
}

Message Explainer::name(const Obligation& item) {
    explanation_.kinds.insert(item.kind);
    return name_of(item);
}

void Explainer::blocked() {
    Lines lines;
    for (const Obligation& item : ledger_.obligations) {
        if (item.status != Status::blocked) continue;
        lines.push_back(Message("why.item-blocked", {{"item", name(item)},
                                                     {"due", item.due},
                                                     {"how", how(item)},
                                                     {"papers", inputs_.awaited(item, ledger_.on)},
                                                     {"lead", inputs_.line_in_need(item)->lead}}));
    }
    if (!lines.empty()) section(Message("why.blocked")).lines = std::move(lines);
}

void Explainer::done() {
    std::vector<const Obligation*> found;
    for (const Obligation& item : ledger_.obligations) {
        if (item.status == Status::done && item.kind != kinds::payment && item.kind != kinds::charge)
            found.push_back(&item);
    }
    if (found.empty()) return;
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return *a->done_on < *b->done_on; });
    constexpr std::size_t most = 8;
    const std::size_t cut = found.size() > most ? found.size() - most : 0;
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(cut));
    auto& lines = section(Message("why.done")).lines;
    if (cut > 0) lines.push_back(Message("why.done-before", {{"count", cut}, {"client", client_.code}}));
    for (const Obligation* item : found) lines.push_back(done(*item));
}

Message Explainer::done(const Obligation& item) {
    const auto fact =
        std::find_if(facts_.fulfilments.begin(), facts_.fulfilments.end(),
                     [&](const Fulfilment& f) { return f.kind == item.kind && f.period == item.period; });
    const ChangeNumber change = fact != facts_.fulfilments.end() ? fact->recorded.added : 0;
    if (item.blocked)
        return Message("why.done-blocked", {{"day", *item.done_on},
                                            {"item", name(item)},
                                            {"papers", inputs_.awaited(item, ledger_.on)},
                                            {"change", change}});
    return Message("why.done-item", {{"day", *item.done_on},
                                     {"item", name(item)},
                                     {"time", timeliness(*item.done_on, item.due)},
                                     {"how", item.awaited ? how(item) : std::nullopt},
                                     {"change", change}});
}

void Explainer::exceptions() {
    std::multimap<Day, Message> granted;
    for (const Extension& e : facts_.extensions) {
        if (e.date > ledger_.on) continue;
        granted.emplace(e.date, Message("why.extended", {{"day", e.date},
                                                         {"item", name(e.kind, e.period)},
                                                         {"until", e.until},
                                                         {"reason", e.reason},
                                                         {"change", e.recorded.added}}));
    }
    for (const Waiver& w : facts_.waivers) {
        if (w.date > ledger_.on) continue;
        granted.emplace(w.date, Message("why.waived", {{"day", w.date},
                                                       {"item", name(w.kind, w.period)},
                                                       {"reason", w.reason},
                                                       {"change", w.recorded.added}}));
    }
    if (granted.empty()) return;
    auto& lines = section(Message("why.exceptions")).lines;
    for (auto& [day, line] : granted) lines.push_back(std::move(line));
}

void Explainer::past_pauses() {
    Lines lines;
    for (const Suspension& s : ledger_.suspensions) {
        if (!s.until || *s.until > ledger_.on) continue;
        lines.push_back(
            Message("why.paused-before",
                    {{"from", s.from}, {"until", *s.until}, {"reason", s.reason}, {"paid", s.cleared_on}}));
    }
    constexpr std::size_t most = 5;
    if (lines.size() > most) {
        const std::size_t cut = lines.size() - most;
        lines.erase(lines.begin(), lines.end() - most);
        lines.insert(lines.begin(), Message("why.pauses-earlier", {{"count", cut}}));
    }
    if (!lines.empty()) section(Message("why.pauses")).lines = std::move(lines);
}

void Explainer::letters() {
    auto& lines = section(Message("why.letters")).lines;
    const Suspension* const pause = unpaid_pause(ledger_);
    lines = letter_lines(letters_, due_rules_.schedule(), ledger_.on,
                         pause ? std::optional(pause->from) : std::nullopt);
    if (lines.empty()) lines.push_back(Message("why.no-letters"));
}

}  // namespace tracker
