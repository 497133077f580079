// SPDX-License-Identifier: MIT
// A copy of the database, put in its place.
#include <map>

#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/text.hpp"
#include "tracker/letters/confirmed_commands.hpp"
#include "tracker/session/session.hpp"
#include "tracker/store/restoration.hpp"

namespace tracker {
namespace {

struct RestoreOptions {
    std::string file;
};

void declare_restore(Arguments& arguments, RestoreOptions& options) {
    arguments.required("FILE", options.file, "help.restore.file");
}

constexpr std::size_t most_listed = 20;  // changes
constexpr int most_tries = 100;

/// The changes that one database has and the other hasn't, a line each: they are alike up to some change.
std::string difference(Session& session, const char* what, const Store& these, const Store& others) {
    std::vector<Change> changes = these.changes();
    const ChangeNumber common = these.common_with(others);
    std::erase_if(changes, [&](const Change& change) { return change.number <= common; });
    if (changes.empty()) return "";
    std::string lines =
        fmt::format("{}, {} {}:\n", what, changes.size(), changes.size() == 1 ? "change" : "changes");
    const std::size_t first = changes.size() > most_listed ? changes.size() - most_listed : 0;
    if (first > 0) lines += fmt::format("  {} earlier ones, then\n", first);
    for (std::size_t i = first; i < changes.size(); ++i) {
        const Change& change = changes[i];
        lines +=
            fmt::format("  {}  {}  {}  {}\n", change.number, format(in_zone(change.time, session.zone())),
                        printable(change.user), printable(change.command));
    }
    return lines;
}

/// How the present database differs from a copy.
struct Comparison {
    bool present = true;  ///< whether there is a database
    bool same = false;
    std::optional<std::string> head;  ///< of the present database, if it can be read
    std::string lines;                ///< for people
};

Comparison compare(Session& session, const std::string& path, const Store& copy) {
    if (!files::exists(path))
        return {false, false, {}, fmt::format("there is no database {} yet\n", printable(path))};
    try {
        const Store present(path, Store::Access::read);
        const std::string head = present.head();
        if (head == copy.head() && present.findings().empty())
            return {true, true, head, fmt::format("{} is the same already\n", printable(path))};
        return {true, false, head,
                difference(session, "only in the present database", present, copy) +
                    difference(session, "only in the copy", copy, present)};
    } catch (const InUseError&) {
        throw;  // it isn't damaged, and what is in it must be told
    } catch (const DatabaseError& error) {
        return {true,
                false,
                {},
                fmt::format("the present database can't be compared: {}\n", printable(error.what()))};
    }
}

void check_copy(const Store& copy, const std::string& file) {
    const auto findings = copy.findings();
    if (!findings.empty())
        throw DatabaseError(fmt::format("'{}' doesn't hold, nothing was restored: {}", printable(file),
                                        printable(findings.front())));
}

/// A copy may come from anywhere, with the mail command that it names.
void say_if_unconfirmed(const std::map<std::string, std::string>& settings, Session& session) {
    const auto command = settings.find("mail-command");
    if (command == settings.end()) return;
    try {
        if (const auto why = why_not_to_run(session, command->second)) session.say("{}", *why);
    } catch (const Error& error) {  // what is restored stays restored
        session.say("whether its mail command is confirmed isn't known: {}", printable(error.what()));
    }
}

int run_restore(const RestoreOptions& options, Session& session) {
    const std::string path = read_path(session.database_path(), "--db");
    Restoration restoration(read_path(options.file, "FILE"), path);
    std::optional<std::string> kept;
    std::map<std::string, std::string> settings;
    Comparison comparison;
    {
        const Store copy(restoration.copy(), Store::Access::read);
        check_copy(copy, options.file);
        settings = copy.settings();
        // Until nobody records anything between what is compared and what is replaced.
        for (int tries = 0; !kept; ++tries) {
            comparison = compare(session, path, copy);
            if (comparison.same || !comparison.present || session.globals().dry_run) break;
            if (tries == most_tries)
                throw DatabaseError(fmt::format(
                    "the database '{}' is being written to all the time: try again when it is quiet", path));
            kept = restoration.replace(comparison.head,
                                       fmt::format("{}.before-restore-{}", path, session.stamp()));
        }
    }
    session.say_raw(comparison.lines);
    if (comparison.same) return 0;
    if (session.globals().dry_run) {
        session.say(Message("restore.done", {{"dry", true}, {"path", path}, {"file", options.file}}));
        return 0;
    }
    if (!comparison.present) restoration.found();
    session.mark_done();
    session.say(Message("restore.done", {{"dry", false}, {"path", path}, {"file", options.file}}));
    if (kept) session.say(Message("restore.kept", {{"path", *kept}}));
    say_if_unconfirmed(settings, session);
    return 0;
}

}  // namespace

std::span<const Command> restore_commands() {
    static const Command commands[] = {
        {"restore", "восстановить", group::data, "FILE", "help.restore", Needs::own, false,
         prepare<RestoreOptions, declare_restore, run_restore>,
         "tracker restore practice.db --dry-run\ntracker restore practice.db"},
    };
    return commands;
}

}  // namespace tracker
