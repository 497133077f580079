// SPDX-License-Identifier: MIT
// Invented letters of each sort, with everything that can be there and without: what templates are tried
// with. Their days, sums and numbers differ from each other, so that each is recognised in a text.
#pragma once

#include <string>
#include <vector>

#include "tracker/letters/letter_text.hpp"

namespace tracker {

struct LetterCase {
    std::string name;  ///< "with a fee": what is special about it
    Client client;
    Contract contract;
    std::string firm;
    LetterDue letter;
    [[nodiscard]] LetterParties parties(Language language) const {
        return {client, contract, firm, language};
    }
};

std::vector<LetterCase> letter_cases(LetterDue::Sort sort);

}  // namespace tracker
