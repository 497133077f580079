// SPDX-License-Identifier: MIT
#include "tracker/bank/said_by_bank.hpp"

#include <algorithm>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/line_judge.hpp"
#include "tracker/bank/typed_payments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// A line of that sum that waits and names the client, booked within the days in which it may be the payment;
/// nothing if there is none.
std::optional<BankRecord> find_waiting(const Store& store, const Client& client, const Payment& payment) {
    std::vector<BankRecord> lines;
    for (Day day = payment.date - days{most_days_apart}; day <= payment.date + days{most_days_apart};
         day += days{1}) {
        for (BankRecord& record : store.bank_lines_of(day, magnitude(payment.amount)))
            lines.push_back(std::move(record));
    }
    if (lines.empty()) return std::nullopt;
    const Placing placing(parties_of(store));
    const bool refund = payment.amount.minor < 0;
    std::optional<FirmAccounts> accounts;
    for (BankRecord& record : lines) {
        const auto named = refund ? placing.paid_to(record.line) : placing.clients_of(record.line);
        if (std::find(named.begin(), named.end(), client.id) == named.end()) continue;
        if (!store.unsettled(record.recorded.entry)) continue;
        if (!accounts) accounts.emplace(store, Store::Lines::all);
        if (accounts->direction_of(record.line) == (refund ? Direction::outgoing : Direction::incoming))
            return std::move(record);
    }
    return std::nullopt;
}

}  // namespace

void refuse_said_by_bank(Session& session, const Client& client, const Payment& payment) {
    const Store& store = session.store();
    if (store.all<BankFile>().empty()) return;
    for (const Contract& contract : store.contracts_of(client.id)) {
        for (const Payment& known : store.all<Payment>(contract.id)) {
            if (known.bank_line == 0 || same_payment(payment, known) == SamePayment::no) continue;
            throw InputError(
                fmt::format("the bank has said it already: {} on {}{} (line {}, change {}): if this is "
                            "another payment, add --again",
                            format(known.amount), format(known.date),
                            known.reference.empty() ? "" : ", " + printable(known.reference), known.bank_line,
                            known.recorded.added));
        }
    }
    if (const auto line = find_waiting(store, client, payment)) {
        throw InputError(
            fmt::format("bank line {} of {} on {} waits and may be this: 'tracker place {} {}'; if this is "
                        "another payment, add "
                        "--again",
                        line->recorded.entry, format(line->line.amount), format(line->line.date),
                        line->recorded.entry, client.code));
    }
}

}  // namespace tracker
