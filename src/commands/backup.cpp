// SPDX-License-Identifier: MIT
// Copies of the database, made while others work.
#include <algorithm>
#include <filesystem>

#include "commands/command.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/new_file.hpp"
#include "tracker/base/text.hpp"
#include "tracker/session/session.hpp"

namespace tracker {
namespace fs = std::filesystem;

namespace {

struct BackupOptions {
    std::string file;
    std::optional<std::string> keep;
};

void declare_backup(Arguments& arguments, BackupOptions& options) {
    arguments.required("FILE", options.file, "help.backup.file");
    arguments.option("--keep N", options.keep, "help.backup.keep");
}

/// The dated copies that earlier runs left in a folder, and the name of the next one: "practice-STAMP.db", or
/// "practice-STAMP-2.db" where another database of that name made its own in the same second.
class DatedCopies {
  public:
    DatedCopies(std::string folder, const std::string& database)
        : folder_(std::move(folder)), stem_(fs::path(database).stem().string() + "-") {}

    [[nodiscard]] std::string next(const std::string& stamp) const {
        const std::string name = fmt::format("{}/{}{}", folder_, stem_, stamp);
        std::string free = name + ".db";
        for (int i = 2; files::exists(free) || files::exists(free + ".part"); ++i)
            free = fmt::format("{}-{}.db", name, i);
        return free;
    }

    /// Takes the oldest away, but never the one that was just made (a clock may have been set back), and none
    /// that holds a change which the database doesn't: that may be another database's, or the only one that
    /// has it. Returns how many.
    std::size_t leave(std::size_t newest, const std::string& just_made, const Store& store) const {
        std::vector<std::string> copies;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
            const std::string file = entry.path().filename().string();
            if (entry.symlink_status().type() != fs::file_type::regular) continue;
            if (is_leftover(file)) remove_leftover(entry.path().string());
            if (is_copy(file) && entry.path() != just_made && store.holds_all_of(entry.path().string()))
                copies.push_back(entry.path().string());
        }
        std::sort(copies.begin(), copies.end());
        const std::size_t too_many = copies.size() + 1 > newest ? copies.size() + 1 - newest : 0;
        for (std::size_t i = 0; i < too_many; ++i) files::remove(copies[i]);
        return too_many;
    }

  private:
    static constexpr std::string_view stamp_form = "0000-00-00T000000";
    static constexpr std::string_view tail = ".db";

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_stamp(std::string_view text) {
        return std::equal(text.begin(), text.end(), stamp_form.begin(), stamp_form.end(),
                          [](char c, char form) { return form == '0' ? is_digit(c) : c == form; });
    }
    [[nodiscard]] bool is_copy(std::string_view file) const {
        if (!file.starts_with(stem_) || !file.ends_with(tail)) return false;
        file.remove_prefix(stem_.size());
        file.remove_suffix(tail.size());
        if (!is_stamp(file.substr(0, stamp_form.size()))) return false;
        file.remove_prefix(stamp_form.size());
        return file.empty() || (file.size() > 1 && file.front() == '-' &&
                                std::all_of(file.begin() + 1, file.end(), is_digit));
    }
    /// What a run that was stopped left of a copy.
    [[nodiscard]] bool is_leftover(std::string_view file) const {
        constexpr std::string_view part = ".part";
        return file.ends_with(part) && is_copy(file.substr(0, file.size() - part.size()));
    }

    std::string folder_;
    std::string stem_;
};

int run_backup(const BackupOptions& options, Session& session) {
    std::string file = read_path(options.file, "FILE");
    std::size_t removed = 0;
    if (options.keep) {
        const int keep = read_count(*options.keep, "--keep", 1, 100'000);
        const DatedCopies copies(file, session.database_path());
        file = copies.next(session.stamp());
        session.store().back_up(file);
        session.mark_done();
        removed = copies.leave(static_cast<std::size_t>(keep), file, session.store());
    } else {
        session.store().back_up(file);
        session.mark_done();
    }
    if (session.globals().quiet) return 0;
    session.say(Message("backup.written", {{"file", file}, {"change", session.store().last_change()}}));
    if (removed > 0) session.say(Message("backup.removed", {{"count", removed}}));
    return 0;
}

}  // namespace

std::span<const Command> backup_commands() {
    static const Command commands[] = {
        {"backup", "копия", group::data, "FILE", "help.backup", Needs::whole, false,
         prepare<BackupOptions, declare_backup, run_backup>,
         "tracker backup practice-before-year-end.db\ntracker backup --keep 30 ~/backups --quiet"},
    };
    return commands;
}

}  // namespace tracker
