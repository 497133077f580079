// SPDX-License-Identifier: MIT
// The morning's command.
#include <algorithm>
#include <set>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/kind_names.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/reports/due.hpp"
#include "tracker/reports/evidence_notes.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/reports/obligation_rows.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/views/agenda.hpp"

namespace tracker {
namespace {

struct DueOptions {
    std::optional<std::string> days, owed_by, client, kind;
};

void declare_due(Arguments& arguments, DueOptions& options) {
    arguments.option("--days N", options.days, "help.due.days");
    arguments.option("--owed-by client|us", options.owed_by, "help.due.owed-by");
    arguments.option("--client CLIENT", options.client, "help.due.client");
    arguments.option("--kind KIND", options.kind, "help.due.kind");
}

/// The kinds of all schedules and `charge`; an unknown one gets the nearest.
Kind known_kind(Session& session, const std::string& text) {
    std::set<std::string> names{"charge"};
    for (const auto& [kind, line] : standard_schedule(1)) names.emplace(kind.text());
    session.store().each_contract_from(session.on(), [&](const Client&, const CarriedFacts& facts) {
        for (const ScheduleLine& line : facts.schedule) names.emplace(line.kind.text());
        for (const Duty& duty : facts.duties) names.emplace(duty.kind.text());
    });
    const DutyCatalogue catalogue(session.store());
    const KindNames known(catalogue, {names.begin(), names.end()});
    if (const auto kind = known.meant(text)) return *kind;
    const auto near = known.nearest(text);
    throw NotFoundError(fmt::format("there is no kind '{}': {}", printable(text),
                                    near ? fmt::format("did you mean '{}'?", *near)
                                         : fmt::format("there are {}", fmt::join(names, ", "))));
}

std::set<Kind> kinds_of(const std::vector<AgendaContract>& contracts) {
    std::set<Kind> kinds;
    for (const AgendaContract& contract : contracts)
        for (const Obligation& item : contract.items) kinds.insert(item.kind);
    return kinds;
}

int run_due(const DueOptions& options, Session& session) {
    const int ahead = options.days ? read_count(*options.days, "--days", 0, 3660) : 7;
    DueFilter filter;
    filter.through = std::min(session.on() + days{ahead}, latest_day);
    if (options.owed_by) filter.owed_by = read_word<OwedBy>("--owed-by", *options.owed_by);
    if (options.kind) filter.kind = known_kind(session, *options.kind);
    std::vector<std::string> clients;
    if (options.client) clients.push_back(*options.client);

    ObligationRows rows;
    EvidenceNotes notes(session);
    Agenda agenda;
    agenda.on = session.on();
    agenda.days = ahead;
    const bool screen = session.format() == Format::table;
    each_decided_open(session, clients, filter.through, [&](const Decided& decided) {
        if (screen) {
            AgendaContract contract = agenda_contract(decided, session.calendar(), filter);
            contract.is_proven = !notes.look(decided);
            contract.waiting = notes.waiting_of(decided.client);
            if (!contract.items.empty() || contract.paused_since)
                agenda.contracts.push_back(std::move(contract));
            return;
        }
        for (const Obligation& item : decided.ledger.obligations) {
            if (filter.wants(item)) rows.add(decided, item);
        }
    });
    if (screen) {
        if (session.globals().quiet && agenda.contracts.empty()) return 0;
        agenda.notes = notes.of_evidence();
        // Russian names of kinds are their titles.
        if (session.speech().language() == Language::en)
            agenda.titles = titles_of(session, kinds_of(agenda.contracts));
        session.say_raw(to_screen(agenda, session.speech(), session.columns(), session.colour()));
        return 0;
    }
    rows.sort_by_due();
    session.list(rows.listing());
    return 0;
}

}  // namespace

std::span<const Command> due_commands() {
    static const Command commands[] = {
        {"due", "сегодня", group::each_day, "", "help.due", Needs::read, true,
         prepare<DueOptions, declare_due, run_due>,
         "tracker due\ntracker due --days 14 --owed-by us\ntracker due --on 2026-11-20 --csv"},
    };
    return commands;
}

}  // namespace tracker
