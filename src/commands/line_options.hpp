// SPDX-License-Identifier: MIT
// The options that say what a line of a schedule is.
#pragma once

#include <optional>
#include <string>

#include "commands/arguments.hpp"
#include "tracker/exchange/kind_names.hpp"
#include "tracker/facts/schedule_line.hpp"

namespace tracker {

struct LineOptions {
    std::string owed_by, day, offset, convention;
    std::optional<std::string> every, months, in_pause, needs, lead;
};

void declare_line(Arguments& arguments, LineOptions& options);

/// The line that the options mean. What they don't say of periods, pauses and papers stays as in `before`,
/// the line that the contract has of the kind; nullptr where it has none. Papers are the contract's kinds by
/// `names`. Throws InputError.
Line read_line(const LineOptions& options, const Line* before, const KindNames& names);

}  // namespace tracker
