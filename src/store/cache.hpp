// SPDX-License-Identifier: MIT
// The rows of the cache: of each contract, what is left of its facts when what is settled is left out. They
// are made from the descriptions of what they hold.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "store/checksum.hpp"
#include "store/impl.hpp"
#include "store/in_turn.hpp"

namespace tracker::cache {

/// How many columns for values a row has.
inline constexpr int columns = 12;

/// What this version of the program keeps, as one number. Rows that have another were made by another
/// version, and are none to this one.
std::int64_t form();

/// Takes away the rows of a contract.
void forget(Connection& connection, ContractId contract);
/// Replaces a contract's rows. Where `nothing`, by one that says that its facts are to be read.
void keep(Store::Impl& impl, const CarriedFacts& carried, bool nothing);

/// Of all that a contract's rows hold, so that rows that were edited, or are another's, are no good.
std::int64_t sum_of(const CarriedFacts& facts, Checksum& checksum);

/// The rows of all contracts side by side, or those of one.
class Rows {
  public:
    explicit Rows(Store::Impl& impl, ContractId only = 0);

    /// Replaces all of the facts but the contract's own record by what its rows hold. False if they hold
    /// nothing that is good for decisions about the day, or something that was not kept so.
    bool take(Day day, CarriedFacts& facts);
    /// The same, whatever the checksum and the day are. Trusts no value: false where one can't be.
    bool read(CarriedFacts& facts);

  private:
    template <class Fact>
    bool read_fields(const Query& row, int first, Fact& fact);
    template <class Fact>
    bool read_list(std::optional<InTurn>& rows, ContractId contract, std::vector<Fact>& list);

    tables::KindNumbers& kinds_;
    InTurn contracts_;
    std::vector<std::optional<InTurn>> lists_;  // those that have no rows at all aren't asked for
    Checksum checksum_;
};

}  // namespace tracker::cache
