// SPDX-License-Identifier: MIT
// The changes: log, undo.
#include "command.hpp"
#include "export_facts.hpp"
#include "find.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

int run_log(const NoOptions&, Session& session) {
    session.list(change_rows(session));
    return 0;
}

struct UndoOptions {
    std::optional<std::string> change;
};

void declare_undo(Arguments& arguments, UndoOptions& options) {
    arguments.optional("CHANGE", options.change, "its number in 'tracker log'; without it, the last one");
}

/// The last change that holds and is no undo itself.
ChangeNumber last_to_undo(Session& session) {
    const std::vector<Change> changes = session.store().changes();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (change->number != session.store().change() && !change->undoes && !change->undone_by)
            return change->number;
    }
    throw NotFoundError("there is no change to undo");
}

int run_undo(const UndoOptions& options, Session& session) {
    ChangeNumber number = 0;
    if (options.change) {
        number = read_number(*options.change, "change", "tracker log");
    } else {
        number = last_to_undo(session);
    }
    std::string command;
    for (const Change& change : session.store().changes()) {
        if (change.number == number) command = change.command;
    }
    session.store().undo(number);
    session.say("{} change {}: {}", session.globals().dry_run ? "would take back" : "took back", number,
                printable(command));
    return 0;
}

constexpr std::string_view group = "Data";

}  // namespace

std::span<const Command> log_commands() {
    static const Command commands[] = {
        {"log", group, "", "the changes, in order", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_log>, "tracker log"},
        {"undo", group, "[CHANGE]", "take back a change, in a new change", Needs::write, false,
         prepare<UndoOptions, declare_undo, run_undo>, "tracker undo\ntracker undo 57 --dry-run"},
    };
    return commands;
}

}  // namespace tracker
