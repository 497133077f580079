// SPDX-License-Identifier: MIT
// Each day, writing: done, pay, charge, credit, extend, waive, suspend, resume. Each records one fact, and says what
// follows from it.
#include <algorithm>

#include "command.hpp"
#include "find.hpp"
#include "tracker/core/consequences.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/arguments.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

/// How far ahead what follows is looked at: a payment may cover the coming fees.
Ledger ledger_for(Session& session, const ContractFacts& facts) {
    return make_ledger(facts, session.calendar(), session.on(), std::min(session.on() + days{400}, latest_day));
}

/// Records a fact, and says "recorded <what>" and what follows from it, in sentences.
template <class Fact>
void record(Session& session, const Subject& subject, Fact fact, const std::string& what) {
    const Ledger before = ledger_for(session, subject.facts);
    session.store().add(subject.id(), fact);
    const ContractFacts facts = *session.store().facts(subject.id());
    const Ledger after = ledger_for(session, facts);
    session.say("{} {} ({})", session.recorded(), what, subject.label());
    const auto said = consequences(before, after, facts.contract.currency);
    if (!said.empty()) session.say("{}", fmt::join(said, "; "));
}


struct FactOptions {
    std::string client, kind, period, amount, due, text, until, from, reason;
    std::optional<std::string> some_period, some_until, number, reference, note;
};

