// SPDX-License-Identifier: MIT
// Who pays for a client.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A payer that is remembered for a client.
struct Payer {
    Recorded recorded;
    std::string account;
    std::string tax_id;
};

template <>
struct Description<Payer> {
    static constexpr TableTraits table{.name = "payer", .owner = "client"};
    static constexpr auto fields = std::tuple{
        field(&Payer::account, {.name = "account"}),
        field(&Payer::tax_id, {.name = "tax_id"}),
    };
};

}  // namespace tracker
