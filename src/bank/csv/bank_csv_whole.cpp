// SPDX-License-Identifier: MIT
// What a line of a CSV statement owes to the others: own accounts, ranges, directions by signs.
#include "bank/csv/bank_csv_whole.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {

void place_bank_line(BankLine& line, const BankWhole& whole) {
    const auto is_own = [&](const std::string& account) {
        return !account.empty() && whole.own.contains(account);
    };
    if (line.direction == Direction::unknown && line.document.empty() && whole.is_signed &&
        !is_own(line.payer_account)) {
        line.direction = Direction::incoming;
    }
    const auto& other = line.direction == Direction::outgoing ? line.payee_account : line.payer_account;
    if (line.direction != Direction::unknown && other != line.account && is_own(other))
        line.direction = Direction::own_transfer;
}

void BankTotals::add(const BankLine& line) {
    const auto [held, fresh] = last_.emplace(line.account, line.date);
    if (fresh) accounts_.push_back(line.account);
    held->second = std::max(held->second, line.date);
    if (line.direction == Direction::unknown && unknown_++ == 0) first_unknown_ = line.line;
}

void BankTotals::finish(BankStatement& statement, const BankProse& prose, const std::string& own) const {
    auto accounts = accounts_;
    if (accounts.empty() && !own.empty()) accounts.push_back(own);
    for (const auto& account : accounts) {
        if (!account.empty()) statement.accounts.push_back(account);
        const auto held = last_.find(account);
        if (prose.until) {
            statement.ranges.push_back({account, prose.from, *prose.until});
        } else if (held != last_.end()) {
            statement.ranges.push_back({account, std::nullopt, held->second});
        }
    }
    if (last_.contains("")) {
        statement.remarks.emplace_back("the file names no account of its own: say whose statement it is");
    }
    if (unknown_ == 0) return;
    statement.remarks.push_back(fmt::format("line {}: of {} {} can't be told whether the money came or went",
                                            first_unknown_, unknown_,
                                            unknown_ == 1 ? "line it" : "lines, the first of them here, it"));
}

void check_bank_days(const BankProse& prose, const std::string& file) {
    if (prose.from <= prose.until) return;
    throw InputError(
        fmt::format("'{}' line {}: the statement begins on {}, after its end on {}: export it again",
                    printable(file), prose.line, format(*prose.from), format(*prose.until)));
}

}  // namespace tracker
