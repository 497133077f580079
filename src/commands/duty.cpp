// SPDX-License-Identifier: MIT
// Obligations recorded by themselves (R1b): duty add.
#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "commands/kind_arguments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct DutyOptions : FactOptions {
    std::optional<std::string> owed_by, what_for, in_pause;
};

void declare_duty_add(Arguments& arguments, DutyOptions& options) {
    declare_client(arguments, options);
    arguments.required("KIND", options.kind, "help.duty-add.kind");
    arguments.required_option("--due DATE", options.due, "help.duty-add.due");
    arguments.option("--period PERIOD", options.some_period, "help.duty-add.period");
    arguments.option("--owed-by client|us", options.owed_by, "help.duty-add.owed-by");
    arguments.option("--for TEXT", options.what_for, "help.duty-add.for");
    arguments.option("--in-pause withheld|owed", options.in_pause, "help.in-pause");
    declare_contract(arguments, options);
}

int run_duty_add(const DutyOptions& options, Session& session) {
    Duty duty;
    duty.kind = read_kind(session, options.kind);
    duty.due = session.read_day(options.due);
    duty.period = options.some_period ? session.read_period(*options.some_period) : period_of(duty.due);
    duty.date = session.on();
    if (options.owed_by) duty.owed_by = read_word<OwedBy>("--owed-by", *options.owed_by);
    if (options.in_pause) duty.pause = read_word<InPause>("--in-pause", *options.in_pause);
    if (options.what_for) duty.text = read_text(*options.what_for, "the text");
    const Subject subject = find_subject(session, options.client, options.number);
    const Message name = titled(session, name_of(duty.kind, duty.period, Months{}), duty.kind);
    for (const Duty& held : subject.facts.duties) {
        if (held.kind != duty.kind || held.period != duty.period || held.due != duty.due ||
            held.owed_by != duty.owed_by || held.text != duty.text || held.pause != duty.pause)
            continue;
        session.say(Message("record.duty-already", {{"item", name},
                                                    {"due", held.due},
                                                    {"contract", subject.called()},
                                                    {"change", held.recorded.added}}));
        return 0;
    }
    record(session, subject, duty,
           Message("record.duty", {{"item", name}, {"by", duty.owed_by}, {"due", duty.due}}));
    return 0;
}

}  // namespace

std::span<const Command> duty_commands() {
    static const Command commands[] = {
        {"duty add", "срок добавить", group::set_up, "CLIENT KIND", "help.duty-add", Needs::write, false,
         prepare<DutyOptions, declare_duty_add, run_duty_add>,
         "tracker duty add neulovimy demand --due 2026-11-26 --for 'answer to demand 17-04/215'\n"
         "tracker duty add neulovimy ndfl6-year --period 2025 --due 2026-02-25"},
    };
    return commands;
}

}  // namespace tracker
