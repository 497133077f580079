// SPDX-License-Identifier: MIT
// Reads the world once (clock, environment, terminal), runs the program, writes its answer; the one catch.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "commands/program.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string user_name() {
    for (const char* name : {"USER", "LOGNAME"}) {
        if (std::string user = environment(name); !user.empty()) return user;
    }
    return "uid " + std::to_string(::getuid());  // looking its name up would cost every start a library
}

std::string default_database() {
    if (std::string path = environment("TRACKER_DB"); !path.empty()) return path;
    std::string folder = environment("XDG_DATA_HOME");
    if (folder.empty()) folder = environment("HOME") + "/.local/share";
    return folder + "/tracker/tracker.db";
}

/// The command line as the log shows it, quoted so that a shell would read it back.
std::string command_line(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) {
        if (!line.empty()) line += ' ';
        const bool plain =
            !word.empty() && word.find_first_of(" \t\n\"'\\$`*?[]{}()<>|&;#~!") == std::string::npos;
        if (plain) {
            line += word;
            continue;
        }
        line += '\'';
        for (const char c : word) c == '\'' ? line += "'\\''" : line += c;
        line += '\'';
    }
    return tracker::printable(line);
}

int terminal_columns() {
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

/// A full disk is no success.
void write_out(const std::string& out) {
    if (std::fwrite(out.data(), 1, out.size(), stdout) == out.size() && std::fflush(stdout) == 0) return;
    if (errno == EPIPE) return;  // the reader has had enough: `tracker due | head`
    throw tracker::DatabaseError(fmt::format("standard output can't be written: {}", std::strerror(errno)));
}

/// In lines that begin alike: a refusal of several rows has several. Some quote a path or a message from
/// elsewhere, and nothing of it may steer the terminal.
void complain(std::string_view what) {
    constexpr std::string_view begin = "\ntracker: ";
    while (true) {
        const auto end = what.find(begin);
        fmt::print(stderr, "tracker: {}\n", tracker::printable(what.substr(0, end)));
        if (end == std::string_view::npos) return;
        what.remove_prefix(end + begin.size());
    }
}

tracker::World read_world(const std::vector<std::string>& words) {
    tracker::World world;
    world.now = tracker::read_clock();
    world.user = user_name();
    world.database = default_database();
    world.command = command_line(words);
    world.terminal = ::isatty(STDOUT_FILENO) == 1;
    world.terminal_for_errors = ::isatty(STDERR_FILENO) == 1;
    world.no_color = !environment("NO_COLOR").empty();
    if (world.terminal) world.columns = terminal_columns();
    return world;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
        // Kept to the end of the process, which closes all that is open at once: to take the database's
        // schema apart piece by piece costs a tenth of a start.
        static const tracker::World& world = *new tracker::World(read_world(words));
        static const tracker::Answer& answer = *new tracker::Answer(tracker::run_program(words, world));
        write_out(answer.out);
        return answer.exit_code;
    } catch (const tracker::Error& error) {
        complain(error.what());
        return error.exit_code();
    } catch (const std::bad_alloc&) {
        complain("out of memory: nothing was recorded");
        return 4;
    } catch (const std::exception& error) {
        complain(fmt::format("a defect in the program, nothing was recorded: {}", error.what()));
        return 4;
    }
}
