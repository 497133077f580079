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

Message timeliness(Day done, Day due) {
    const auto late = (done - due).count();
    if (late == 0) return Message("time.on-the-day");
    if (late > 0) return Message("time.late", {{"days", late}});
    return Message("time.early", {{"days", -late}});
}

Explanation Explainer::explain() {
    agreement();
    service();
    charges();
    money();
    const auto open = [](Status s) { return s == Status::overdue || s == Status::due; };
    items(Message("why.client-owes"), OwedBy::client, open);
    items(Message("why.we-owe"), OwedBy::us, open);
    blocked();
    items(Message("why.withheld"), OwedBy::us, [](Status s) { return s == Status::withheld; });
    done();
    exceptions();
    past_pauses();
    letters();
    return std::move(explanation_);
}

void Explainer::agreement() {
    const Contract& c = facts_.contract;
    const Terms terms = due_rules_.schedule().terms(period_of(ledger_.on));
    auto& lines = section(Message("why.agreed")).lines;
    lines.push_back(Message("why.contract", {{"number", c.number},
                                             {"signed", c.signed_on},
                                             {"starts", c.starts},
                                             {"ends", c.ends},
                                             {"change", c.recorded.added}}));
    lines.push_back(
        Message("why.terms", {{"fee", sum(terms.fee)}, {"grace", terms.grace}, {"resume", terms.resume}}));
}

void Explainer::service() {
    auto& lines = section(Message("why.service", {{"service", ledger_.service}})).lines;
    if (ledger_.paused_since) {
        const bool one = std::any_of(
            ledger_.suspensions.begin(), ledger_.suspensions.end(),
            [&](const Suspension& s) { return s.from == *ledger_.paused_since && s.holds(ledger_.on); });
        if (!one) lines.push_back(Message("why.paused-without-break", {{"since", *ledger_.paused_since}}));
        for (const Suspension& s : ledger_.suspensions) {
            if (s.holds(ledger_.on)) pause(lines, s);
        }
    } else if (ledger_.warning) {
        lines.push_back(Message(
            "why.warning", {{"day", ledger_.warning->pauses_on}, {"sum", sum(ledger_.warning->amount)}}));
    } else {
        lines.push_back(Message("why.nothing-pauses"));
    }
}

void Explainer::pause(Lines& lines, const Suspension& s) {
    if (s.reason == Reason::manual) {
        lines.push_back(
            Message("why.paused-by-record", {{"since", s.from}, {"until", s.until}, {"reason", s.text}}));
        return;
    }
    lines.push_back(Message("why.paused-unpaid", {{"since", s.from}, {"clause", facts_.contract.clause}}));
    if (s.cause_kind == kinds::payment) {
        const Months months = due_rules_.schedule().months(s.cause_kind, s.cause_period);
        lines.push_back(
            Message("why.fee-was-due", {{"fee", name_of(s.cause_kind, s.cause_period, months)},
                                        {"due", s.cause_due},
                                        {"rule", due_rules_.rule(s.cause_kind, s.cause_period, s.from)}}));
    } else {
        lines.push_back(Message("why.charge-was-due", {{"due", s.cause_due}}));
    }
    lines.push_back(
        Message("why.grace-ended",
                {{"deadline", s.cause_deadline}, {"day", s.from}, {"sum", sum(s.cause_outstanding)}}));
    outlived(lines, s);
    if (s.cleared_on) {
        const Pause* const united = pause_on(ledger_);
        lines.push_back(Message(
            "why.all-paid", {{"day", *s.cleared_on}, {"resumes", united ? united->until : std::nullopt}}));
        return;
    }
    what_lifts(lines);
    for (Message& missing : what_would_prove(s, evidence_, ledger_.on, client_.code))
        lines.push_back(Message("why.not-proven", {{"missing", std::move(missing)}}));
    for (const AccountGap& gap : gaps_behind_pause(facts_.contract, ledger_, known_))
        lines.push_back(message_of(gap));
}

