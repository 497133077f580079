// SPDX-License-Identifier: MIT
// Commands about schedule lines: show, set, drop.
#include <algorithm>
#include <tuple>

#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct ScheduleOptions {
    std::vector<std::string> words;  // CLIENT KIND, or KIND with --all
    bool all = false;
    std::string owed_by, day, offset, convention, from;
    std::optional<std::string> number, period;
};

void declare_schedule_words(Arguments& arguments, ScheduleOptions& options) {
    arguments.many("WHAT", options.words, "CLIENT and KIND; with --all, just the KIND");
    arguments.flag("--all", options.all, "every contract in force or to come");
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

void declare_schedule_show(Arguments& arguments, ScheduleOptions& options) {
    arguments.many("CLIENT", options.words, "code, tax id or part of the name");
    arguments.flag("--all", options.all, "of every contract");
    arguments.option("--period PERIOD", options.period, "the lines in force for it (default: the day's)");
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

void declare_schedule_drop(Arguments& arguments, ScheduleOptions& options) {
    declare_schedule_words(arguments, options);
    arguments.required_option("--from PERIOD", options.from, "the first period without it");
}

void declare_schedule_set(Arguments& arguments, ScheduleOptions& options) {
    declare_schedule_words(arguments, options);
    arguments.required_option("--owed-by client|us", options.owed_by, "who owes it");
    arguments.required_option("--day N", options.day, "day of the month, 1 to 31");
    arguments.required_option("--offset N", options.offset,
                              "months after the period: 0 within it, 1 the next");
    arguments.required_option("--convention none|following|preceding", options.convention,
                              "where the day is no working day");
    arguments.required_option("--from PERIOD", options.from, "the first period of the line");
}

/// The contracts that a schedule command is about, and the kind it names.
std::vector<Subject> subjects(Session& session, const ScheduleOptions& options, Period from,
                              std::size_t words) {
    if (options.words.size() != (options.all ? words - 1 : words)) {
        throw InputError(words == 2 ? "give CLIENT and KIND, or KIND with --all" : "give CLIENT, or --all");
    }
    std::vector<Subject> found;
    if (!options.all) {
        found.push_back(find_subject(session, options.words.front(), options.number, first_day(from)));
        return found;
    }
    const ClientsById clients = clients_by_id(session);
    session.store().each_contract([&](const ContractFacts& facts) {
        if (period_of(facts.contract.ends.value_or(latest_day)) < from) return;
        found.push_back({held(clients, facts.contract.client), facts});
    });
    std::sort(found.begin(), found.end(), [](const Subject& a, const Subject& b) {
        return std::tie(a.client.code, a.facts.contract.number) <
               std::tie(b.client.code, b.facts.contract.number);
    });
    return found;
}

std::string describe(const Line& line) {
    return fmt::format(
        "owed by {}, day {} of the month{}{}", text(line.owed_by), line.day,
        line.offset == 0   ? ""
        : line.offset == 1 ? " after"
                           : fmt::format(" {:+} months", line.offset),
        line.convention == Convention::none ? "" : fmt::format(", {} working day", text(line.convention)));
}

/// Puts the line in force from its period on, replacing one that was set from that same period.
bool put_line(Session& session, const Subject& subject, ScheduleLine line) {
    for (const ScheduleLine& held : subject.facts.schedule) {
        if (held.kind != line.kind || held.from != line.from) continue;
        if (held.line == line.line) return false;
        session.store().retract(subject.id(), held);
    }
    session.store().add(subject.id(), line);
    return true;
}

/// A line from a past period on can make work late, or move a fee.
void say_what_follows(Session& session, const Subject& before) {
    const ContractFacts after = held(session.store().facts(before.id()));
    if (const auto follows = what_follows(session, before.facts, after, Unchanged::silent); !follows.empty())
        session.say("  {}", follows);
}

/// Where --all names contracts that start later, their lines hold from their start.
Period first_period_of_line(const Subject& subject, const ScheduleOptions& options, Period from) {
    if (options.all) return std::max(from, period_of(subject.facts.contract.starts));
    refuse_outside(subject, from);
    return from;
}

int run_schedule_set(const ScheduleOptions& options, Session& session) {
    const auto owed_by = from_text<OwedBy>(options.owed_by);
    if (!owed_by)
        throw InputError(fmt::format("--owed-by '{}' is not client or us", printable(options.owed_by)));
    const auto convention = from_text<Convention>(options.convention);
    if (!convention)
        throw InputError(fmt::format("--convention '{}' is not none, following or preceding",
                                     printable(options.convention)));
    ScheduleLine line;
    const Period from = session.read_period(options.from);
    line.line = Line{*owed_by, read_count(options.offset, "--offset", -12, 24),
                     read_count(options.day, "--day", 1, 31), *convention};
    const std::vector<Subject> found = subjects(session, options, from, 2);
    line.kind = read_kind(options.words.back());
    for (const Subject& subject : found) {
        line.from = first_period_of_line(subject, options, from);
        const bool fresh = put_line(session, subject, line);
        session.say("{} for {} from {}: {}, {}", fresh ? session.recorded() : "known already",
                    subject.label(), format(line.from), line.kind.text(), describe(*line.line));
        if (fresh) say_what_follows(session, subject);
    }
    return 0;
}

int run_schedule_drop(const ScheduleOptions& options, Session& session) {
    ScheduleLine line;
    const Period from = session.read_period(options.from);
    const std::vector<Subject> found = subjects(session, options, from, 2);
    for (const Subject& subject : found) {
        line.from = first_period_of_line(subject, options, from);
        const Schedule schedule(subject.facts, session.calendar());
        line.kind = options.all ? read_kind(options.words.back())
                                : find_kind(session, subject.facts, options.words.back());
        if (!schedule.line(line.kind, line.from)) {
            session.say("{} has no line '{}' in {}: nothing to drop", subject.label(), line.kind.text(),
                        format(line.from));
            continue;
        }
        put_line(session, subject, line);
        session.say("{} for {}: no '{}' from {} on", session.recorded(), subject.label(), line.kind.text(),
                    format(line.from));
        say_what_follows(session, subject);
    }
    return 0;
}

int run_schedule_show(const ScheduleOptions& options, Session& session) {
    const Period asked = options.period ? session.read_period(*options.period) : period_of(session.on());
    const std::vector<Subject> found = subjects(session, options, asked, 1);
    Rows rows;
    rows.columns = {{"client"},  {"contract"},     {"kind"},      {"from"},
                    {"owed_by"}, {"offset", true}, {"day", true}, {"convention"}};
    for (const Subject& subject : found) {
        const Schedule schedule(subject.facts, session.calendar());
        const Period period = std::clamp(asked, schedule.first_period(), schedule.last_period());
        for (const auto& lines : schedule.kinds()) {
            const auto line = schedule.line(lines.kind, period);
            if (!line) continue;
            Period from = schedule.first_period();
            for (const Schedule::LineFrom& l : lines.lines) {
                if (l.from <= period) from = std::max(schedule.first_period(), l.from);
            }
            rows.rows.push_back({subject.client.code, subject.facts.contract.number,
                                 std::string(lines.kind.text()), from, std::string(text(line->owed_by)),
                                 std::int64_t{line->offset}, std::int64_t{line->day},
                                 std::string(text(line->convention))});
        }
    }
    session.list(rows);
    return 0;
}

}  // namespace

std::span<const Command> schedule_commands() {
    static const Command commands[] = {
        {"schedule show", group::set_up, "CLIENT", "what is due when", Needs::read, true,
         prepare<ScheduleOptions, declare_schedule_show, run_schedule_show>,
         "tracker schedule show neulovimy\ntracker schedule show --all --csv"},
        {"schedule set", group::set_up, "CLIENT KIND", "add or move a line from a period on", Needs::write,
         false, prepare<ScheduleOptions, declare_schedule_set, run_schedule_set>,
         "tracker schedule set neulovimy vat-return --owed-by us --day 25 --offset 1 --convention following "
         "--from 2026-10\n"
         "tracker schedule set --all salary --owed-by us --day 5 --offset 1 --convention preceding --from "
         "2027-01"},
        {"schedule drop", group::set_up, "CLIENT KIND", "drop a line from a period on", Needs::write, false,
         prepare<ScheduleOptions, declare_schedule_drop, run_schedule_drop>,
         "tracker schedule drop neulovimy advance --from 2027-01"},
    };
    return commands;
}

}  // namespace tracker