void declare_contract(Arguments& arguments, FactOptions& options) {
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

void declare_client(Arguments& arguments, FactOptions& options) {
    arguments.required("CLIENT", options.client, "code, tax id or part of the name");
}

void declare_done(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("KIND", options.kind, "statement, documents, salary, advance, ...");
    arguments.optional("PERIOD", options.some_period, "2026-10; without it, the oldest open one");
    arguments.option("--note TEXT", options.note, "");
    declare_contract(arguments, options);
}

/// Throws if R1 says that there is no such obligation; what else is wrong with it, check.hpp says.
void refuse_before_start(Session& session, const Subject& subject, Kind kind, Period period) {
    const Schedule schedule(subject.facts, session.calendar());
    const auto line = schedule.line(kind, period);
    if (!schedule.covers(period) || !line || kind == kinds::payment || schedule.due(kind, *line, period)) return;
    throw InputError(fmt::format("there is no obligation '{}' for {}: it would fall due before the contract starts on {}",
                                 kind.text(), format(period), format(subject.facts.contract.starts)));
}

/// The oldest obligation of the kind that is neither fulfilled (on any day) nor waived.
Period oldest_open(Session& session, const Subject& subject, Kind kind) {
    for (int years = 1; years <= 16; years *= 4) {
        const Ledger ledger = make_ledger(subject.facts, session.calendar(), session.on(),
                                          std::min(session.on() + days{366 * years}, latest_day));
        for (const Obligation& item : ledger.obligations) {
            const bool recorded = std::any_of(subject.facts.fulfilments.begin(), subject.facts.fulfilments.end(),
                                              [&](const Fulfilment& f) { return f.kind == kind && f.period == item.period; });
            if (item.kind == kind && item.open() && !recorded) return item.period;
        }
    }
    throw NotFoundError(fmt::format("{} has no open '{}': name the period", subject.label(), kind.text()));
}

int run_done(const FactOptions& options, Session& session) {
    std::optional<Period> period;
    if (options.some_period) period = session.read_period(*options.some_period);
    const Subject subject = find_subject(session, options.client, options.number, period ? first_day(*period + 1) - days{1} : session.on());
    const Kind kind = find_kind(session, subject.facts, options.kind);
    if (kind == kinds::payment) {
        throw InputError(fmt::format("a payment is fulfilled by money: 'tracker pay {} AMOUNT'", subject.client.code));
    }
    if (!period) period = oldest_open(session, subject, kind);
    refuse_before_start(session, subject, kind, *period);
    for (const Fulfilment& held : subject.facts.fulfilments) {
        if (held.kind != kind || held.period != *period || held.date != session.on()) continue;
        session.say("known already: {} was done on {} ({}, change {})", name_of(kind, *period), format(held.date),
                    subject.label(), held.recorded.added);
        return 0;
    }
    Fulfilment fulfilment;
    fulfilment.kind = kind;
    fulfilment.period = *period;
    fulfilment.date = session.on();
    if (options.note) fulfilment.note = read_text(*options.note, "the note");

    Ledger after;
    {
        ContractFacts facts = subject.facts;
        facts.fulfilments.push_back(fulfilment);
        after = make_ledger(facts, session.calendar(), session.on(), std::min(session.on() + days{3660}, latest_day));
    }
    const auto item = std::find_if(after.obligations.begin(), after.obligations.end(),
                                   [&](const Obligation& o) { return o.kind == kind && o.period == *period; });
    std::string lateness;
    if (item != after.obligations.end()) {
        lateness = item->days > 0 ? fmt::format(", {} late (due {})", count(item->days, "day"), format(item->due))
                                  : fmt::format(", on time (due {})", format(item->due));
    }
    record(session, subject, fulfilment, fmt::format("{} done on {}{}", name_of(kind, *period), format(session.on()), lateness));
    return 0;
}

void declare_pay(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("AMOUNT", options.amount, "6000, 6000.50; negative is a refund");
    arguments.option("--ref TEXT", options.reference, "what the bank calls it");
    declare_contract(arguments, options);
}

int run_pay(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    Payment payment;
    payment.date = session.on();
    payment.amount = read_money(options.amount);
    if (options.reference) payment.reference = read_text(*options.reference, "--ref");
    const bool refund = payment.amount.minor < 0;
    record(session, subject, payment,
           fmt::format("{} of {} {} on {}", refund ? "a refund" : "a payment", format(refund ? Money{} - payment.amount : payment.amount),
                       subject.facts.contract.currency, format(session.on())));
    return 0;
}

void declare_charge(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("AMOUNT", options.amount, "6000, 6000.50");
    arguments.required_option("--due DATE", options.due, "when it falls due");
    arguments.required_option("--for TEXT", options.text, "the work");
    declare_contract(arguments, options);
}

int run_charge(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    Charge charge;
    charge.date = session.on();
    charge.due = session.read_day(options.due);
    charge.amount = read_money(options.amount);
    charge.text = read_text(options.text, "--for");
    record(session, subject, charge,
           fmt::format("a charge of {} {}, due {}, for {}", format(charge.amount), subject.facts.contract.currency,
                       format(charge.due), printable(charge.text)));
    return 0;
}

void declare_credit(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("AMOUNT", options.amount, "6000, 6000.50");
    arguments.required_option("--for TEXT", options.text, "why it is forgiven");
    declare_contract(arguments, options);
}

int run_credit(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    Credit credit;
    credit.date = session.on();
    credit.amount = read_money(options.amount);
    credit.reference = read_text(options.text, "--for");
    record(session, subject, credit,
           fmt::format("a credit of {} {} on {}", format(credit.amount), subject.facts.contract.currency, format(session.on())));
    return 0;
}

void declare_exception(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("KIND", options.kind, "statement, documents, payment, ...");
    arguments.required("PERIOD", options.period, "2026-10");
    arguments.required_option("--reason TEXT", options.reason, "stays on record");
    declare_contract(arguments, options);
}

void declare_extend(Arguments& arguments, FactOptions& options) {
    declare_exception(arguments, options);
    arguments.required_option("--until DATE", options.until, "the new due date");
}

Kind kind_of_obligation(Session& session, const Subject& subject, const std::string& text, Period period) {
    if (text == kinds::charge.text()) return kinds::charge;
    const Kind kind = find_kind(session, subject.facts, text);
    refuse_before_start(session, subject, kind, period);
    return kind;
}

int run_extend(const FactOptions& options, Session& session) {
    const Period period = session.read_period(options.period);
    const Subject subject = find_subject(session, options.client, options.number, last_day(period));
    Extension extension;
    extension.kind = kind_of_obligation(session, subject, options.kind, period);
    extension.period = period;
    extension.date = session.on();
    extension.until = session.read_day(options.until);
    extension.reason = read_text(options.reason, "the reason");
    record(session, subject, extension,
           fmt::format("{} extended until {}", name_of(extension.kind, period), format(extension.until)));
    return 0;
}

int run_waive(const FactOptions& options, Session& session) {
    const Period period = session.read_period(options.period);
    const Subject subject = find_subject(session, options.client, options.number, last_day(period));
    Waiver waiver;
    waiver.kind = kind_of_obligation(session, subject, options.kind, period);
    waiver.period = period;
    waiver.date = session.on();
    waiver.reason = read_text(options.reason, "the reason");
    for (const Waiver& held : subject.facts.waivers) {
        if (held.kind != waiver.kind || held.period != period || held.date != waiver.date) continue;
        session.say("known already: {} is waived (change {})", name_of(waiver.kind, period), held.recorded.added);
        return 0;
    }
    record(session, subject, waiver, fmt::format("{} waived on {}", name_of(waiver.kind, period), format(session.on())));
    return 0;
}

void declare_suspend(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required_option("--from DATE", options.from, "the first day without service");
    arguments.option("--until DATE", options.some_until, "the first day of service again (default: open)");
    arguments.required_option("--reason TEXT", options.reason, "stays on record");
    declare_contract(arguments, options);
}

int run_suspend(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    ManualSuspension suspension;
    suspension.date = session.on();
    suspension.from = session.read_day(options.from);
    if (options.some_until) suspension.until = session.read_day(*options.some_until);
    suspension.reason = read_text(options.reason, "the reason");
    const bool held = std::any_of(subject.facts.suspensions.begin(), subject.facts.suspensions.end(),
                                  [&](const ManualSuspension& s) { return s.from == suspension.from; });
    if (held) {
        throw InputError(fmt::format("a suspension from {} is on record: end it with 'tracker resume {}', or undo it",
                                     format(suspension.from), subject.client.code));
    }
    record(session, subject, suspension,
           fmt::format("a suspension from {}{}", format(suspension.from), suspension.until ? " until " + format(*suspension.until) : ""));
    return 0;
}

void declare_resume(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required_option("--reason TEXT", options.reason, "stays on record");
    declare_contract(arguments, options);
}

int run_resume(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    const Day on = session.on();
    const Ledger ledger = ledger_for(session, subject.facts);
    const auto manual = std::find_if(ledger.suspensions.begin(), ledger.suspensions.end(), [&](const Suspension& s) {
        return s.reason == Reason::manual && (!s.until || *s.until > on);
    });
    if (manual == ledger.suspensions.end()) {
        const bool unpaid = ledger.reason == Reason::no_payment;
        throw InputError(fmt::format("{} has no manual suspension to end on {}{}", subject.label(), format(on),
                                     unpaid ? ": service is paused for no payment, and resumes when all is paid" : ""));
    }
    if (on <= manual->from) {
        throw InputError(fmt::format("the suspension begins on {}: undo it to take it back", format(manual->from)));
    }
    ManualSuspension record_of_end;
    record_of_end.date = on;
    record_of_end.from = manual->from;
    record_of_end.until = on;
    record_of_end.reason = read_text(options.reason, "the reason");
    record(session, subject, record_of_end, fmt::format("the end of the suspension from {}: service from {} on", format(manual->from), format(on)));
    return 0;
}

constexpr std::string_view group = "Each day";

}  // namespace