void Explainer::what_lifts(Lines& lines) {
    const Money least = least_to_clear(ledger_);
    lines.push_back(Message("why.to-be-served", {{"sum", sum(least)}}));
    Money first;
    for (const ChargeState& charge : up_to_arrears(ledger_)) {
        if (charge.due < ledger_.on || charge.paid()) continue;
        first += charge.outstanding;
        lines.push_back(
            Message("why.covers-first",
                    {{"sum", bare(charge.outstanding)}, {"charge", name_of(charge)}, {"due", charge.due}}));
    }
    if (const Money back = least - arrears(ledger_) - first; back.minor > 0)
        lines.push_back(Message("why.makes-up", {{"sum", bare(back)}}));
}

void Explainer::outlived(Lines& lines, const Suspension& s) {
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
            lines.push_back(Message("why.came-too-little", {{"day", day}, {"left", sum(arrears(then))}}));
        } else if (held->cleared_on != s.cleared_on) {
            lines.push_back(Message("why.went-on", {{"day", day}, {"resumed", *held->until}}));
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
    auto& lines = section(Message("why.charges")).lines;
    for (auto charge = shown.rbegin(); charge != shown.rend(); ++charge) {
        const ChargeState& c = **charge;
        if (c.paid_on) {
            lines.push_back(Message("why.charge-paid", {{"charge", whole_name(c)},
                                                        {"amount", bare(c.amount)},
                                                        {"due", c.due},
                                                        {"paid", *c.paid_on},
                                                        {"time", timeliness(*c.paid_on, c.due)}}));
            continue;
        }
        const auto late = (ledger_.on - c.due).count();
        lines.push_back(Message("why.charge-open", {{"charge", whole_name(c)},
                                                    {"amount", bare(c.amount)},
                                                    {"due", c.due},
                                                    {"left", bare(c.outstanding)},
                                                    {"late", std::max<days::rep>(late, 0)},
                                                    {"when", relative(c.due, ledger_.on)}}));
    }
}

Message Explainer::whole_name(const ChargeState& charge) const {
    const Charge* const fact = one_offs_.of(charge);
    if (!fact) return name_of(charge);
    return Message("why.one-off",
                   {{"day", fact->date}, {"text", fact->text}, {"change", fact->recorded.added}});
}

void Explainer::money() {
    struct Row {
        Day date;
        Message text;
    };
    std::vector<Row> rows;
    for (const Payment& p : facts_.payments) {
        if (p.date > ledger_.on) continue;
        rows.push_back({p.date, Message("why.came", {{"day", p.date},
                                                     {"amount", bare(p.amount)},
                                                     {"back", p.amount.minor < 0},
                                                     {"reference", p.reference},
                                                     {"change", p.recorded.added}})});
    }
    for (const Credit& c : facts_.credits) {
        if (c.date > ledger_.on) continue;
        rows.push_back({c.date, Message("why.forgiven", {{"day", c.date},
                                                         {"amount", bare(c.amount)},
                                                         {"reference", c.reference},
                                                         {"change", c.recorded.added}})});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.date < b.date; });
    auto& lines = section(Message("why.money")).lines;
    constexpr std::size_t most = 6;
    const std::size_t cut = rows.size() > most ? rows.size() - most : 0;
    if (cut > 0) lines.push_back(Message("why.earlier", {{"count", cut}, {"client", client_.code}}));
    for (std::size_t i = cut; i < rows.size(); ++i) lines.push_back(rows[i].text);
    lines.push_back(rows.empty()
                        ? Message("why.no-money")
                        : Message("why.in-all", {{"sum", sum(ledger_.to_cover)}, {"day", ledger_.on}}));
    money_left(lines);
    for (const WaitingMoney& waiting : evidence_.waiting) lines.push_back(message_of(waiting, client_.code));
}

void Explainer::money_left(Lines& lines) {
    const Money left = to_return(facts_, calendar_, ledger_);
    if (left.minor > 0 && ledger_.service == Service::ended)
        lines.push_back(Message("why.to-return", {{"sum", sum(left)}}));
}

Explanation explain(const Client& client, const ContractFacts& facts, const Calendar& calendar,
                    const Ledger& ledger, const KnownDays& known, const Evidence& evidence,
                    const std::vector<LetterState>& letters) {
    return Explainer(client, facts, calendar, ledger, known, evidence, letters).explain();
}

}  // namespace tracker
