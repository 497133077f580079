// SPDX-License-Identifier: MIT
#include "tracker/bank/waiting.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/line_judge.hpp"
#include "tracker/bank/placing.hpp"

namespace tracker {

namespace {

/// `each` gives the lines that may wait.
template <class Each>
std::vector<WaitingLine> named_by(const Store& store, Each each) {
    std::vector<WaitingLine> waiting;
    std::optional<Placing> placing;
    std::optional<FirmAccounts> accounts;  // asked last, for they are learnt from all lines
    each([&](const BankRecord& record) {
        const BankLine& line = record.line;
        if (!placing) placing.emplace(parties_of(store));
        const bool out = line.direction == Direction::outgoing;
        const std::vector<ClientId> named = out ? placing->paid_to(line) : placing->clients_of(line);
        if (named.empty()) return;
        if (!accounts) accounts.emplace(store, Store::Lines::all);
        const Direction direction = accounts->direction_of(line);
        if (direction == Direction::own_transfer) return;
        for (const ClientId client : named) {
            const std::string& party = out && !line.payee.empty() ? line.payee : line.payer;
            waiting.push_back({client, record.recorded.entry, line.date, line.amount, party, direction});
        }
    });
    if (waiting.empty()) return waiting;
    std::map<std::int64_t, ChangeNumber> typed;
    LineJudge(store, std::move(*accounts)).each([&](JudgedLine&& line) {
        if (line.typed) typed[line.record.recorded.entry] = line.typed->payment.recorded.added;
    });
    for (WaitingLine& line : waiting) {
        if (const auto found = typed.find(line.line); found != typed.end()) line.typed = found->second;
    }
    return waiting;
}

}  // namespace

std::vector<WaitingLine> waiting_lines(const Store& store) {
    return named_by(store, [&](const auto& use) { store.each_unplaced(use); });
}

std::vector<WaitingLine> waiting_money(const Store& store) {
    return named_by(store, [&](const auto& use) { store.each_unplaced_that_came(use); });
}

}  // namespace tracker
