// SPDX-License-Identifier: MIT
// The proof: why, history.
#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "tracker/bank/money_evidence.hpp"
#include "tracker/facts/bank.hpp"
#include "tracker/reports/evidence_notes.hpp"
#include "tracker/reports/history.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/rules/explanation.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/known_days.hpp"
#include "tracker/session/letters_on_record.hpp"
#include "tracker/views/page.hpp"

namespace tracker {
namespace {

int run_why(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    const Day on = session.on();
    const Ledger ledger = make_ledger(subject.facts, session.calendar(), on, on + days{31});
    const MoneyEvidence evidence(session);
    Explanation explanation =
        explain(subject.client, subject.facts, session.calendar(), ledger, evidence.known(),
                evidence.of(subject.client.id), letters_of(session.store(), subject.id()));
    if (auto titles = title_lines(session, explanation.kinds); !titles.empty())
        explanation.sections.push_back({Message("why.kinds"), std::move(titles)});
    const Message title("why.title", {{"name", subject.client.name},
                                      {"client", subject.client.code},
                                      {"day", on},
                                      {"known", session.globals().known}});
    session.say_raw(to_page(title, explanation, session.speech(), session.columns(), session.colour()));
    return 0;
}

int run_history(const FactOptions& options, Session& session) {
    const Client client = find_client(session, options.client);
    const History history = history_of(session, client, options.number);
    session.list(history.rows);
    if (session.format() != Format::table) return 0;
    for (const Message& line : title_lines(session, history.kinds)) session.say(line);
    return 0;
}

}  // namespace

std::span<const Command> why_commands() {
    static const Command commands[] = {
        {"why", "почему", group::each_day, "CLIENT", "help.why", Needs::read, false,
         prepare<FactOptions, declare_whose, run_why>,
         "tracker why neulovimy\ntracker why неуловимый --on 2026-11-20 --known 2026-11-20T12:00"},
        {"history", "история", group::each_day, "CLIENT", "help.history", Needs::read, true,
         prepare<FactOptions, declare_whose, run_history>, "tracker history neulovimy --csv"},
    };
    return commands;
}

}  // namespace tracker
