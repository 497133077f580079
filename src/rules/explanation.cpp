// SPDX-License-Identifier: MIT
// What was agreed, whether there is service, and the money behind it.
#include "tracker/rules/explanation.hpp"

#include <algorithm>
#include <set>

#include "rules/explainer.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

std::string timeliness(Day done, Day due) {
    const auto days = (done - due).count();
    return days == 0  ? "on the day"
           : days > 0 ? count(days, "day") + " late"
                      : count(-days, "day") + " early";
}

Explanation Explainer::explain() {
    agreement();
    service();
    charges();
    money();
    items("The client owes", OwedBy::client,
          [](Status s) { return s == Status::overdue || s == Status::due; });
    items("We owe", OwedBy::us, [](Status s) { return s == Status::overdue || s == Status::due; });
    blocked();
    items("Withheld: not owed while service is paused", OwedBy::us,
          [](Status s) { return s == Status::withheld; });
    done();
    exceptions();
    past_pauses();
    letters();
    return std::move(explanation_);
}

void Explainer::agreement() {
    const Contract& c = facts_.contract;
    const Terms terms = due_rules_.schedule().terms(period_of(ledger_.on));
    auto& lines = section("Agreed").lines;
    lines.push_back(fmt::format("contract {}{}, in force from {}{} {}", c.number,
                                c.signed_on ? " signed on " + format(*c.signed_on) : "", format(c.starts),
                                c.ends ? " to " + format(*c.ends) : "", by_change(c.recorded)));
    lines.push_back(
        fmt::format("fee {} a month; grace {}; service resumes {}", sum(terms.fee), count(terms.grace, "day"),
                    terms.resume == 0 ? std::string("the day all is paid")
                                      : count(terms.resume, "working day") + " after all is paid"));
}

void Explainer::service() {
    auto& lines = section(fmt::format("Service is {}", text(ledger_.service))).lines;
    if (ledger_.paused_since) {
        const bool one = std::any_of(
            ledger_.suspensions.begin(), ledger_.suspensions.end(),
            [&](const Suspension& s) { return s.from == *ledger_.paused_since && s.holds(ledger_.on); });
        if (!one)
            lines.push_back(fmt::format("paused without a break since {}", format(*ledger_.paused_since)));
        for (const Suspension& s : ledger_.suspensions) {
            if (s.holds(ledger_.on)) pause(lines, s);
        }
    } else if (ledger_.warning) {
        lines.push_back(fmt::format("it pauses on {} unless {} come", format(ledger_.warning->pauses_on),
                                    sum(ledger_.warning->amount)));
    } else {
        lines.emplace_back("no charge is past its deadline, and no suspension is on record for this day");
    }
}

void Explainer::pause(std::vector<std::string>& lines, const Suspension& s) {
    if (s.reason == Reason::manual) {
        lines.push_back(fmt::format("paused since {}{}, by record: {}", format(s.from),
                                    s.until ? " until " + format(*s.until) : "", s.text));
        return;
    }
    const bool fee = s.cause_kind == kinds::payment;
    lines.push_back(fmt::format("paused since {}: no payment{}", format(s.from),
                                facts_.contract.clause.empty() ? "" : " (" + facts_.contract.clause + ")"));
    lines.push_back(fmt::format("the {} was due on {}{}",
                                fee ? name_of(s.cause_kind, s.cause_period,
                                              due_rules_.schedule().months(s.cause_kind, s.cause_period))
                                    : "one-off charge",
                                format(s.cause_due),
                                fee ? ": " + due_rules_.rule(s.cause_kind, s.cause_period, s.from) : ""));
    lines.push_back(fmt::format("its grace ended on {}; on {} {} of it were not paid",
                                format(s.cause_deadline), format(s.from), sum(s.cause_outstanding)));
    outlived(lines, s);
    if (s.cleared_on) {
        const Pause* const united = pause_on(ledger_);
        lines.push_back(fmt::format(
            "all was paid on {}{}", format(*s.cleared_on),
            united && united->until ? "; service resumes on " + format(*united->until) : std::string()));
        return;
    }
    what_lifts(lines);
    for (const std::string& missing : what_would_prove(s, evidence_, ledger_.on, client_.code))
        lines.push_back("not proven yet: " + missing);
    for (const AccountGap& gap : gaps_behind_pause(facts_.contract, ledger_, known_))
        lines.push_back(sentence(gap));
}

