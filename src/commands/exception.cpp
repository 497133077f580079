// SPDX-License-Identifier: MIT
// The commands that record an exception: extend, waive.
#include <algorithm>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "commands/kind_arguments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

void declare_exception(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("KIND", options.kind, "help.exception.kind");
    arguments.required("PERIOD", options.period, "help.exception.period");
    arguments.required_option("--reason TEXT", options.reason, "help.reason");
    declare_contract(arguments, options);
}

void declare_extend(Arguments& arguments, FactOptions& options) {
    declare_exception(arguments, options);
    arguments.required_option("--until DATE", options.until, "help.extend.until");
}

/// The obligation that an exception is about.
struct Excepted {
    Kind kind;
    Period period;
    Message name;
};

Excepted obligation_of(Session& session, const Subject& subject, const FactOptions& options) {
    const bool charge = options.kind == kinds::charge.text() || kind_of_word(options.kind) == kinds::charge;
    const Kind kind = charge ? kinds::charge : find_kind(session, subject.facts, options.kind);
    const Period period = read_period_of(session, subject.facts, kind, options.period);
    if (!charge) refuse_before_start(session, subject, kind, period);
    const Months months = Schedule(subject.facts, session.calendar()).months(kind, period);
    return {kind, period, titled(session, name_of(kind, period, months), kind)};
}

Subject subject_of(Session& session, const FactOptions& options) {
    return find_subject(session, options.client, options.number,
                        last_day(session.read_period(options.period)));
}

int run_extend(const FactOptions& options, Session& session) {
    const Subject subject = subject_of(session, options);
    const Excepted of = obligation_of(session, subject, options);
    Extension extension;
    extension.kind = of.kind;
    extension.period = of.period;
    extension.date = session.on();
    extension.until = session.read_day(options.until);
    extension.reason = read_text(options.reason, "the reason");
    record(session, subject, extension,
           Message("record.extension", {{"item", of.name}, {"until", extension.until}}));
    return 0;
}

int run_waive(const FactOptions& options, Session& session) {
    const Subject subject = subject_of(session, options);
    const Excepted of = obligation_of(session, subject, options);
    Waiver waiver;
    waiver.kind = of.kind;
    waiver.period = of.period;
    waiver.date = session.on();
    waiver.reason = read_text(options.reason, "the reason");
    for (const Waiver& held : subject.facts.waivers) {
        if (held.kind != waiver.kind || held.period != waiver.period || held.date != waiver.date) continue;
        session.say(Message("record.waived-already", {{"item", of.name}, {"change", held.recorded.added}}));
        return 0;
    }
    record(session, subject, waiver, Message("record.waiver", {{"item", of.name}, {"day", session.on()}}));
    return 0;
}

}  // namespace

std::span<const Command> exception_commands() {
    static const Command commands[] = {
        {"extend", "продлить", group::each_day, "CLIENT KIND PERIOD", "help.extend", Needs::write, false,
         prepare<FactOptions, declare_extend, run_extend>,
         "tracker extend neulovimy documents 2026-10 --until 2026-11-12 --reason 'moved office'"},
        {"waive", "простить", group::each_day, "CLIENT KIND PERIOD", "help.waive", Needs::write, false,
         prepare<FactOptions, declare_exception, run_waive>,
         "tracker waive neulovimy statement 2026-10 --reason 'no account movements'"},
    };
    return commands;
}

}  // namespace tracker
