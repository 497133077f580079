// SPDX-License-Identifier: MIT
// What was written to whom, contract by contract, with its state; and how letters are named in words.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "tracker/facts/letter.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/reminders.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

class LettersOnRecord {
  public:
    /// Of all contracts, without the letters' texts.
    explicit LettersOnRecord(const Store& store);

    [[nodiscard]] const std::vector<LetterState>& of(ContractId contract) const;
    /// In order of entry.
    [[nodiscard]] std::vector<const LetterState*> all() const;

  private:
    std::unordered_map<ContractId, std::vector<LetterState>> by_contract_;
};

/// The letters of one contract, likewise.
std::vector<LetterState> letters_of(const Store& store, ContractId contract);

/// From the settings; `from` is the day from which letters speak, else that of the first sending, else the
/// session's day.
ReminderRules reminder_rules(Session& session);

}  // namespace tracker
