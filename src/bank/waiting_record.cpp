// SPDX-License-Identifier: MIT
#include "tracker/bank/waiting_record.hpp"

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"

namespace tracker {

WaitingRecord find_waiting_line(Session& session, const std::string& text) {
    const std::int64_t entry = read_number(text, "bank line", "tracker unplaced");
    if (auto found = session.store().unsettled(entry)) {
        const Direction direction =
            FirmAccounts(session.store(), Store::Lines::all).direction_of(found->line);
        if (direction != Direction::own_transfer) return {std::move(*found), direction};
    } else if (const auto record = session.store().bank_line(entry);
               record && record->line.amount == Money{}) {
        throw InputRefusal(Message("error.line-of-nothing", {{"line", entry}}));
    }
    throw NotFoundRefusal(Message("error.line-does-not-wait", {{"line", entry}}));
}

ContractPayment find_typed(Session& session, const Client& client, ChangeNumber change,
                           const WaitingRecord& line) {
    TypedPayments typed(session.store(), session.store().contracts());
    std::vector<const ContractPayment*> found;
    const bool refund = line.direction == Direction::outgoing;
    for (const ContractPayment& made : typed.of(client.id)) {
        if (made.payment.recorded.added == change && (made.payment.amount.minor < 0) == refund)
            found.push_back(&made);
    }
    if (found.empty())
        throw NotFoundError(fmt::format("change {} recorded no {} of {} by hand: see 'tracker history {}'",
                                        change, refund ? "refund" : "payment", client.code, client.code));
    const auto unlike = [&](const ContractPayment* made) {
        const SamePayment same = same_payment(line.record.line, line.direction, made->payment);
        return same == SamePayment::no ? 2 : same == SamePayment::by_sum ? 1 : 0;
    };
    std::stable_sort(found.begin(), found.end(), [&](const ContractPayment* a, const ContractPayment* b) {
        return unlike(a) < unlike(b);
    });
    if (found.size() > 1 && unlike(found.front()) == 2)
        throw InputRefusal(Message("error.typed-unlike", {{"change", change},
                                                          {"count", found.size()},
                                                          {"client", client.code},
                                                          {"line", line.record.recorded.entry}}));
    return *found.front();
}

void remember_payer(Session& session, const Client& client, const Contract& contract,
                    const WaitingRecord& line) {
    if (line.direction == Direction::outgoing) throw InputRefusal(Message("error.remember-outgoing"));
    const BankLine& bank = line.record.line;
    Payer payer{{}, bank.payer_account, bank.payer_tax_id};
    if (payer.account.empty() && payer.tax_id.empty()) throw InputRefusal(Message("error.no-payer"));
    if (session.store().contracts_of(client.id).size() > 1) payer.contract = contract.id;
    for (const Payer& known : session.store().all<Payer>(client.id)) {
        if (known.account != payer.account || known.tax_id != payer.tax_id) continue;
        if (known.contract == payer.contract) return;
        session.store().retract(client.id, known);
    }
    session.store().add(client.id, payer);
}

}  // namespace tracker
