// SPDX-License-Identifier: MIT
// A camt.053 statement while it is read: its lines are corrected once the whole is known.
#pragma once

#include <vector>

#include "tracker/io/statement.hpp"

namespace tracker {

struct CamtStatement : BankStatement {
    std::vector<BankLine> lines;
};

}  // namespace tracker
