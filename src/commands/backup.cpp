// SPDX-License-Identifier: MIT
// Copies of the database: made, and put in its place.
#include <algorithm>
#include <filesystem>

#include "command.hpp"
#include "session.hpp"
#include "store/files.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace fs = std::filesystem;

namespace {

struct BackupOptions {
    std::string file;
    std::optional<std::string> keep;
};

void declare_backup(Arguments& arguments, BackupOptions& options) {
    arguments.required("FILE", options.file, "the copy to make; with --keep, the folder for dated copies");
    arguments.option("--keep N", options.keep,
                     "make a dated copy in the folder, and keep the newest N of them");
}

/// "2026-11-20T120000": sorts by time, and is a file's name everywhere.
std::string stamp(Session& session) {
    std::string text = format(in_zone(session.world().now, session.zone())) +
                       fmt::format(":{:02}", session.world().now % 60);
    std::erase(text, ':');
    std::replace(text.begin(), text.end(), ' ', 'T');
    return text;
}

/// The dated copies that earlier runs left in a folder, and the name of the next one.
class DatedCopies {
  public:
    DatedCopies(std::string folder, const std::string& database)
        : folder_(std::move(folder)), stem_(fs::path(database).stem().string()) {}

    [[nodiscard]] std::string next(const std::string& stamp) const { return name(stamp); }

    /// Takes the oldest away, but never the one that was just made: a clock may have been set back. Returns
    /// how many.
    std::size_t leave(std::size_t newest, const std::string& just_made) const {
        std::vector<std::string> copies;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
            const std::string file = entry.path().filename().string();
            if (file.size() == pattern_size() && file.starts_with(stem_ + "-") && file.ends_with(".db") &&
                is_stamp(file.substr(stem_.size() + 1, stamp_size)) && entry.path() != just_made)
                copies.push_back(entry.path().string());
        }
        std::sort(copies.begin(), copies.end());
        const std::size_t too_many = copies.size() + 1 > newest ? copies.size() + 1 - newest : 0;
        for (std::size_t i = 0; i < too_many; ++i) files::remove(copies[i]);
        return too_many;
    }

  private:
    static constexpr std::string_view stamp_form = "0000-00-00T000000";
    static constexpr std::size_t stamp_size = stamp_form.size();

    static bool is_stamp(std::string_view text) {
        return std::equal(text.begin(), text.end(), stamp_form.begin(), stamp_form.end(),
                          [](char c, char form) { return form == '0' ? c >= '0' && c <= '9' : c == form; });
    }
    [[nodiscard]] std::string name(const std::string& stamp) const {
        return fmt::format("{}/{}-{}.db", folder_, stem_, stamp);
    }
    [[nodiscard]] std::size_t pattern_size() const { return stem_.size() + 1 + stamp_size + 3; }

    std::string folder_;
    std::string stem_;
};

int run_backup(const BackupOptions& options, Session& session) {
    std::string file = options.file;
    std::size_t removed = 0;
    if (options.keep) {
        const int keep = read_count(*options.keep, "--keep", 1, 100'000);
        const DatedCopies copies(options.file, session.database_path());
        file = copies.next(stamp(session));
        session.store().back_up(file);
        removed = copies.leave(static_cast<std::size_t>(keep), file);
    } else {
        session.store().back_up(file);
    }
    if (session.globals().quiet) return 0;
    session.say("wrote {}, with all changes up to {}; checked", printable(file),
                session.store().last_change());
    if (removed > 0) session.say("removed {} older {}", removed, removed == 1 ? "copy" : "copies");
    return 0;
}

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
        files::free_name(fmt::format("{}.before-restore-{}", path, stamp(session)), path);
    Store::put_in_place(staged.name, path, kept);
    session.say("restored {} from {}", printable(path), printable(options.file));
    if (replaces) session.say("the database as it was is kept: {}", printable(kept));
    return 0;
}

constexpr std::string_view group = "Data";

}  // namespace

std::span<const Command> backup_commands() {
    static const Command commands[] = {
        {"backup", group, "FILE", "make a copy while others work, and check it", Needs::whole, false,
         prepare<BackupOptions, declare_backup, run_backup>,
         "tracker backup practice-before-year-end.db\ntracker backup --keep 30 ~/backups --quiet"},
        {"restore", group, "FILE", "put a copy in the database's place, which is kept beside it", Needs::own,
         false, prepare<RestoreOptions, declare_restore, run_restore>,
         "tracker restore practice.db --dry-run\ntracker restore practice.db"},
    };
    return commands;
}

}  // namespace tracker
