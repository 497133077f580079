// SPDX-License-Identifier: MIT
// A copy of the database, put in its place.
#include "command.hpp"
#include "session.hpp"
#include "store/files.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

struct RestoreOptions {
    std::string file;
};

void declare_restore(Arguments& arguments, RestoreOptions& options) {
    arguments.required("FILE", options.file, "a copy that 'tracker backup' made");
}

constexpr std::size_t most_listed = 20;

/// The changes that one database has and the other hasn't: they are alike up to some change.
void say_difference(Session& session, const char* what, const Store& these, const Store& others) {
    std::vector<Change> changes = these.changes();
    const ChangeNumber common = these.common_with(others);
    std::erase_if(changes, [&](const Change& change) { return change.number <= common; });
    if (changes.empty()) return;
    session.say("{}, {} {}:", what, changes.size(), changes.size() == 1 ? "change" : "changes");
    const std::size_t first = changes.size() > most_listed ? changes.size() - most_listed : 0;
    if (first > 0) session.say("  {} earlier ones, then", first);
    for (std::size_t i = first; i < changes.size(); ++i) {
        const Change& change = changes[i];
        session.say("  {}  {}  {}  {}", change.number, format(in_zone(change.time, session.zone())),
                    printable(change.user), printable(change.command));
    }
}

/// Says what differs from the present database; true if nothing does.
bool compare(Session& session, const Store& copy) {
    const std::string path = session.database_path();
    if (files::identity_of(path) == files::Identity{}) {
        session.say("there is no database {} yet", printable(path));
        return false;
    }
    try {
        const Store present(path, Store::Access::read);
        if (present.head() == copy.head() && present.findings().empty()) {
            session.say("{} is the same already", printable(path));
            return true;
        }
        say_difference(session, "only in the present database", present, copy);
        say_difference(session, "only in the copy", copy, present);
    } catch (const DatabaseError& error) {
        session.say("the present database can't be compared: {}", printable(error.what()));
    }
    return false;
}

/// The copy, put beside the database before it takes its place; it is taken away if it doesn't.
class Staged {
  public:
    Staged(const std::string& file, const std::string& path) : name(Store::stage(file, path)) {}
    ~Staged() { files::remove(name); }  // a name that nothing has any more where it was put in place
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;
    const std::string name;
};

int run_restore(const RestoreOptions& options, Session& session) {
    const std::string path = session.database_path();
    const Staged staged(options.file, path);
    bool same = false;
    {
        const Store copy(staged.name, Store::Access::read);
        const auto findings = copy.findings();
        if (!findings.empty())
            throw DatabaseError(fmt::format("'{}' doesn't hold, nothing was restored: {}",
                                            printable(options.file), printable(findings.front())));
        same = compare(session, copy);
    }
    if (same) return 0;
    if (session.globals().dry_run) {
        session.say("would restore {} from {}", printable(path), printable(options.file));
        return 0;
    }
    const bool replaces = files::identity_of(path) != files::Identity{};
    const std::string kept =
        files::free_name(fmt::format("{}.before-restore-{}", path, session.stamp()), path);
    Store::put_in_place(staged.name, path, kept);
    session.say("restored {} from {}", printable(path), printable(options.file));
    if (replaces) session.say("the database as it was is kept: {}", printable(kept));
    return 0;
}

}  // namespace

std::span<const Command> restore_commands() {
    static const Command commands[] = {
        {"restore", "Data", "FILE", "put a copy in the database's place, which is kept beside it", Needs::own,
         false, prepare<RestoreOptions, declare_restore, run_restore>,
         "tracker restore practice.db --dry-run\ntracker restore practice.db"},
    };
    return commands;
}

}  // namespace tracker
