// SPDX-License-Identifier: MIT
// Which accounts are the firm's own: learnt from the statements on record, corrected by the user. Refuses the
// statement of an account that is somebody else's.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "tracker/store/store.hpp"

namespace tracker {

class FirmAccounts {
  public:
    /// Whether the firm's tax ids are those of all lines: an import, which says only what it sees, makes do
    /// with the last ones.
    FirmAccounts(const Store& store, Store::Lines lines);

    /// Throws InputError if the line's account is a client's, an account said to be foreign, or one new to
    /// the firm that belongs to another tax id than its statements so far.
    void check(const BankLine& line, const std::string& file) const;
    /// The user's word on an account of the file. Throws InputError if it is said to be foreign.
    void check_account(const std::string& account, const std::string& file) const;

    /// Takes from a line of the firm's account whose tax id its owner has: what a file says of it holds for
    /// all of the file.
    void learn_owner(const BankLine& line);
    void learn_owners_of(const FirmAccounts& file);

    /// Which way the line went, the accounts being the firm's that are so now: a transfer where it comes from
    /// another of them, whose half may stand in the statement of another bank.
    [[nodiscard]] Direction direction_of(const BankLine& line) const;
    /// The same of a line of the file that is being imported, whose word on its own accounts counts until
    /// they are on record.
    [[nodiscard]] Direction direction_in_file(const BankLine& line) const;
    [[nodiscard]] bool knows(const std::string& account) const { return own_.contains(account); }

  private:
    [[nodiscard]] bool pays(const BankLine& line) const;

    struct Owner {
        std::string code;
        std::string name;
    };

    std::unordered_set<std::string> own_;
    std::unordered_map<std::string, ChangeNumber> foreign_;
    std::unordered_set<std::string> own_tax_ids_;
    std::unordered_set<std::string> learnt_tax_ids_;          ///< of lines that aren't on record yet
    std::unordered_map<std::string, Owner> clients_;          ///< by tax id
    std::unordered_map<std::string, Owner> client_accounts_;  ///< remembered payers' accounts
};

}  // namespace tracker