std::span<const Command> fact_commands() {
    static const Command commands[] = {
        {"done", group, "CLIENT KIND [PERIOD]", "record that an obligation was met", Needs::write, false,
         prepare<FactOptions, declare_done, run_done>, "tracker done neulovimy salary 2026-10 --on 2026-11-05\ntracker done neulovimy statement"},
        {"received", group, "CLIENT KIND [PERIOD]", "the same as done", Needs::write, false,
         prepare<FactOptions, declare_done, run_done>, "tracker received neulovimy documents 2026-10"},
        {"pay", group, "CLIENT AMOUNT", "record money received; says what it covers", Needs::write, false,
         prepare<FactOptions, declare_pay, run_pay>, "tracker pay neulovimy 3000 --on 2026-11-20\ntracker pay neulovimy -500 --ref 'refund 14'"},
        {"charge", group, "CLIENT AMOUNT", "record a one-off charge: work out of scope", Needs::write, false,
         prepare<FactOptions, declare_charge, run_charge>, "tracker charge neulovimy 2500 --due +14d --for 'restoring the books of 2025'"},
        {"credit", group, "CLIENT AMOUNT", "forgive an amount; counts like a payment", Needs::write, false,
         prepare<FactOptions, declare_credit, run_credit>, "tracker credit neulovimy 500 --for 'our mistake in October'"},
        {"extend", group, "CLIENT KIND PERIOD", "grant a later due date", Needs::write, false,
         prepare<FactOptions, declare_extend, run_extend>, "tracker extend neulovimy documents 2026-10 --until 2026-11-12 --reason 'moved office'"},
        {"waive", group, "CLIENT KIND PERIOD", "forgive an obligation", Needs::write, false,
         prepare<FactOptions, declare_exception, run_waive>, "tracker waive neulovimy statement 2026-10 --reason 'no account movements'"},
        {"suspend", group, "CLIENT", "pause service by hand", Needs::write, false,
         prepare<FactOptions, declare_suspend, run_suspend>, "tracker suspend neulovimy --from today --reason 'client asked'"},
        {"resume", group, "CLIENT", "end a manual suspension", Needs::write, false,
         prepare<FactOptions, declare_resume, run_resume>, "tracker resume neulovimy --reason 'client is back'"},
    };
    return commands;
}

}  // namespace tracker
