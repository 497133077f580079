// SPDX-License-Identifier: MIT
// Who is late, and how everyone stands: overdue, status.
#include <initializer_list>
#include <set>

#include "commands/command.hpp"
#include "tracker/base/text.hpp"
#include "tracker/reports/evidence_notes.hpp"
#include "tracker/reports/report_rows.hpp"

namespace tracker {
namespace {

/// A column of a report as a screen shows it.
struct Shown {
    std::size_t column;
    const char* heading;
};

/// On a screen, the columns that matter each morning, in 80 columns; files have them all. The contract's
/// number (column 2) is shown where a client has several.
Rows for_screen(const Rows& all, std::initializer_list<Shown> shown) {
    std::set<std::string> clients;
    for (const auto& row : all.rows) clients.insert(std::get<std::string>(row[0]));
    const bool one_each = clients.size() == all.rows.size();
    Rows rows;
    rows.rows.resize(all.rows.size());
    for (const Shown& column : shown) {
        if (column.column == 2 && one_each) continue;
        rows.columns.push_back({column.heading, all.columns[column.column].right,
                                all.columns[column.column].flexible, all.columns[column.column].words});
        for (std::size_t i = 0; i < all.rows.size(); ++i) rows.rows[i].push_back(all.rows[i][column.column]);
    }
    return rows;
}

/// Under a table, in the width of a terminal.
void say_notes(Session& session, const EvidenceNotes& notes) {
    for (Message& note : notes.all()) session.say_wrapped(Message("note.note", {{"note", std::move(note)}}));
}

/// A cell of the service column: short, so that dates stay whole in 80 columns.
std::string service_in_words(Session& session, const std::string& service, std::optional<Day> since,
                             std::optional<Day> until) {
    return session.words(
        Message("status.service", {{"service", Slug{service}}, {"since", since}, {"until", until}}));
}

struct OverdueOptions {
    bool exit_code = false;
};

void declare_overdue(Arguments& arguments, OverdueOptions& options) {
    arguments.flag("--exit-code", options.exit_code, "help.overdue.exit-code");
}

int run_overdue(const OverdueOptions& options, Session& session) {
    EvidenceNotes notes(session);
    Rows rows = overdue_rows(session, notes);
    if (rows.rows.empty() && session.format() == Format::table) {
        if (!session.globals().quiet) session.say(Message("overdue.none", {{"day", session.on()}}));
    } else if (session.format() == Format::table) {
        constexpr std::size_t service = 8;
        for (auto& row : rows.rows) {
            std::string& text = std::get<std::string>(row[service]);
            text = service_in_words(session, text, std::nullopt, std::nullopt);
        }
        session.list(for_screen(rows, {{0, "client"},
                                       {1, "name"},
                                       {2, "contract"},
                                       {3, "items"},
                                       {4, "oldest"},
                                       {5, "days"},
                                       {6, "owed"},
                                       {8, "service"},
                                       {9, "since"}}));
        say_notes(session, notes);
    } else {
        session.list(rows);
    }
    return options.exit_code && !rows.rows.empty() ? 1 : 0;
}

/// "paused since 2026-11-16", "active until 2026-11-16": the service column of a screen, with the day that
/// matters.
void tell_service_days(Session& session, Rows& rows) {
    constexpr std::size_t service = 3;
    constexpr std::size_t since = 4;
    constexpr std::size_t pauses_on = 13;
    for (auto& row : rows.rows) {
        std::string& text = std::get<std::string>(row[service]);
        const bool ended = text == "ended";  // whatever was paused then
        const Day* const paused = ended ? nullptr : std::get_if<Day>(&row[since]);
        const Day* const until = ended || paused ? nullptr : std::get_if<Day>(&row[pauses_on]);
        text = service_in_words(session, text, paused ? std::optional(*paused) : std::nullopt,
                                until ? std::optional(*until) : std::nullopt);
    }
}

struct StatusOptions {
    std::vector<std::string> clients;
};

void declare_status(Arguments& arguments, StatusOptions& options) {
    arguments.many("CLIENT", options.clients, "help.status.client");
}

int run_status(const StatusOptions& options, Session& session) {
    EvidenceNotes notes(session);
    const bool screen = session.format() == Format::table;
    Rows rows = status_rows(session, options.clients, notes, screen ? Audience::screen : Audience::files);
    if (!screen) {
        session.list(rows);
        return 0;
    }
    tell_service_days(session, rows);
    session.list(for_screen(rows, {{0, "client"},
                                   {2, "contract"},
                                   {3, "service"},
                                   {6, "paid"},
                                   {7, "owed"},
                                   {9, "c"},
                                   {10, "us"},
                                   {11, "w"},
                                   {15, "b"},
                                   {12, "next"}}));
    if (rows.rows.empty()) return 0;
    session.say("");
    session.say_wrapped(Message("status.columns"));
    if (const auto& through = notes.known().through; through && !notes.any_unproven())
        session.say(Message("status.known-through", {{"day", *through}}));
    say_notes(session, notes);
    return 0;
}

}  // namespace

std::span<const Command> standing_commands() {
    static const Command commands[] = {
        {"overdue", "должники", group::each_day, "", "help.overdue", Needs::read, true,
         prepare<OverdueOptions, declare_overdue, run_overdue>,
         "tracker overdue\ntracker overdue -q --exit-code"},
        {"status", "состояние", group::each_day, "[CLIENT...]", "help.status", Needs::read, true,
         prepare<StatusOptions, declare_status, run_status>,
         "tracker status\ntracker status neulovimy --json"},
    };
    return commands;
}

}  // namespace tracker
