// SPDX-License-Identifier: MIT
#include "tracker/core/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "tracker/core/consequences.hpp"
#include "tracker/core/schedule.hpp"
#include "tracker/core/words.hpp"

namespace tracker {
namespace {

std::string by_change(const Recorded& fact) {
    return fmt::format("[change {}]", fact.added);
}

const Extension* extension_of(const ContractFacts& facts, Kind kind, Period period, Day on) {
    const Extension* last = nullptr;
    for (const Extension& e : facts.extensions) {
        if (e.kind != kind || e.period != period || e.date > on) continue;
        if (!last || std::tie(last->date, last->recorded.entry) <= std::tie(e.date, e.recorded.entry))
            last = &e;
    }
    return last;
}

/// "on time", "3 days late", "2 days early" of something that was due on one day and done on another.
std::string timeliness(Day done, Day due) {
    const auto days = (done - due).count();
    return days == 0  ? "on the day"
           : days > 0 ? count(days, "day") + " late"
                      : count(-days, "day") + " early";
}

class Explainer {
  public:
    Explainer(const Client& client, const ContractFacts& facts, const Calendar& calendar,
              const Ledger& ledger, const KnownDays& known, const std::vector<LetterState>& letters)
        : client_(client),
          facts_(facts),
          calendar_(calendar),
          ledger_(ledger),
          known_(known),
          letters_(letters) {}

    Explanation explain() {
        agreement();
        service();
        charges();
        money();
        items("The client owes", OwedBy::client,
              [](Status s) { return s == Status::overdue || s == Status::due; });
        items("We owe", OwedBy::us, [](Status s) { return s == Status::overdue || s == Status::due; });
        items("Withheld: not owed while service is paused", OwedBy::us,
              [](Status s) { return s == Status::withheld; });
        done();
        exceptions();
        past_pauses();
        letters();
        return std::move(explanation_);
    }

  private:
    Explanation::Section& section(std::string heading) {
        return explanation_.sections.emplace_back(Explanation::Section{std::move(heading), {}});
    }

    [[nodiscard]] std::string sum(Money amount) const {
        return format(amount) + " " + facts_.contract.currency;
    }

    [[nodiscard]] std::string clause() const {
        return facts_.contract.clause.empty() ? "" : " (" + facts_.contract.clause + ")";
    }

    void agreement() {
        const Contract& c = facts_.contract;
        const Terms terms = Schedule(facts_, calendar_).terms(period_of(ledger_.on));
        auto& lines = section("Agreed").lines;
        lines.push_back(fmt::format("contract {}{}, in force from {}{} {}", c.number,
                                    c.signed_on ? " signed on " + format(*c.signed_on) : "", format(c.starts),
                                    c.ends ? " to " + format(*c.ends) : "", by_change(c.recorded)));
        lines.push_back(fmt::format(
            "fee {} a month; grace {}; service resumes {}", sum(terms.fee), count(terms.grace, "day"),
            terms.resume == 0 ? std::string("the day all is paid")
                              : count(terms.resume, "working day") + " after all is paid"));
    }

    void service() {
        auto& lines = section(fmt::format("Service is {}", text(ledger_.service))).lines;
        if (ledger_.paused_since) {
            const bool one =
                std::any_of(ledger_.suspensions.begin(), ledger_.suspensions.end(), [&](const Suspension& s) {
                    return s.from == *ledger_.paused_since && Pause{s.from, s.until}.holds(ledger_.on);
                });
            if (!one)
                lines.push_back(
                    fmt::format("paused without a break since {}", format(*ledger_.paused_since)));
            for (const Suspension& s : ledger_.suspensions) {
                if (Pause{s.from, s.until}.holds(ledger_.on)) pause(lines, s);
            }
        } else if (ledger_.warning) {
            lines.push_back(fmt::format("it pauses on {} unless {} come", format(ledger_.warning->pauses_on),
                                        sum(ledger_.warning->amount)));
        } else {
            lines.emplace_back("no charge is past its deadline, and no suspension is on record for this day");
        }
    }

