// SPDX-License-Identifier: MIT
// A camt.053 statement while it is read: its lines are corrected once the whole is known.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "tracker/bank/statement.hpp"

namespace tracker {

struct CamtStatement : BankStatement {
    std::vector<BankLine> lines;
    std::unordered_set<std::string> own;  ///< the accounts, to be found fast
};

}  // namespace tracker
