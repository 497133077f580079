// SPDX-License-Identifier: MIT
// Which days the statements on record speak for, account by account.
#include "tracker/rules/coverage.hpp"

#include <algorithm>
#include <map>

namespace tracker {
namespace {

using ByAccount = std::map<std::string, std::vector<const Statement*>>;

/// Statements by account; those of no account go to the only one there is.
ByAccount by_account(const std::vector<Statement>& statements) {
    ByAccount accounts;
    for (const Statement& statement : statements) accounts[statement.account].push_back(&statement);
    if (const auto nameless = accounts.find(""); nameless != accounts.end() && accounts.size() == 2) {
        std::vector<const Statement*> moved = std::move(nameless->second);
        accounts.erase(nameless);
        auto& only = accounts.begin()->second;
        only.insert(only.end(), moved.begin(), moved.end());
    }
    return accounts;
}

void cover(AccountCoverage& coverage, std::vector<const Statement*> statements,
           const ImportedOn& imported_on) {
    std::sort(statements.begin(), statements.end(), [](const Statement* a, const Statement* b) {
        return a->from.value_or(a->until) < b->from.value_or(b->until);
    });
    for (const Statement* statement : statements) {
        const auto until = speaks_through(*statement, imported_on(*statement));
        if (!until) continue;
        if (coverage.until && statement->from && *statement->from > *coverage.until + days{1}) {
            coverage.gaps.push_back({*coverage.until + days{1}, *statement->from - days{1}});
        }
        if (!coverage.until) coverage.from = statement->from;
        coverage.until = std::max(coverage.until.value_or(*until), *until);
    }
}

}  // namespace

std::optional<Day> speaks_through(const Statement& statement, Day imported_on) {
    Day until = statement.until;
    if (statement.made_on && *statement.made_on <= imported_on) {
        until = std::min(until, *statement.made_on);
    } else if (until >= imported_on) {
        until = imported_on - days{1};
    }
    if (statement.from && until < *statement.from) return std::nullopt;
    return until;
}

bool AccountCoverage::foreign() const {
    return said && said->standing == OwnAccount::Standing::foreign;
}

bool AccountCoverage::counts() const {
    if (!until || foreign()) return false;
    const bool closed = said && said->standing == OwnAccount::Standing::closed;
    return !closed || !said->date || *until < *said->date;
}

std::vector<AccountCoverage> coverage_of(const std::vector<Statement>& statements,
                                         const std::vector<OwnAccount>& said, const ImportedOn& imported_on) {
    std::map<std::string, AccountCoverage> accounts;
    for (auto& [account, held] : by_account(statements)) cover(accounts[account], held, imported_on);
    for (const OwnAccount& word : said) accounts[word.account].said = word;
    std::vector<AccountCoverage> all;
    for (auto& [account, coverage] : accounts) {
        coverage.account = account;
        all.push_back(std::move(coverage));
    }
    return all;
}

std::optional<Day> known_through(const std::vector<AccountCoverage>& accounts) {
    // The run that holds the latest day ends on the latest day, whatever gaps there are before it.
    std::optional<Day> earliest;
    std::optional<Day> last;  // of accounts that are closed, where no other is left
    for (const AccountCoverage& account : accounts) {
        if (account.counts()) {
            earliest = std::min(earliest.value_or(*account.until), *account.until);
        } else if (account.until && !account.foreign()) {
            last = std::max(last.value_or(*account.until), *account.until);
        }
    }
    return earliest ? earliest : last;
}

}  // namespace tracker