    void pause(std::vector<std::string>& lines, const Suspension& s) {
        if (s.reason == Reason::manual) {
            lines.push_back(fmt::format("paused since {}{}, by record: {}", format(s.from),
                                        s.until ? " until " + format(*s.until) : "", s.text));
            return;
        }
        const bool fee = s.cause_kind == kinds::payment;
        lines.push_back(fmt::format("paused since {}: no payment{}", format(s.from), clause()));
        lines.push_back(
            fmt::format("the {} was due on {}{}",
                        fee ? name_of(s.cause_kind, s.cause_period) : "one-off charge", format(s.cause_due),
                        fee ? ": " + due_rule(facts_, calendar_, s.cause_kind, s.cause_period, s.from) : ""));
        lines.push_back(fmt::format("its grace ended on {}; on {} {} of it were not paid",
                                    format(s.cause_deadline), format(s.from), sum(s.cause_outstanding)));
        if (s.cleared_on) {
            lines.push_back(fmt::format("all was paid on {}; service resumes on {}", format(*s.cleared_on),
                                        format(*s.until)));
            return;
        }
        Money missing;
        for (const ChargeState& charge : ledger_.charges) {
            if (charge.due < ledger_.on) missing += charge.outstanding;
        }
        lines.push_back(fmt::format("to be served again {} must come: a part lifts nothing", sum(missing)));
        if (known_.through && s.from > *known_.through) {
            lines.push_back(fmt::format("payments are known through {} only: what came later is not counted",
                                        format(*known_.through)));
        }
        for (const AccountGap& gap : gaps_behind_pause(facts_.contract, ledger_, known_))
            lines.push_back(sentence(gap));
    }

    void charges() {
        std::vector<const ChargeState*> shown;
        int paid = 0;
        for (auto charge = ledger_.charges.rbegin(); charge != ledger_.charges.rend(); ++charge) {
            if (charge->scheduled > ledger_.on && charge->paid_on == std::nullopt) continue;
            if (charge->paid() && ++paid > 3) continue;
            shown.push_back(&*charge);
        }
        if (shown.empty()) return;
        auto& lines = section("Charges").lines;
        for (auto charge = shown.rbegin(); charge != shown.rend(); ++charge) {
            const ChargeState& c = **charge;
            const std::string state =
                c.paid_on
                    ? fmt::format("paid on {}, {}", format(*c.paid_on), timeliness(*c.paid_on, c.due))
                    : fmt::format("{} outstanding, {}", format(c.outstanding),
                                  c.due < ledger_.on ? "overdue " + count((ledger_.on - c.due).count(), "day")
                                                     : "due " + relative(c.due, ledger_.on));
            lines.push_back(
                fmt::format("{}: {} due on {}, {}", whole_name(c), format(c.amount), format(c.due), state));
        }
    }

    /// A one-off charge is named by its text, and proved by the change that recorded it.
    [[nodiscard]] std::string whole_name(const ChargeState& charge) const {
        for (const Charge& fact : facts_.charges) {
            if (charge.kind != kinds::charge || fact.recorded.entry != charge.entry) continue;
            return fmt::format("charge of {} for {} {}", format(fact.date), fact.text,
                               by_change(fact.recorded));
        }
        return name_of(charge);
    }

    void money() {
        struct Row {
            Day date;
            std::string text;
        };
        std::vector<Row> rows;
        for (const Payment& p : facts_.payments) {
            if (p.date > ledger_.on) continue;
            rows.push_back(
                {p.date, fmt::format("{}: {} {}{} {}", format(p.date), format(p.amount),
                                     p.amount.minor < 0 ? "paid back" : "received",
                                     p.reference.empty() ? "" : ", " + p.reference, by_change(p.recorded))});
        }
        for (const Credit& c : facts_.credits) {
            if (c.date > ledger_.on) continue;
            rows.push_back(
                {c.date, fmt::format("{}: {} forgiven{} {}", format(c.date), format(c.amount),
                                     c.reference.empty() ? "" : ", " + c.reference, by_change(c.recorded))});
        }
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row& a, const Row& b) { return a.date < b.date; });
        auto& lines = section("Money received").lines;
        constexpr std::size_t most = 6;
        if (rows.size() > most)
            lines.push_back(
                fmt::format("{} earlier ones: see 'tracker history {}'", rows.size() - most, client_.code));
        for (std::size_t i = rows.size() > most ? rows.size() - most : 0; i < rows.size(); ++i)
            lines.push_back(rows[i].text);
        lines.push_back(rows.empty() ? "nothing"
                                     : fmt::format("{} in all, nothing later by {}", sum(ledger_.paid),
                                                   format(ledger_.on)));
    }

