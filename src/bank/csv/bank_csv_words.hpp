// SPDX-License-Identifier: MIT
// The dictionary of the headings that Russian banks use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tracker::bank_csv {

// The parties come in threes: name, account, tax id. `bare_` ones belong to the party that they stand after.
// clang-format off
enum Meaning : std::uint8_t {
    account, date, number, amount, income, expense, type, currency, purpose,
    payer, payer_account, payer_tax_id, payee, payee_account, payee_tax_id,
    other, other_account, other_tax_id, bare_account, bare_tax_id, meanings
};
// clang-format on

/// What a heading means.
struct Known {
    Meaning meaning = meanings;
    std::size_t rank = 0;  ///< the lower, the likelier among several columns of one meaning
};
/// Of a heading as the file has it, first with what stands in its brackets, then without; `meanings` where it
/// is not known.
Known look_up(std::string_view heading);

}  // namespace tracker::bank_csv