void Explainer::what_lifts(std::vector<std::string>& lines) {
    const Money least = least_to_clear(ledger_);
    lines.push_back(fmt::format("to be served again {} must come: a part lifts nothing", sum(least)));
    Money first;
    for (const ChargeState& charge : up_to_arrears(ledger_)) {
        if (charge.due < ledger_.on || charge.paid()) continue;
        first += charge.outstanding;
        lines.push_back(fmt::format("{} of it cover the {} first, which is put off to {} but older",
                                    format(charge.outstanding), name_of(charge), format(charge.due)));
    }
    if (const Money back = least - arrears(ledger_) - first; back.minor > 0)
        lines.push_back(
            fmt::format("{} of it make up for what was paid back beyond what had come", format(back)));
}

void Explainer::outlived(std::vector<std::string>& lines, const Suspension& s) {
    std::set<Day> came;
    for (const Payment& payment : facts_.payments) {
        if (payment.date >= s.from && payment.date <= ledger_.on && payment.amount.minor > 0)
            came.insert(payment.date);
    }
    constexpr std::size_t most = 3;
    while (came.size() > most) came.erase(came.begin());
    for (const Day day : came) {
        const Ledger then = make_ledger(facts_, calendar_, day, day);
        const Suspension* const held = unpaid_pause(then);
        if (!held || held->from != s.from) continue;
        if (!held->cleared_on) {
            lines.push_back(fmt::format("what came on {} left {} overdue", format(day), sum(arrears(then))));
        } else if (held->cleared_on != s.cleared_on) {
            lines.push_back(
                fmt::format("nothing was overdue on {}, but before service resumed on {} another charge "
                            "had passed its deadline unpaid, so the pause went on",
                            format(day), format(*held->until)));
        }
    }
}

void Explainer::charges() {
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

std::string Explainer::whole_name(const ChargeState& charge) const {
    const Charge* const fact = one_offs_.of(charge);
    if (!fact) return name_of(charge);
    return fmt::format("charge of {} for {} {}", format(fact->date), fact->text, by_change(fact->recorded));
}

void Explainer::money() {
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
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.date < b.date; });
    auto& lines = section("Money received").lines;
    constexpr std::size_t most = 6;
    if (rows.size() > most)
        lines.push_back(
            fmt::format("{} earlier ones: see 'tracker history {}'", rows.size() - most, client_.code));
    for (std::size_t i = rows.size() > most ? rows.size() - most : 0; i < rows.size(); ++i)
        lines.push_back(rows[i].text);
    lines.push_back(rows.empty() ? "nothing"
                                 : fmt::format("{} in all, nothing later by {}", sum(ledger_.to_cover),
                                               format(ledger_.on)));
    money_left(lines);
    for (const WaitingMoney& money : evidence_.waiting) lines.push_back(sentence(money, client_.code));
}

void Explainer::money_left(std::vector<std::string>& lines) {
    const Money left = to_return(facts_, calendar_, ledger_);
    if (left.minor > 0 && ledger_.service == Service::ended)
        lines.push_back(
            fmt::format("{} more than was charged: to be returned, since the contract is over", sum(left)));
}

Explanation explain(const Client& client, const ContractFacts& facts, const Calendar& calendar,
                    const Ledger& ledger, const KnownDays& known, const Evidence& evidence,
                    const std::vector<LetterState>& letters) {
    return Explainer(client, facts, calendar, ledger, known, evidence, letters).explain();
}

}  // namespace tracker
