// SPDX-License-Identifier: MIT
// Hands a message to the command that sends mail, and understands how it ended. Never uses a shell, and never
// tries twice.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

/// The words of a command as a shell would read them: parted by blanks, `'...'` as it is, `"..."` with a
/// backslash before `"`, `\`, `$` and backquotes, a backslash before any character outside of quotes. `~` at
/// the start of a word, alone or before `/`, is `home`; nothing else is expanded: `$HOME`, `~maria` and `*`
/// are themselves. Throws InputError for a command without a first word, a quote that isn't closed, a
/// backslash at the end, a NUL, a `~` without a `home`, and for `|`, `&`, `;`, `<` and `>` outside of quotes,
/// which without a shell would become recipients.
std::vector<std::string> split_command(std::string_view text, std::string_view home);

enum class SendOutcome : std::uint8_t {
    sent,      ///< the command says so
    retry,     ///< not sent, and later it may be: worth trying again by itself
    doubtful,  ///< perhaps sent: a person must find out, or the client may get it twice
    failed,    ///< refused: trying again helps nothing before a person has mended something
};

struct SendResult {
    SendOutcome outcome = SendOutcome::failed;
    int exit_code = 0;   ///< -signal if one ended the command; 127 if it isn't there, 126 if it can't be run
    bool read = false;   ///< whether the command had read the whole message by its end
    std::string detail;  ///< one printable line: how it ended, and what it said on standard error, cut
};

/// Runs `command... -- recipient` with the message on its standard input and its standard output thrown away,
/// in the environment of this process but without its terminal, so that nothing can ask for a password and
/// wait. `command` is what split_command gives, `recipient` what read_address gives, `message` what
/// to_message gives.
///
/// Exit codes are those of sysexits.h as msmtp gives them: 0 is sent, but doubtful if the command hadn't read
/// the whole message; 126 and 127 (a shell can't run what it was to run) are retry; 68 (no such host), 69
/// (greylisted) and 75 (no connection) are retry; 74 (reading or writing) is retry, but doubtful once the
/// command had read the whole message, since a server that keeps silent after it ends so; 76 (the connection
/// ended, perhaps after the message) is doubtful; all others are failed. When the time is over, the command
/// and what it started get SIGTERM, and SIGKILL two seconds later. That, and a signal from elsewhere, is
/// doubtful if the command had read the whole message by then, else retry. A command that can't be run
/// (missing, no rights, no descriptors left) is retry. Throws nothing but std::bad_alloc.
SendResult send_mail(const std::vector<std::string>& command, const std::string& recipient,
                     std::string_view message, std::chrono::milliseconds time_out);

}  // namespace tracker
