// SPDX-License-Identifier: MIT
// Payments that somebody recorded by hand, which the bank may say again: one payment counts once.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tracker/facts/bank.hpp"
#include "tracker/store/store.hpp"

namespace tracker {

/// A payment with the contract that it is for.
struct ContractPayment {
    ContractId contract = 0;
    Payment payment;
};

/// So far apart may be the days of a payment of one sum, as the bank books it and as somebody typed it.
inline constexpr int most_days_apart = 5;

/// How a bank line is like a payment of the same client, of which somebody else says that it came.
enum class SamePayment : std::uint8_t {
    no,
    by_sum,     ///< the same sum within five days
    by_number,  ///< the same number within a month: numbers begin anew each year
};

/// Compares a line with a payment; of money that went out, with a refund.
SamePayment same_payment(const BankLine& line, Direction direction, const Payment& payment);
/// The same of two payments, of which one is yet to be recorded.
SamePayment same_payment(const Payment& a, const Payment& b);

/// The typed payments, client by client, as they are asked for.
class TypedPayments {
  public:
    TypedPayments(const Store& store, const std::vector<Contract>& contracts);
    /// Those of the client: without a bank line of their own, in order of contract, date and entry.
    const std::vector<ContractPayment>& of(ClientId client);
    /// All payments of the client as they are now, those of the bank, too.
    [[nodiscard]] std::vector<ContractPayment> all_of(ClientId client) const;

  private:
    const Store& store_;
    std::unordered_map<ClientId, std::vector<ContractId>> contracts_;
    std::unordered_map<ClientId, std::vector<ContractPayment>> by_client_;
};

/// The typed payment that each of these lines may be; nothing where it is none. Where a number tells which
/// line a payment is, it is no other's; of several lines of its sum it may be any, so all of them get it.
struct LineOfClient {
    const BankLine* line = nullptr;
    Direction direction = Direction::incoming;
    ClientId client = 0;
};
std::vector<const ContractPayment*> typed_before(TypedPayments& typed,
                                                 const std::vector<LineOfClient>& lines);

}  // namespace tracker
