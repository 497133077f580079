// SPDX-License-Identifier: MIT
#include "tracker/bank/line_judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tracker {
namespace {

constexpr int most_days_to_return = 31;

/// The last of the client's payments that money of this line may give back, and that none has given back yet.
const ContractPayment* returned_payment(const std::vector<ContractPayment>& payments, const BankLine& line) {
    const ContractPayment* last = nullptr;
    for (const ContractPayment& made : payments) {
        const int days = to_int(line.date) - to_int(made.payment.date);
        if (made.payment.amount != line.amount || days < 0 || days > most_days_to_return) continue;
        const bool returned =
            std::any_of(payments.begin(), payments.end(), [&](const ContractPayment& other) {
                return other.payment.amount == -line.amount && other.payment.date >= made.payment.date;
            });
        if (!returned && (!last || last->payment.date < made.payment.date)) last = &made;
    }
    return last;
}

}  // namespace

LineJudge::LineJudge(const Store& store, FirmAccounts accounts, ImportedLines imported)
    : store_(store),
      accounts_(std::move(accounts)),
      imported_(std::move(imported)),
      placing_(parties_of(store)),
      typed_(store, store.contracts()),
      repeats_(store) {}

void LineJudge::each(const std::function<void(JudgedLine&&)>& use) {
    std::vector<JudgedLine> beside_typed;
    std::vector<JudgedLine> refunds;
    store_.each_unplaced([&](BankRecord&& record) {
        const bool imported = imported_.files.contains(record.file);
        JudgedLine line;
        line.direction =
            imported ? accounts_.direction_in_file(record.line) : accounts_.direction_of(record.line);
        line.record = std::move(record);
        if (line.direction == Direction::own_transfer) return use(std::move(line));
        if (line.is_refund()) {
            line.record.line.raw.clear();
            refunds.push_back(std::move(line));
            return;
        }
        line.placement = came(line.record);
        if (line.is_certain() && !typed_.of(placing_.client_of(*line.placement.contract).id).empty()) {
            line.record.line.raw.clear();
            beside_typed.push_back(std::move(line));
            return;
        }
        use(std::move(line));
    });
    look_for_typed(beside_typed);
    for (JudgedLine& line : beside_typed) use(std::move(line));
    for (JudgedLine& line : refunds) {
        judge_refund(line);
        if (!line.placement.hint.empty()) use(std::move(line));
    }
}

Placement LineJudge::came(const BankRecord& record) {
    if (record.line.direction == Direction::unknown) return {std::nullopt, Message("waits.no-direction"), ""};
    Placement placement = placing_.place(record.line);
    const auto other = suspected_repeat(record);
    if (!other) return placement;
    if (placement.contract) placement.hint = placing_.client_of(*placement.contract).code;
    placement.contract.reset();
    placement.reason = Message("waits.repeat", {{"line", *other}});
    return placement;
}

std::optional<std::int64_t> LineJudge::suspected_repeat(const BankRecord& record) {
    if (!imported_.files.contains(record.file)) return repeats_.of(record);
    const auto known = imported_.repeats.find(record.recorded.entry);
    return known == imported_.repeats.end() ? std::nullopt : std::optional(known->second);
}

/// Takes their certainty from lines that may be again a payment that somebody typed.
void LineJudge::look_for_typed(std::vector<JudgedLine>& lines) {
    std::vector<LineOfClient> of_clients;
    for (const JudgedLine& line : lines) {
        of_clients.push_back(
            {&line.record.line, line.direction, placing_.client_of(*line.placement.contract).id});
    }
    const std::vector<const ContractPayment*> found = typed_before(typed_, of_clients);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!found[i]) continue;
        Placement& placement = lines[i].placement;
        placement.hint = placing_.client_of(*placement.contract).code;
        placement.contract.reset();
        placement.reason = typed_reason(*found[i], placement.hint);
        lines[i].typed = *found[i];
    }
}

/// Why money waits that went to a client: it may be a refund, and of which payment. Leaves the hint empty
/// where it went to none.
void LineJudge::judge_refund(JudgedLine& line) {
    const std::vector<ClientId> clients = placing_.paid_to(line.record.line);
    line.placement.hint = placing_.codes_of(clients);
    line.placement.reason = Message("waits.refund");
    if (clients.size() != 1) return;
    if (const ContractPayment* typed =
            typed_before(typed_, {{&line.record.line, line.direction, clients.front()}}).front()) {
        line.typed = *typed;
        line.placement.reason = typed_reason(*typed, line.placement.hint);
        return;
    }
    const std::vector<ContractPayment> payments = typed_.all_of(clients.front());
    const ContractPayment* returned = returned_payment(payments, line.record.line);
    if (!returned) return;
    const Payment& payment = returned->payment;
    line.returns = true;
    line.placement.reason = Message("waits.return", {{"line", payment.bank_line},
                                                     {"amount", Sum{payment.amount, ""}},
                                                     {"day", payment.date},
                                                     {"change", payment.recorded.added}});
}

Parties parties_of(const Store& store) {
    return {store.clients(), store.contracts(), store.all_owned<Payer>(),
            [&store] { return store.paying_accounts(); }};
}

Message typed_reason(const ContractPayment& typed, const std::string& client) {
    return Message("waits.typed", {{"client", client},
                                   {"refund", typed.payment.amount.minor < 0},
                                   {"amount", Sum{magnitude(typed.payment.amount), ""}},
                                   {"day", typed.payment.date},
                                   {"change", typed.payment.recorded.added}});
}

}  // namespace tracker
