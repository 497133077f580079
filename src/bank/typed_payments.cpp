// SPDX-License-Identifier: MIT
#include "tracker/bank/typed_payments.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>

#include "bank/purpose_text.hpp"
#include "tracker/bank/placing.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {
namespace {

constexpr int most_days_by_number = 31;

int days_between(Day a, Day b) {
    return std::abs(to_int(a) - to_int(b));
}

std::string_view without_zeros(std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

/// The number that a reference gives: of "пп 18 от 05.11", "№ 18" and "18" it is 18. Of other texts the first
/// word with a digit, unless it is as short as any count.
std::string number_in(std::string_view reference) {
    const std::vector<PurposeWord> words = purpose_text::purpose_words(reference);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at].text;
        if (std::none_of(word.begin(), word.end(), purpose_text::is_digit)) continue;
        const bool told = words.size() == 1 || words[at].after_sign || word.size() > 2 ||
                          (at > 0 && purpose_text::is_payment_order(words[at - 1].text));
        return told ? std::string(without_zeros(word)) : "";
    }
    return "";
}

/// The nearest of the payments that the line may be in this way; those of a number with the line's sum first.
const ContractPayment* nearest_of(const std::vector<ContractPayment>& payments, const LineOfClient& of,
                                  SamePayment wanted, const std::set<const ContractPayment*>& taken) {
    const BankLine& line = *of.line;
    const ContractPayment* best = nullptr;
    const auto rank = [&](const ContractPayment& typed) {
        return std::pair(magnitude(typed.payment.amount) != line.amount,
                         days_between(typed.payment.date, line.date));
    };
    for (const ContractPayment& typed : payments) {
        if (taken.contains(&typed)) continue;
        if (same_payment(line, of.direction, typed.payment) != wanted) continue;
        if (!best || rank(typed) < rank(*best)) best = &typed;
    }
    return best;
}

}  // namespace

SamePayment same_payment(const BankLine& line, Direction direction, const Payment& payment) {
    return same_payment(payment_of(line, direction), payment);
}

SamePayment same_payment(const Payment& a, const Payment& b) {
    if ((a.amount.minor < 0) != (b.amount.minor < 0)) return SamePayment::no;
    const int days = days_between(a.date, b.date);
    const std::string number = number_in(a.reference);
    if (days <= most_days_by_number && !number.empty() && number == number_in(b.reference))
        return SamePayment::by_number;
    return days <= most_days_apart && a.amount == b.amount ? SamePayment::by_sum : SamePayment::no;
}

TypedPayments::TypedPayments(const Store& store, const std::vector<Contract>& contracts) : store_(store) {
    for (const Contract& contract : contracts) contracts_[contract.client].push_back(contract.id);
}

const std::vector<ContractPayment>& TypedPayments::of(ClientId client) {
    const auto [at, fresh] = by_client_.try_emplace(client);
    if (!fresh) return at->second;
    for (ContractPayment& made : all_of(client)) {
        if (made.payment.bank_line == 0) at->second.push_back(std::move(made));
    }
    return at->second;
}

std::vector<ContractPayment> TypedPayments::all_of(ClientId client) const {
    std::vector<ContractPayment> payments;
    const auto contracts = contracts_.find(client);
    if (contracts == contracts_.end()) return payments;
    for (const ContractId contract : contracts->second) {
        for (Payment& payment : store_.all<Payment>(contract))
            payments.push_back({contract, std::move(payment)});
    }
    return payments;
}

std::vector<const ContractPayment*> typed_before(TypedPayments& typed,
                                                 const std::vector<LineOfClient>& lines) {
    std::vector<const ContractPayment*> found(lines.size());
    std::set<const ContractPayment*> taken;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        found[i] = nearest_of(typed.of(lines[i].client), lines[i], SamePayment::by_number, taken);
        if (found[i]) taken.insert(found[i]);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!found[i]) found[i] = nearest_of(typed.of(lines[i].client), lines[i], SamePayment::by_sum, taken);
    }
    return found;
}

}  // namespace tracker
