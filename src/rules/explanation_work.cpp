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
#include "tracker/rules/schedule.hpp"

namespace tracker {
namespace {

std::string lateness(const Obligation& item) {
    return item.days == 0 ? "today" : "overdue " + count(item.days, "day");
}

}  // namespace

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

std::string DueRules::rule(Kind kind, Period period, Day on) const {
    if (const Extension* extended = extension(kind, period, on)) {
        return fmt::format("extended on {}: {}", format(extended->date), extended->reason);
    }
    if (const Duty* const duty = find_duty(facts_, kind, period))
        return fmt::format("a duty of {}{}{}", format(duty->date), duty->text.empty() ? "" : ": ",
                           duty->text);
    const Line* const line = schedule_.line(kind, period);
    const auto due = schedule_.due(kind, period);
    if (!line || !due) return "no such obligation";
    const Day nominal = Schedule::nominal(*line, period);
    std::string rule = fmt::format("day {} of {}", line->day,
                                   line->offset == 0   ? "the month"
                                   : line->offset == 1 ? "the month after"
                                                       : "month " + format(period + line->offset));
    if (*due == facts_.contract.starts && nominal < facts_.contract.starts)
        return rule + ", but not before the contract starts";
    if (*due != nominal) {
        rule += fmt::format(", {} working day", line->convention == Convention::following
                                                    ? "moved to the next"
                                                    : "moved to the previous");
    }
    return rule;
}

void Explainer::items(const std::string& heading, OwedBy owed_by, bool (*wanted)(Status)) {
    std::vector<const Obligation*> found;
    for (const Obligation& item : ledger_.obligations) {
        if (item.owed_by == owed_by && wanted(item.status) && item.due <= ledger_.on) found.push_back(&item);
    }
    if (found.empty()) return;
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->due < b->due; });
    auto& lines = section(heading).lines;
    for (const Obligation* item : found) {
        const std::string what = item->kind == kinds::charge ? "one-off charge" : name(*item);
        if (item->status == Status::withheld) {
            lines.push_back(fmt::format(
                "{}: fell due on {}{}, during the pause; it will be due on the day service resumes", what,
                format(item->due), how(*item)));
            continue;
        }
        lines.push_back(
            fmt::format("{}: due on {}, {}{}", what, format(item->due), lateness(*item), how(*item)));
    }
}

std::string Explainer::how(const Obligation& item) const {
    if (item.caught_up) return " (the day service resumed)";
    if (item.kind == kinds::charge) return "";
    if (item.awaited) {
        const Line* const line = inputs_.line_in_need(item);
        return fmt::format(" (was due on {}; moved for {}, and {} for the work)", format(item.unmoved),
                           inputs_.awaited_in_words(item, ledger_.on), count(line->lead, "working day"));
    }
    return " (" + due_rules_.rule(item.kind, item.period, ledger_.on) + ")";
}

std::string Explainer::name(Kind kind, Period period) {
    explanation_.kinds.insert(kind);
    return name_of(kind, period, due_rules_.schedule().months(kind, period));
}

std::string Explainer::name(const Obligation& item) {
    explanation_.kinds.insert(item.kind);
    return name_of(item);
}

void Explainer::blocked() {
    std::vector<std::string> lines;
    for (const Obligation& item : ledger_.obligations) {
        if (item.status != Status::blocked) continue;
        const Line* const line = inputs_.line_in_need(item);
        lines.push_back(fmt::format("{}: due on {}{}; waits for {}; due {} after that", name(item),
                                    format(item.due), how(item), inputs_.awaited_in_words(item, ledger_.on),
                                    count(line->lead, "working day")));
    }
    if (!lines.empty())
        section("Waits for the client: not owed until the papers are here").lines = std::move(lines);
}

std::string Explainer::waited(const Obligation& item) const {
    if (item.blocked) return ", without " + inputs_.awaited_in_words(item, ledger_.on);
    return item.awaited ? how(item) : "";
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
    auto& lines = section("Done last").lines;
    if (cut > 0) lines.push_back(fmt::format("{} before: see 'tracker history {}'", cut, client_.code));
    for (const Obligation* item : found) {
        const auto fact = std::find_if(
            facts_.fulfilments.begin(), facts_.fulfilments.end(),
            [&](const Fulfilment& f) { return f.kind == item->kind && f.period == item->period; });
        lines.push_back(fmt::format("{}: {}, {}{} {}", format(*item->done_on), name(*item),
                                    item->blocked ? "not late" : timeliness(*item->done_on, item->due),
                                    waited(*item),
                                    fact != facts_.fulfilments.end() ? by_change(fact->recorded) : ""));
    }
}

void Explainer::exceptions() {
    std::multimap<Day, std::string> granted;
    for (const Extension& e : facts_.extensions) {
        if (e.date > ledger_.on) continue;
        granted.emplace(e.date,
                        fmt::format("{}: {} extended until {}: {} {}", format(e.date), name(e.kind, e.period),
                                    format(e.until), e.reason, by_change(e.recorded)));
    }
    for (const Waiver& w : facts_.waivers) {
        if (w.date > ledger_.on) continue;
        granted.emplace(w.date, fmt::format("{}: {} waived: {} {}", format(w.date), name(w.kind, w.period),
                                            w.reason, by_change(w.recorded)));
    }
    if (granted.empty()) return;
    auto& lines = section("Exceptions granted").lines;
    for (auto& [day, line] : granted) lines.push_back(std::move(line));
}

void Explainer::past_pauses() {
    std::vector<std::string> lines;
    for (const Suspension& s : ledger_.suspensions) {
        if (!s.until || *s.until > ledger_.on) continue;
        lines.push_back(fmt::format("from {} until {}, {}{}", format(s.from), format(*s.until),
                                    text(s.reason),
                                    s.cleared_on ? ", all paid on " + format(*s.cleared_on) : ""));
    }
    constexpr std::size_t most = 5;
    if (lines.size() > most) {
        const std::size_t cut = lines.size() - most;
        lines.erase(lines.begin(), lines.end() - most);
        lines.insert(lines.begin(), fmt::format("{} earlier: see 'tracker export intervals'", cut));
    }
    if (!lines.empty()) section("Paused before").lines = std::move(lines);
}

void Explainer::letters() {
    auto& lines = section("Letters and notices").lines;
    const Suspension* const pause = unpaid_pause(ledger_);
    lines = letter_lines(letters_, due_rules_.schedule(), ledger_.on,
                         pause ? std::optional(pause->from) : std::nullopt);
    if (lines.empty()) lines.emplace_back("none on record");
}

}  // namespace tracker
