// SPDX-License-Identifier: MIT
// Placing what is certain, and counting what became of the lines.
#include <algorithm>

#include "bank/periods_named.hpp"
#include "tracker/bank/import_result.hpp"

namespace tracker {
namespace {

constexpr std::size_t most_amounts = 5;
constexpr std::size_t most_waiting = 20;

void add_payment(ImportResult& result, ContractId contract, const Payment& payment, const BankLine& line) {
    ImportResult::Paid& paid = result.paid[contract];
    ++paid.payments;
    paid.sum += payment.amount;
    if (paid.first.size() < most_amounts)
        paid.first.push_back(
            Message("import.payment", {{"amount", Sum{payment.amount, ""}}, {"day", payment.date}}));
    const std::set<Period> said = periods_named(line.purpose, line.date);
    paid.any_unsaid = paid.any_unsaid || said.empty();
    paid.said.insert(said.begin(), said.end());
    result.last_paid = std::max(result.last_paid, payment.date);
}

/// Keeps the first ones by their entries, whatever order they come in.
void keep_first(std::vector<JudgedLine>& first, JudgedLine&& line) {
    const auto at =
        std::upper_bound(first.begin(), first.end(), line, [](const JudgedLine& a, const JudgedLine& b) {
            return a.record.recorded.entry < b.record.recorded.entry;
        });
    if (at == first.end() && first.size() == most_waiting) return;
    line.record.line.raw.clear();
    first.insert(at, std::move(line));
    if (first.size() > most_waiting) first.pop_back();
}

}  // namespace

void place_certain(Session& session, LineJudge& judge, const std::map<std::int64_t, std::size_t>& files,
                   ImportResult& result) {
    judge.each([&](JudgedLine&& line) {
        const auto found = files.find(line.record.file);
        ImportResult::File* file = found == files.end() ? nullptr : &result.files[found->second];
        if (line.direction == Direction::own_transfer) {
            if (file) ++file->transfers;
        } else if (line.is_certain()) {
            Payment payment = payment_of(line.record, line.direction);
            session.store().add(*line.placement.contract, payment);
            add_payment(result, *line.placement.contract, payment, line.record.line);
            ++(file ? file->payments : result.waited_and_placed);
        } else if (!file) {
            ++result.waiting_longer;
        } else if (line.is_refund()) {
            ++result.refunds;
            keep_first(result.first_refunds, std::move(line));
        } else {
            ++file->waiting;
            ++result.waiting;
            keep_first(result.first_waiting, std::move(line));
        }
    });
}

}  // namespace tracker
