// SPDX-License-Identifier: MIT
// Standard input, output and error where the process meets them: open or not, written whole or not. Never
// throws.
#pragma once

#include <string_view>

namespace tracker {

/// Gives each of the three descriptors that is closed to /dev/null, such that using it fails as it did:
/// otherwise the next file that is opened would get the number, and what is meant for people would be written
/// into it. False if that can't be done.
bool fill_closed_streams();

/// Writes all of the bytes, however often it takes. 0 or an errno.
int write_all(int descriptor, std::string_view bytes);

/// A write to a pipe that nobody reads (SIGPIPE), or beyond the limit of a file's size (SIGXFSZ), doesn't end
/// the process but fails. Programs that it starts have the signals as they are by default.
void outlive_failing_writes();

/// Whether a write has failed because a file may not grow (ulimit -f).
bool growth_was_refused();

}  // namespace tracker
