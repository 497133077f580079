// SPDX-License-Identifier: MIT
#include "tracker/bank/waiting.hpp"

#include <optional>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/outcome.hpp"
#include "tracker/bank/placing.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {

std::vector<WaitingLine> waiting_lines(const Store& store) {
    std::vector<WaitingLine> waiting;
    std::optional<Placing> placing;
    std::optional<FirmAccounts> accounts;  // asked last, for they are learnt from all lines
    for (const BankRecord& record : store.unplaced()) {
        const BankLine& line = record.line;
        if (!placing) placing.emplace(parties_of(store));
        const std::vector<ClientId> named = placing->clients_of(line);
        if (named.empty()) continue;
        if (!accounts) accounts.emplace(store, Store::Lines::all);
        const Direction direction = accounts->direction_of(line);
        if (direction == Direction::own_transfer) continue;
        for (const ClientId client : named) {
            const bool out = direction == Direction::outgoing;
            waiting.push_back({client, record.recorded.entry, line.date, line.amount,
                               out ? line.payee : line.payer, direction});
        }
    }
    return waiting;
}

}  // namespace tracker
