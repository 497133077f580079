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
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

void declare_done(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("KIND", options.kind, "statement, documents, salary, advance, ...");
    arguments.optional("PERIOD", options.some_period, "2026-10; without it, the oldest open one");
    arguments.option("--note TEXT", options.note, "");
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
    throw NotFoundError(fmt::format("{} has no open '{}': name the period", subject.label(), kind.text()));
}

/// Whether it was late, and whose lateness it was (R7a).
std::string lateness(Session& session, const ContractFacts& after, Kind kind, Period period) {
    const Ledger ledger =
        make_ledger(after, session.calendar(), session.on(), std::min(session.on() + days{3660}, latest_day));
    const auto item = std::find_if(ledger.obligations.begin(), ledger.obligations.end(),
                                   [&](const Obligation& o) { return o.kind == kind && o.period == period; });
    if (item == ledger.obligations.end()) return "";
    const Schedule schedule(after, session.calendar());
    const std::string papers = ContractInputs(after, schedule).awaited_in_words(*item, session.on());
    if (item->blocked) return fmt::format(", not late (due {}): it waited for {}", format(item->due), papers);
    const std::string moved = item->awaited ? fmt::format("due {}, moved from {} for {}", format(item->due),
                                                          format(item->unmoved), papers)
                                            : "due " + format(item->due);
    return item->days > 0 ? fmt::format(", {} late ({})", count(item->days, "day"), moved)
                          : fmt::format(", on time ({})", moved);
}

int run_done(const FactOptions& options, Session& session) {
    std::optional<Period> period;
    if (options.some_period) period = session.read_period(*options.some_period);
    const Subject subject = find_subject(session, options.client, options.number,
                                         period ? first_day(*period + 1) - days{1} : session.on());
    const Kind kind = find_kind(session, subject.facts, options.kind);
    if (kind == kinds::payment) {
        throw InputError(
            fmt::format("a payment is fulfilled by money: 'tracker pay {} AMOUNT'", subject.client.code));
    }
    period = options.some_period ? read_period_of(session, subject.facts, kind, *options.some_period)
                                 : oldest_open(session, subject, kind);
    refuse_before_start(session, subject, kind, *period);
    const Months months = Schedule(subject.facts, session.calendar()).months(kind, *period);
    const std::string name = titled(session, name_of(kind, *period, months), kind);
    for (const Fulfilment& held : subject.facts.fulfilments) {
        if (held.kind != kind || held.period != *period || held.date != session.on()) continue;
        session.say("known already: {} done on {} ({}, change {})", name, format(held.date), subject.label(),
                    held.recorded.added);
        return 0;
    }
    Fulfilment fulfilment;
    fulfilment.kind = kind;
    fulfilment.period = *period;
    fulfilment.date = session.on();
    if (options.note) fulfilment.note = read_text(*options.note, "the note");

    ContractFacts facts = subject.facts;
    facts.fulfilments.push_back(fulfilment);
    record(
        session, subject, fulfilment,
        fmt::format("{} done on {}{}", name, format(session.on()), lateness(session, facts, kind, *period)));
    return 0;
}

}  // namespace

std::span<const Command> done_commands() {
    static const Command commands[] = {
        {"done", "сделано", group::each_day, "CLIENT KIND [PERIOD]", "record that an obligation was met",
         Needs::write, false, prepare<FactOptions, declare_done, run_done>,
         "tracker done neulovimy salary 2026-10 --on 2026-11-05\ntracker done neulovimy statement"},
        {"received", "получено", group::each_day, "CLIENT KIND [PERIOD]", "the same as done", Needs::write,
         false, prepare<FactOptions, declare_done, run_done>, "tracker received neulovimy documents 2026-10"},
    };
    return commands;
}

}  // namespace tracker
