// SPDX-License-Identifier: MIT
// Who pays for a client.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A payer that is remembered for a client; `contract` is the one that it pays for, 0 where that is left to
/// the purpose.
struct Payer {
    Recorded recorded;
    std::string account;
    std::string tax_id;
    std::int64_t contract = 0;
};

template <>
struct Description<Payer> {
    static constexpr TableTraits table{.name = "payer", .owner = "client"};
    static constexpr auto fields = std::tuple{
        field(&Payer::account, {.name = "account"}),
        field(&Payer::tax_id, {.name = "tax_id"}),
        field(&Payer::contract,
              {.name = "contract", .zero_is_null = true, .of_contract = true, .added_later = true}),
    };
};

}  // namespace tracker
