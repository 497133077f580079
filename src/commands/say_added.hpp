// SPDX-License-Identifier: MIT
// What became of the lines of sets that were added to a contract, in groups that fit a screen.
#pragma once

#include <set>
#include <vector>

#include "tracker/rules/added_lines.hpp"
#include "tracker/session/find.hpp"

namespace tracker {

/// What was asked for besides the lines.
struct AddedWith {
    Period from;
    const std::vector<Kind>& except;
    const std::set<Kind>& doubtful;  ///< kinds that only one source is known for
};

/// `subject` is as it was before.
void say_added(Session& session, const Subject& subject, const std::vector<AddedLine>& lines,
               const AddedWith& with);

}  // namespace tracker
