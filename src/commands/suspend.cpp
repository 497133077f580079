// SPDX-License-Identifier: MIT
// The commands that pause service by hand: suspend, resume.
#include <algorithm>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

void declare_suspend(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required_option("--from DATE", options.from, "help.suspend.from");
    arguments.option("--until DATE", options.some_until, "help.suspend.until");
    arguments.required_option("--reason TEXT", options.reason, "help.reason");
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
        throw InputRefusal(
            Message("error.suspended-already", {{"from", suspension.from}, {"client", subject.client.code}}));
    }
    record(session, subject, suspension,
           Message("record.suspension", {{"from", suspension.from}, {"until", suspension.until}}));
    return 0;
}

void declare_resume(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required_option("--reason TEXT", options.reason, "help.reason");
    declare_contract(arguments, options);
}

int run_resume(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    const Day on = session.on();
    const Ledger ledger = ledger_for(session, subject.facts, session.on() + days{400});
    const auto manual = std::find_if(
        ledger.suspensions.begin(), ledger.suspensions.end(),
        [&](const Suspension& s) { return s.reason == Reason::manual && (!s.until || *s.until > on); });
    if (manual == ledger.suspensions.end()) {
        const bool unpaid = ledger.reason == Reason::no_payment;
        throw InputError(
            fmt::format("{} has no manual suspension to end on {}{}", subject.label(), format(on),
                        unpaid ? ": service is paused for no payment, and resumes when all is paid" : ""));
    }
    if (on <= manual->from) {
        throw InputRefusal(Message("error.suspension-begins", {{"day", manual->from}}));
    }
    ManualSuspension record_of_end;
    record_of_end.date = on;
    record_of_end.from = manual->from;
    record_of_end.until = on;
    record_of_end.reason = read_text(options.reason, "the reason");
    record(session, subject, record_of_end,
           Message("record.resumption", {{"from", manual->from}, {"day", on}}));
    return 0;
}

}  // namespace

std::span<const Command> suspend_commands() {
    static const Command commands[] = {
        {"suspend", "приостановить", group::each_day, "CLIENT", "help.suspend", Needs::write, false,
         prepare<FactOptions, declare_suspend, run_suspend>,
         "tracker suspend neulovimy --from today --reason 'client asked'"},
        {"resume", "возобновить", group::each_day, "CLIENT", "help.resume", Needs::write, false,
         prepare<FactOptions, declare_resume, run_resume>,
         "tracker resume neulovimy --reason 'client is back'"},
    };
    return commands;
}

}  // namespace tracker
