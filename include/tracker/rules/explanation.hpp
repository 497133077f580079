// SPDX-License-Identifier: MIT
// Why things are as they are for one contract on one day, down to the facts (R11): what is to be said, not
// yet in words.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/base/message.hpp"
#include "tracker/facts/letter.hpp"
#include "tracker/rules/evidence.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {

struct Explanation {
    struct Section {
        Message heading;
        std::vector<Message> lines;
    };
    std::vector<Section> sections;
    std::set<Kind> kinds;  ///< what the sections name
};

/// Names and texts are as they were recorded: whoever shows them makes them safe. Each fact says in brackets
/// which change recorded it. Lists are cut to what fits a page; what is open is never cut.
/// `known` are the days that statements speak for, `evidence` is of the ledger's day.
Explanation explain(const Client& client, const ContractFacts& facts, const Calendar& calendar,
                    const Ledger& ledger, const KnownDays& known, const Evidence& evidence,
                    const std::vector<LetterState>& letters);

}  // namespace tracker
