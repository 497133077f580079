// SPDX-License-Identifier: MIT
// What the end of the mail command means for the letter. Never decides what becomes of it.
#include "tracker/letters/mail_command.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <sysexits.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "letters/mail/mail_process.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr int widest_words = 200;

// What a shell and programs like env end with where a command can't be run.
constexpr int not_executable = 126;
constexpr int not_found = 127;

constexpr std::pair<int, std::string_view> names[] = {
    {EX_OK, "EX_OK"},
    {EX_USAGE, "EX_USAGE"},
    {EX_DATAERR, "EX_DATAERR"},
    {EX_NOINPUT, "EX_NOINPUT"},
    {EX_NOUSER, "EX_NOUSER"},
    {EX_NOHOST, "EX_NOHOST"},
    {EX_OSERR, "EX_OSERR"},
    {EX_UNAVAILABLE, "EX_UNAVAILABLE"},
    {EX_SOFTWARE, "EX_SOFTWARE"},
    {EX_OSFILE, "EX_OSFILE"},
    {EX_CANTCREAT, "EX_CANTCREAT"},
    {EX_IOERR, "EX_IOERR"},
    {EX_TEMPFAIL, "EX_TEMPFAIL"},
    {EX_PROTOCOL, "EX_PROTOCOL"},
    {EX_NOPERM, "EX_NOPERM"},
    {EX_CONFIG, "EX_CONFIG"},
};

SendOutcome outcome_of(const ProcessEnd& end) {
    if (end.held) return SendOutcome::doubtful;  // whatever became of the program, its child may send it yet
    if (end.timed_out || !WIFEXITED(end.status))
        return end.read_all ? SendOutcome::doubtful : SendOutcome::retry;
    switch (WEXITSTATUS(end.status)) {
        case EX_OK:
            // A letter that it didn't read to its end can't have gone out whole, and may have in part.
            return end.read_all ? SendOutcome::sent : SendOutcome::doubtful;
        case not_executable:  // of a script, or a program that starts another: nothing was handed over
        case not_found:
        case EX_NOHOST:
        case EX_UNAVAILABLE:
        case EX_TEMPFAIL:
            return SendOutcome::retry;
        case EX_IOERR:
            // msmtp's own time-out while the server keeps silent after the letter ends so, too.
            return end.read_all ? SendOutcome::doubtful : SendOutcome::retry;
        case EX_PROTOCOL:
            return SendOutcome::doubtful;
        default:
            return SendOutcome::failed;
    }
}

std::string ending_of(const ProcessEnd& end, std::chrono::milliseconds time_out) {
    const std::string_view got = end.read_all ? "" : ", before it had read the letter";
    if (end.timed_out)
        return fmt::format("not ready in {} s{}", std::chrono::duration<double>(time_out).count(), got);
    if (!WIFEXITED(end.status)) {
        const int signal = WTERMSIG(end.status);
        return fmt::format("ended by signal {} ({}){}", signal, ::strsignal(signal), got);
    }
    const int code = WEXITSTATUS(end.status);
    const auto* const named = std::find_if(std::begin(names), std::end(names),
                                           [&](const auto& name) { return name.first == code; });
    const std::string name = named == std::end(names) ? "" : fmt::format(" ({})", named->second);
    return fmt::format("exit code {}{}{}", code, name, code == EX_OK || code == EX_PROTOCOL ? got : "");
}

/// Several lines as one, without what could steer a terminal.
std::string in_one_line(std::string_view words) {
    std::string out;
    LineReader lines(words);
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty()) continue;
        if (!out.empty()) out += "; ";
        out += line;
    }
    return fit(printable(out), widest_words);
}

}  // namespace

SendResult send_mail(const std::vector<std::string>& command, const std::string& recipient,
                     std::string_view message, std::chrono::milliseconds time_out) {
    std::vector<std::string> words = command;
    words.insert(words.end(), {"--", recipient});
    ProcessEnd end;
    if (const int error = run_process(words, message, time_out, end); error != 0) {
        return {
            SendOutcome::retry, error == ENOENT ? not_found : not_executable, false,
            fmt::format("'{}' can't be run: {}", fit(printable(words.front()), 80), std::strerror(error))};
    }
    SendResult result{outcome_of(end), 0, end.read_all, ending_of(end, time_out)};
    result.exit_code = WIFEXITED(end.status) ? WEXITSTATUS(end.status) : -WTERMSIG(end.status);
    if (const std::string said = in_one_line(end.first_words); !said.empty()) result.detail += ": " + said;
    return result;
}

}  // namespace tracker
