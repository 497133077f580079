// SPDX-License-Identifier: MIT
#include "tracker/bank/firm_accounts.hpp"

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/session/known_days.hpp"

namespace tracker {

FirmAccounts::FirmAccounts(const Store& store, Store::Lines lines) {
    for (const AccountCoverage& account : accounts_of(store)) {
        if (account.foreign()) {
            foreign_[account.account] = account.said->recorded.added;
        } else if (!account.account.empty()) {
            own_.insert(account.account);
        }
    }
    std::unordered_map<ClientId, Owner> by_id;
    for (const Client& client : store.clients()) {
        const Owner owner{client.code, client.name};
        if (!client.tax_id.empty()) clients_[client.tax_id] = owner;
        by_id[client.id] = owner;
    }
    for (const auto& [client, payer] : store.all_owned<Payer>()) {
        if (!payer.account.empty()) client_accounts_[payer.account] = by_id[client];
    }
    for (std::string& tax_id : store.own_tax_ids(lines)) {
        if (!clients_.contains(tax_id)) own_tax_ids_.insert(std::move(tax_id));
    }
}

void FirmAccounts::check_account(const std::string& account, const std::string& file) const {
    const auto foreign = foreign_.find(account);
    if (foreign == foreign_.end()) return;
    throw InputError(fmt::format(
        "'{}': account {} was said not to be the firm's (change {}): if it is, 'tracker account add {}'",
        printable(file), printable(account), foreign->second, printable(account)));
}

void FirmAccounts::check(const BankLine& line, const std::string& file) const {
    if (own_.contains(line.account)) return;
    check_account(line.account, file);
    const std::string& tax_id = line.direction == Direction::incoming   ? line.payee_tax_id
                                : line.direction == Direction::outgoing ? line.payer_tax_id
                                                                        : std::string();
    const auto by_tax_id = clients_.find(tax_id);
    const auto by_account = client_accounts_.find(line.account);
    if (by_tax_id != clients_.end() || by_account != client_accounts_.end()) {
        const Owner& owner = by_tax_id != clients_.end() ? by_tax_id->second : by_account->second;
        throw InputError(fmt::format(
            "{}: account {} is that of {} ({}), not the firm's: import a statement of your own bank",
            place(file, line.line), printable(line.account), owner.code, printable(owner.name)));
    }
    if (line.account.empty() || tax_id.empty() || own_tax_ids_.empty() || own_tax_ids_.contains(tax_id))
        return;
    throw InputError(
        fmt::format("{}: account {} belongs to tax id {}, the firm's statements so far to {}: if it "
                    "is the firm's, too, 'tracker account add {}'",
                    place(file, line.line), printable(line.account), printable(tax_id),
                    printable(*own_tax_ids_.begin()), printable(line.account)));
}

void FirmAccounts::learn_owner(const BankLine& line) {
    const bool paid =
        line.direction == Direction::outgoing && line.payer_account == line.account && !line.account.empty();
    const std::string& tax_id = line.direction == Direction::incoming ? line.payee_tax_id : line.payer_tax_id;
    if (line.direction != Direction::incoming && !paid) return;
    if (!tax_id.empty() && !clients_.contains(tax_id)) learnt_tax_ids_.insert(tax_id);
}

void FirmAccounts::learn_owners_of(const FirmAccounts& file) {
    learnt_tax_ids_.insert(file.learnt_tax_ids_.begin(), file.learnt_tax_ids_.end());
}

bool FirmAccounts::pays(const BankLine& line) const {
    if (own_.contains(line.payer_account)) return true;
    if (foreign_.contains(line.payer_account) || line.payer_tax_id.empty()) return false;
    return own_tax_ids_.contains(line.payer_tax_id) || learnt_tax_ids_.contains(line.payer_tax_id) ||
           (line.payer_tax_id == line.payee_tax_id && !clients_.contains(line.payer_tax_id));
}

Direction FirmAccounts::direction_of(const BankLine& line) const {
    if (line.direction != Direction::incoming && line.direction != Direction::own_transfer)
        return line.direction;
    if (went_out(line))
        return foreign_.contains(line.payee_account) ? Direction::outgoing : Direction::own_transfer;
    return pays(line) ? Direction::own_transfer : Direction::incoming;
}

Direction FirmAccounts::direction_in_file(const BankLine& line) const {
    const bool own = line.direction == Direction::own_transfer && !foreign_.contains(line.payer_account) &&
                     !foreign_.contains(line.payee_account);
    return own ? Direction::own_transfer : direction_of(line);
}

}  // namespace tracker
