// SPDX-License-Identifier: MIT
// What a line of a CSV statement owes to the others: occurrences, own accounts, ranges, directions by signs.
#include "io/bank_csv/bank_csv_whole.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {

void place_bank_lines(BankStatement& statement, bool two_accounts) {
    const auto& own = statement.accounts;
    const auto is_own = [&](const std::string& account) {
        return !account.empty() && std::find(own.begin(), own.end(), account) != own.end();
    };
    const bool is_signed = std::any_of(
        statement.lines.begin(), statement.lines.end(),
        [](const BankLine& line) { return line.direction == Direction::outgoing && line.document.empty(); });
    std::size_t unknown = 0;
    std::size_t first = 0;
    for (auto& line : statement.lines) {
        if (line.direction == Direction::unknown && line.document.empty() && is_signed && two_accounts &&
            !is_own(line.payer_account)) {
            line.direction = Direction::incoming;
        }
        const auto& other = line.direction == Direction::outgoing ? line.payee_account : line.payer_account;
        if (line.direction != Direction::unknown && other != line.account && is_own(other))
            line.direction = Direction::own_transfer;
        if (line.direction == Direction::unknown && unknown++ == 0) first = line.line;
    }
    if (unknown == 0) return;
    statement.remarks.push_back(fmt::format("line {}: of {} {} can't be told whether the money came or went",
                                            first, unknown,
                                            unknown == 1 ? "line it" : "lines, the first of them here, it"));
}

void add_bank_ranges(BankStatement& statement, const BankProse& prose, const std::string& own,
                     const std::string& file) {
    if (prose.from > prose.until) {
        throw InputError(
            fmt::format("'{}' line {}: the statement begins on {}, after its end on {}: export it again",
                        printable(file), prose.line, format(*prose.from), format(*prose.until)));
    }
    std::map<std::string_view, Day> last;
    std::vector<std::string> accounts;
    for (const auto& line : statement.lines) {
        const auto [held, fresh] = last.emplace(line.account, line.date);
        if (fresh) accounts.push_back(line.account);
        held->second = std::max(held->second, line.date);
    }
    if (accounts.empty() && !own.empty()) accounts.push_back(own);
    for (const auto& account : accounts) {
        if (!account.empty()) statement.accounts.push_back(account);
        const auto held = last.find(account);
        if (prose.until) {
            statement.ranges.push_back({account, prose.from, *prose.until});
        } else if (held != last.end()) {
            statement.ranges.push_back({account, std::nullopt, held->second});
        }
    }
    if (last.contains("")) {
        statement.remarks.emplace_back("the file names no account of its own: say whose statement it is");
    }
}

}  // namespace tracker
