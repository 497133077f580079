// SPDX-License-Identifier: MIT
// Commands about schedule lines: show, set, drop.
#include <algorithm>
#include <set>
#include <tuple>

#include "commands/command.hpp"
#include "commands/kind_arguments.hpp"
#include "commands/line_options.hpp"
#include "commands/put_line.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/rules/line_words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct ScheduleOptions : LineOptions {
    std::vector<std::string> words;  // CLIENT KIND, or KIND with --all
    bool all = false;
    std::string from;
    std::optional<std::string> number, period;
};

void declare_schedule_words(Arguments& arguments, ScheduleOptions& options) {
    arguments.many("WHAT", options.words, "help.schedule.what");
    arguments.flag("--all", options.all, "help.schedule.all");
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

void declare_schedule_show(Arguments& arguments, ScheduleOptions& options) {
    arguments.many("CLIENT", options.words, "help.client");
    arguments.flag("--all", options.all, "help.schedule-show.all");
    arguments.option("--period PERIOD", options.period, "help.schedule-show.period");
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

void declare_schedule_drop(Arguments& arguments, ScheduleOptions& options) {
    declare_schedule_words(arguments, options);
    arguments.required_option("--from PERIOD", options.from, "help.schedule-drop.from");
}

void declare_schedule_set(Arguments& arguments, ScheduleOptions& options) {
    declare_schedule_words(arguments, options);
    declare_line(arguments, options);
    arguments.required_option("--from PERIOD", options.from, "help.line.from");
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

/// Before the database sees it: with the nearest kind for one that the contract doesn't have.
void refuse_what_rules_forbid(Session& session, const Subject& subject, const ScheduleLine& line) {
    ContractFacts after = subject.facts;
    std::erase_if(after.schedule,
                  [&](const ScheduleLine& held) { return held.kind == line.kind && held.from == line.from; });
    for (const Kind input : line.line->inputs.kinds())
        if (input != line.kind) find_kind(session, after, std::string(input.text()));
    with_checked(session, after, line);
}

/// Where --all names contracts that start later, their lines hold from their start.
Period first_period_of_line(const Subject& subject, const ScheduleOptions& options, Period from) {
    if (options.all) return std::max(from, period_of(subject.facts.contract.starts));
    refuse_outside(subject, from);
    return from;
}

int run_schedule_set(const ScheduleOptions& options, Session& session) {
    ScheduleLine line;
    const Period from = session.read_period(options.from);
    const std::vector<Subject> found = subjects(session, options, from, 2);
    line.kind = read_kind(session, options.words.back());
    const DutyCatalogue catalogue(session.store());
    for (const Subject& subject : found) {
        line.from = first_period_of_line(subject, options, from);
        const Schedule schedule(subject.facts, session.calendar());
        const KindNames names(catalogue, options.needs ? kinds_of_contract(session, subject.facts)
                                                       : std::vector<std::string>{});
        line.line = read_line(options, schedule.line(line.kind, line.from), names);
        refuse_what_rules_forbid(session, subject, line);
        const bool fresh = put_line(session, subject, line);
        session.say(Message("schedule.set", {{"outcome", fresh ? outcome(session) : Outcome::known},
                                             {"contract", subject.called()},
                                             {"from", line.from},
                                             {"kind", line.kind},
                                             {"by", line.line->owed_by},
                                             {"line", agreed(*line.line)}}));
        if (fresh) say_what_follows(session, subject, {line.kind});
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
        line.kind = options.all ? read_kind(session, options.words.back())
                                : find_kind(session, subject.facts, options.words.back());
        if (!schedule.line(line.kind, line.from)) {
            session.say(Message("schedule.nothing-to-drop",
                                {{"contract", subject.called()}, {"kind", line.kind}, {"from", line.from}}));
            continue;
        }
        put_line(session, subject, line);
        session.say(Message("schedule.dropped", {{"outcome", outcome(session)},
                                                 {"contract", subject.called()},
                                                 {"kind", line.kind},
                                                 {"from", line.from}}));
        say_what_follows(session, subject, {});
    }
    return 0;
}

/// On a screen, columns of which every line has what is usual say nothing.
void leave_out_defaults(Rows& rows) {
    const auto leave_out = [&](std::size_t column, const Cell& usual) {
        for (const auto& row : rows.rows)
            if (row[column] != usual) return;
        for (auto& row : rows.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
        rows.columns.erase(rows.columns.begin() + static_cast<std::ptrdiff_t>(column));
    };
    constexpr std::size_t months = 8;
    leave_out(months + 4, std::string());  // the title
    leave_out(months + 3, std::int64_t{0});
    leave_out(months + 2, std::string());
    leave_out(months + 1, std::string(text(InPause::withheld)));
    leave_out(months, std::string());
}

/// On a screen, what the kinds beyond the standard ones are called, as far as they are described.
void add_titles(Rows& rows, Session& session) {
    constexpr std::size_t kind = 2;
    rows.columns.push_back({"title", false, true});
    std::set<Kind> kinds;
    for (const auto& row : rows.rows) kinds.insert(Kind{std::get<std::string>(row[kind])});
    const auto titles = titles_of(session, kinds);
    for (auto& row : rows.rows) {
        const auto title = titles.find(Kind{std::get<std::string>(row[kind])});
        row.emplace_back(title == titles.end() ? std::string() : title->second);
    }
}

int run_schedule_show(const ScheduleOptions& options, Session& session) {
    const Period asked = options.period ? session.read_period(*options.period) : period_of(session.on());
    const std::vector<Subject> found = subjects(session, options, asked, 1);
    Rows rows;
    rows.columns = {{"client"},
                    {"contract"},
                    {"kind"},
                    {"from"},
                    {.name = "owed_by", .words = true},
                    {"offset", true},
                    {"day", true},
                    {.name = "convention", .words = true},
                    {"months"},
                    {.name = "pause", .words = true},
                    {"inputs"},
                    {"lead", true}};
    for (const Subject& subject : found) {
        const Schedule schedule(subject.facts, session.calendar());
        const Period period = std::clamp(asked, schedule.first_period(), schedule.last_period());
        for (const auto& lines : schedule.kinds()) {
            const Line* const line = schedule.line(lines.kind, period);
            if (!line) continue;
            Period from = schedule.first_period();
            for (const Schedule::LineFrom& l : lines.lines) {
                if (l.from <= period) from = std::max(schedule.first_period(), l.from);
            }
            rows.rows.push_back(
                {subject.client.code, subject.facts.contract.number, std::string(lines.kind.text()), from,
                 std::string(text(line->owed_by)), std::int64_t{line->offset}, std::int64_t{line->day},
                 std::string(text(line->convention)), line->months.to_text(), std::string(text(line->pause)),
                 line->inputs.to_text(), std::int64_t{line->lead}});
        }
    }
    if (session.format() == Format::table) {
        add_titles(rows, session);
        leave_out_defaults(rows);
    }
    session.list(rows);
    return 0;
}

}  // namespace

std::span<const Command> schedule_commands() {
    static const Command commands[] = {
        {"schedule show", "график показать", group::set_up, "CLIENT", "help.schedule-show", Needs::read, true,
         prepare<ScheduleOptions, declare_schedule_show, run_schedule_show>,
         "tracker schedule show neulovimy\ntracker schedule show --all --csv"},
        {"schedule set", "график задать", group::set_up, "CLIENT KIND", "help.schedule-set", Needs::write,
         false, prepare<ScheduleOptions, declare_schedule_set, run_schedule_set>,
         "tracker schedule set neulovimy vat-return --owed-by us --day 25 --offset 1 --convention following "
         "--every quarter --needs documents,statement --lead 5 --from 2026-10\n"
         "tracker schedule set --all salary --owed-by us --day 5 --offset 1 --convention preceding --from "
         "2027-01"},
        {"schedule drop", "график убрать", group::set_up, "CLIENT KIND", "help.schedule-drop", Needs::write,
         false, prepare<ScheduleOptions, declare_schedule_drop, run_schedule_drop>,
         "tracker schedule drop neulovimy advance --from 2027-01"},
    };
    return commands;
}

}  // namespace tracker
