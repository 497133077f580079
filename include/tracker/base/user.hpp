// SPDX-License-Identifier: MIT
// Who works with the program, as the log names them.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace tracker {

/// The name that the environment gives, where the system knows the user by it; else with the number that the
/// system knows: "anna (uid 1000)". Without a name, the system's. `accounts` is the text of /etc/passwd
/// (passwd(5)).
std::string user_on_record(std::string_view name, uid_t number, std::string_view accounts);

/// The same of this process: $USER, else $LOGNAME. Other sources of accounts than /etc/passwd aren't asked:
/// to look a name up there would cost every start a library.
std::string user_on_record();

}  // namespace tracker