    template <class Wanted>
    void items(const std::string& heading, OwedBy owed_by, Wanted wanted) {
        std::vector<const Obligation*> found;
        for (const Obligation& item : ledger_.obligations) {
            if (item.owed_by == owed_by && wanted(item.status) && item.due <= ledger_.on)
                found.push_back(&item);
        }
        if (found.empty()) return;
        std::stable_sort(found.begin(), found.end(),
                         [](const auto* a, const auto* b) { return a->due < b->due; });
        auto& lines = section(heading).lines;
        for (const Obligation* item : found) {
            const std::string what =
                item->kind == kinds::charge ? "one-off charge" : name_of(item->kind, item->period);
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

    [[nodiscard]] static std::string lateness(const Obligation& item) {
        return item.days == 0 ? "today" : "overdue " + count(item.days, "day");
    }

    [[nodiscard]] std::string how(const Obligation& item) const {
        if (item.caught_up) return " (the day service resumed)";
        if (item.kind == kinds::charge) return "";
        return " (" + due_rule(facts_, calendar_, item.kind, item.period, ledger_.on) + ")";
    }

    void done() {
        std::vector<const Obligation*> found;
        for (const Obligation& item : ledger_.obligations) {
            if (item.status == Status::done && item.kind != kinds::payment && item.kind != kinds::charge)
                found.push_back(&item);
        }
        if (found.empty()) return;
        std::stable_sort(found.begin(), found.end(),
                         [](const auto* a, const auto* b) { return *a->done_on < *b->done_on; });
        constexpr std::size_t most = 8;
        if (found.size() > most) found.erase(found.begin(), found.end() - most);
        auto& lines = section("Done last").lines;
        for (const Obligation* item : found) {
            const auto fact = std::find_if(
                facts_.fulfilments.begin(), facts_.fulfilments.end(),
                [&](const Fulfilment& f) { return f.kind == item->kind && f.period == item->period; });
            lines.push_back(fmt::format("{}: {}, {} {}", format(*item->done_on),
                                        name_of(item->kind, item->period),
                                        timeliness(*item->done_on, item->due),
                                        fact != facts_.fulfilments.end() ? by_change(fact->recorded) : ""));
        }
    }

    void exceptions() {
        std::vector<std::string> lines;
        for (const Extension& e : facts_.extensions) {
            if (e.date > ledger_.on) continue;
            lines.push_back(fmt::format("{}: {} extended until {}: {} {}", format(e.date),
                                        name_of(e.kind, e.period), format(e.until), e.reason,
                                        by_change(e.recorded)));
        }
        for (const Waiver& w : facts_.waivers) {
            if (w.date > ledger_.on) continue;
            lines.push_back(fmt::format("{}: {} waived: {} {}", format(w.date), name_of(w.kind, w.period),
                                        w.reason, by_change(w.recorded)));
        }
        if (!lines.empty()) section("Exceptions granted").lines = std::move(lines);
    }

    void past_pauses() {
        std::vector<std::string> lines;
        for (const Suspension& s : ledger_.suspensions) {
            if (!s.until || *s.until > ledger_.on) continue;
            lines.push_back(fmt::format("from {} until {}, {}{}", format(s.from), format(*s.until),
                                        text(s.reason),
                                        s.cleared_on ? ", all paid on " + format(*s.cleared_on) : ""));
        }
        if (lines.size() > 5) lines.erase(lines.begin(), lines.end() - 5);
        if (!lines.empty()) section("Paused before").lines = std::move(lines);
    }

    void letters() {
        auto& lines = section("Letters and notices").lines;
        lines = letter_lines(letters_, ledger_.on);
        if (lines.empty()) lines.emplace_back("none on record");
    }

    const Client& client_;
    const ContractFacts& facts_;
    const Calendar& calendar_;
    const Ledger& ledger_;
    const KnownDays& known_;
    const std::vector<LetterState>& letters_;
    Explanation explanation_;
};

}  // namespace

std::string due_rule(const ContractFacts& facts, const Calendar& calendar, Kind kind, Period period, Day on) {
    if (const Extension* extension = extension_of(facts, kind, period, on)) {
        return fmt::format("extended on {}: {}", format(extension->date), extension->reason);
    }
    const Schedule schedule(facts, calendar);
    const auto line = schedule.line(kind, period);
    const auto due = schedule.due(kind, period);
    if (!line || !due) return "no such obligation";
    const Day nominal = Schedule::nominal(*line, period);
    std::string rule = fmt::format("day {} of {}", line->day,
                                   line->offset == 0   ? "the month"
                                   : line->offset == 1 ? "the month after"
                                                       : "month " + format(period + line->offset));
    if (*due == facts.contract.starts && nominal < facts.contract.starts)
        return rule + ", but not before the contract starts";
    if (*due != nominal) {
        rule += fmt::format(", {} working day", line->convention == Convention::following
                                                    ? "moved to the next"
                                                    : "moved to the previous");
    }
    return rule;
}

Explanation explain(const Client& client, const ContractFacts& facts, const Calendar& calendar,
                    const Ledger& ledger, const KnownDays& known, const std::vector<LetterState>& letters) {
    return Explainer(client, facts, calendar, ledger, known, letters).explain();
}

}  // namespace tracker
