// SPDX-License-Identifier: MIT
// The commands that record an exception: extend, waive.
#include <algorithm>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

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
        session.say("known already: {} is waived (change {})", name_of(waiver.kind, period),
                    held.recorded.added);
        return 0;
    }
    record(session, subject, waiver,
           fmt::format("{} waived on {}", name_of(waiver.kind, period), format(session.on())));
    return 0;
}

}  // namespace

std::span<const Command> exception_commands() {
    static const Command commands[] = {
        {"extend", group::each_day, "CLIENT KIND PERIOD", "grant a later due date", Needs::write, false,
         prepare<FactOptions, declare_extend, run_extend>,
         "tracker extend neulovimy documents 2026-10 --until 2026-11-12 --reason 'moved office'"},
        {"waive", group::each_day, "CLIENT KIND PERIOD", "forgive an obligation", Needs::write, false,
         prepare<FactOptions, declare_exception, run_waive>,
         "tracker waive neulovimy statement 2026-10 --reason 'no account movements'"},
    };
    return commands;
}

}  // namespace tracker
