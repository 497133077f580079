// SPDX-License-Identifier: MIT
// Reads the world once (clock, environment, terminal), runs the program, writes its answer; the one catch.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <string>
#include <vector>

#include "tracker/base/error.hpp"
#include "tracker/base/standard_streams.hpp"
#include "tracker/base/text.hpp"
#include "tracker/base/user.hpp"
#include "tracker/commands/failure.hpp"
#include "tracker/commands/program.hpp"

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string default_database() {
    if (std::string path = environment("TRACKER_DB"); !path.empty()) return path;
    std::string folder = environment("XDG_DATA_HOME");
    if (folder.empty()) folder = environment("HOME") + "/.local/share";
    return folder + "/tracker/tracker.db";
}

/// Empty if it isn't a whole path: a relative one is none, says the standard of the XDG folders.
std::string folder_from(const char* name) {
    std::string folder = environment(name);
    return folder.starts_with('/') ? folder : "";
}

/// Where this user's programs keep what holds on this machine only.
std::string config_folder() {
    if (std::string folder = folder_from("XDG_CONFIG_HOME"); !folder.empty()) return folder;
    const std::string home = folder_from("HOME");
    return home.empty() ? "" : home + "/.config";
}

/// The command line as the log shows it, quoted so that a shell would read it back.
std::string command_line(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) {
        if (!line.empty()) line += ' ';
        const bool plain =
            !word.empty() && word.find_first_of(" \t\n\"'\\$`*?[]{}()<>|&;#~!") == std::string::npos;
        line += plain ? word : tracker::shell_quoted(word);
    }
    return tracker::printable(line);
}

int terminal_columns() {
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

/// In lines that begin alike: a refusal of several rows has several. Some quote a path or a message from
/// elsewhere, and nothing of it may steer the terminal. Where nobody can be told, the exit code tells.
void complain(std::string_view what) {
    constexpr std::string_view begin = "\ntracker: ";
    std::string lines;
    while (true) {
        const auto end = what.find(begin);
        lines += fmt::format("tracker: {}\n", tracker::printable(what.substr(0, end)));
        if (end == std::string_view::npos) break;
        what.remove_prefix(end + begin.size());
    }
    tracker::write_all(STDERR_FILENO, lines);
}

/// A full disk is no success, and what is recorded must not look as if it weren't. Returns the exit code.
int tell(const tracker::Answer& answer) {
    const int error = tracker::write_all(STDOUT_FILENO, answer.out);
    // The reader may have had enough: `tracker due | head`.
    if (error == 0 || error == EPIPE) return answer.exit_code;
    const char* const why = std::strerror(error);
    if (answer.done.empty())
        throw tracker::DatabaseError(fmt::format("standard output can't be written: {}", why));
    const std::string unsaid = fmt::format("the answer can't be written to standard output: {}", why);
    if (answer.exit_code == 0) throw tracker::untold(answer.done, unsaid);
    complain(tracker::untold(answer.done, unsaid).what());
    return answer.exit_code;
}

tracker::World read_world(const std::vector<std::string>& words) {
    tracker::World world;
    world.now = tracker::read_clock();
    world.user = tracker::user_on_record();
    world.database = default_database();
    world.home = folder_from("HOME");
    world.config_folder = config_folder();
    world.command = command_line(words);
    world.terminal = ::isatty(STDOUT_FILENO) == 1;
    world.terminal_for_errors = ::isatty(STDERR_FILENO) == 1;
    for (const char* const name : {"LANG", "LC_MESSAGES", "LC_ALL"})
        if (std::string locale = environment(name); !locale.empty()) world.locale = std::move(locale);
    world.no_color = !environment("NO_COLOR").empty();
    if (world.terminal) world.columns = terminal_columns();
    return world;
}

/// Says what the exception that is being handled means, and returns its exit code.
int explain_failure() {
    try {
        throw;
    } catch (const tracker::Error& error) {
        complain(error.what());
        return error.exit_code();
    } catch (const std::filesystem::filesystem_error& error) {
        complain(tracker::plain_words(error));
    } catch (const std::bad_alloc&) {
        complain("out of memory: nothing was recorded");
    } catch (const std::exception& error) {
        complain(fmt::format("a defect in the program, nothing was recorded: {}", error.what()));
    }
    return 4;
}

}  // namespace

int main(int argc, char** argv) {
    if (!tracker::fill_closed_streams()) return 4;
    tracker::outlive_failing_writes();
    try {
        const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
        // Kept to the end of the process, which closes all that is open at once: to take the database's
        // schema apart piece by piece costs a tenth of a start.
        static const tracker::World& world = *new tracker::World(read_world(words));
        static const tracker::Answer& answer = *new tracker::Answer(tracker::run_program(words, world));
        return tell(answer);
    } catch (...) {
        try {
            return explain_failure();
        } catch (const std::bad_alloc&) {  // in the middle of saying something else
            tracker::write_all(STDERR_FILENO, "tracker: out of memory\n");
            return 4;
        }
    }
}
