// SPDX-License-Identifier: MIT
// The commands that record a fulfilment: done, received.
#include <algorithm>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "commands/kind_arguments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/rules/inputs.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

void declare_done(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("KIND", options.kind, "help.done.kind");
    arguments.optional("PERIOD", options.some_period, "help.done.period");
    arguments.option("--note TEXT", options.note);
    declare_contract(arguments, options);
}

/// The oldest obligation of the kind that is neither fulfilled (on any day) nor waived.
Period oldest_open(Session& session, const Subject& subject, Kind kind) {
    for (int years = 1; years <= 16; years *= 4) {
        const Ledger ledger = make_ledger(subject.facts, session.calendar(), session.on(),
                                          std::min(session.on() + days{366 * years}, latest_day));
        for (const Obligation& item : ledger.obligations) {
            const bool recorded =
                std::any_of(subject.facts.fulfilments.begin(), subject.facts.fulfilments.end(),
                            [&](const Fulfilment& f) { return f.kind == kind && f.period == item.period; });
            if (item.kind == kind && item.open() && !recorded) return item.period;
        }
    }
    throw NotFoundRefusal(Message("error.none-open", {{"contract", subject.called()}, {"kind", kind}}));
}

/// What was done, whether it was late, and whose lateness it was (R7a).
Message done(Session& session, const ContractFacts& after, const Message& name, Kind kind, Period period) {
    const Ledger ledger =
        make_ledger(after, session.calendar(), session.on(), std::min(session.on() + days{3660}, latest_day));
    const auto item = std::find_if(ledger.obligations.begin(), ledger.obligations.end(),
                                   [&](const Obligation& o) { return o.kind == kind && o.period == period; });
    if (item == ledger.obligations.end())
        return Message("done.unowed", {{"item", name}, {"day", session.on()}});
    const Schedule schedule(after, session.calendar());
    const auto papers = ContractInputs(after, schedule).awaited(*item, session.on());
    if (item->blocked)
        return Message("done.blocked",
                       {{"item", name}, {"day", session.on()}, {"due", item->due}, {"papers", papers}});
    return Message("done.item", {{"item", name},
                                 {"day", session.on()},
                                 {"late", item->days},
                                 {"due", item->due},
                                 {"unmoved", item->awaited ? std::optional(item->unmoved) : std::nullopt},
                                 {"papers", papers}});
}

int run_done(const FactOptions& options, Session& session) {
    std::optional<Period> period;
    if (options.some_period) period = session.read_period(*options.some_period);
    const Subject subject = find_subject(session, options.client, options.number,
                                         period ? first_day(*period + 1) - days{1} : session.on());
    const Kind kind = find_kind(session, subject.facts, options.kind);
    if (kind == kinds::payment) {
        throw InputRefusal(Message("error.payment-by-money", {{"client", subject.client.code}}));
    }
    period = options.some_period ? read_period_of(session, subject.facts, kind, *options.some_period)
                                 : oldest_open(session, subject, kind);
    refuse_before_start(session, subject, kind, *period);
    const Months months = Schedule(subject.facts, session.calendar()).months(kind, *period);
    const Message name = titled(session, name_of(kind, *period, months), kind);
    for (const Fulfilment& held : subject.facts.fulfilments) {
        if (held.kind != kind || held.period != *period || held.date != session.on()) continue;
        session.say(Message("done.known", {{"item", name},
                                           {"day", held.date},
                                           {"contract", subject.called()},
                                           {"change", held.recorded.added}}));
        return 0;
    }
    Fulfilment fulfilment;
    fulfilment.kind = kind;
    fulfilment.period = *period;
    fulfilment.date = session.on();
    if (options.note) fulfilment.note = read_text(*options.note, "the note");

    ContractFacts facts = subject.facts;
    facts.fulfilments.push_back(fulfilment);
    record(session, subject, fulfilment, done(session, facts, name, kind, *period));
    return 0;
}

}  // namespace

std::span<const Command> done_commands() {
    static const Command commands[] = {
        {"done", "сделано", group::each_day, "CLIENT KIND [PERIOD]", "help.done", Needs::write, false,
         prepare<FactOptions, declare_done, run_done>,
         "tracker done neulovimy salary 2026-10 --on 2026-11-05\ntracker done neulovimy statement"},
        {"received", "получено", group::each_day, "CLIENT KIND [PERIOD]", "help.received", Needs::write,
         false, prepare<FactOptions, declare_done, run_done>, "tracker received neulovimy documents 2026-10"},
    };
    return commands;
}

}  // namespace tracker
