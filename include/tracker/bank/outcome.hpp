// SPDX-License-Identifier: MIT
// What became of a file's lines, and how an import says so. Its size is that of the answer, not of the file.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tracker/bank/placing.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

struct Outcome {
    /// A contract's payments; the first ones by themselves.
    struct Paid {
        std::size_t payments = 0;
        Money sum;
        std::vector<std::string> first;
    };
    struct Waiting {
        BankRecord record;
        Placement placement;
    };

    std::size_t payments = 0;
    std::size_t known = 0;
    std::size_t outgoing = 0;
    std::size_t transfers = 0;
    std::size_t unplaced = 0;
    std::map<ContractId, Paid> paid;
    std::vector<Waiting> waiting;  ///< the first ones that are unplaced
    std::vector<std::string> new_accounts;
    std::vector<std::string> remarks;

    void pay(ContractId contract, const Payment& payment);
    void wait(BankRecord&& record, Placement&& placement);
};

/// Those whose money a line may be, as the store knows them.
Parties parties_of(const Store& store);

/// Why a line of a file waits that doesn't say whether the money came or went.
Placement unknown_direction();

/// Why a line waits that may be the one of that entry, which another file brought; the hint is where it would
/// belong.
Placement doubtful(const Placing& placing, const BankRecord& record, std::int64_t other);

void say_outcome(Session& session, const Outcome& outcome, const std::string& file);

}  // namespace tracker
