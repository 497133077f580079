// SPDX-License-Identifier: MIT
// The syntax of the 1C exchange format: sections, keys and values. Judges no value, and holds one document at
// a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/text_lines.hpp"

namespace tracker {

inline constexpr std::string_view onec_first_line = "1CClientBankExchange";

/// The keys of a document that are read; all others are normal and skipped.
// clang-format off
enum class OnecKey : std::uint8_t {
    number, date, amount, date_in, date_out,
    payer_account, payer_settlement, payer, payer_name, payer_tax_id,
    payee_account, payee_settlement, payee, payee_name, payee_tax_id,
    purpose, purpose1, purpose2, purpose3, purpose4, purpose5, purpose6,
    other
};
// clang-format on

/// A value without outer blanks, and its line; the text is empty where the key is missing or empty.
struct OnecValue {
    std::string text;
    std::size_t line = 0;
};

struct OnecDocument {
    std::size_t line = 0;
    std::string kind;
    std::array<OnecValue, static_cast<std::size_t>(OnecKey::other)> values;
    std::string purpose_tail;  ///< lines that a line break within the purpose has split off
    std::string section;       ///< the whole text of the section, lines ending with "\n"

    [[nodiscard]] const OnecValue& operator[](OnecKey key) const {
        return values[static_cast<std::size_t>(key)];
    }
    [[nodiscard]] OnecValue& operator[](OnecKey key) { return values[static_cast<std::size_t>(key)]; }
    /// Empties it for the next document, and keeps what its texts have allocated.
    void clear();
};

/// What a `СекцияРасчСчет` says, or the header.
struct OnecRange {
    std::size_t line = 0;
    OnecValue account;
    OnecValue from;
    OnecValue until;
    OnecValue received;
    OnecValue spent;
    OnecValue opening;  ///< balances
    OnecValue closing;
};

struct OnecHead {
    std::vector<std::string> accounts;  ///< the header's, in order
    OnecRange range;
    OnecValue created;
    std::vector<OnecRange> sections;
    std::size_t documents = 0;
    std::vector<std::string> remarks;
};

/// Walks the lines to their end and gives each document to `take` when it ends. Throws InputError for what
/// can't be read on from: another first line, section words that are none of the format's, ends that end
/// nothing, what belongs into a document outside any, a file cut off within a section, one that goes on after
/// its end.
OnecHead scan_onec(TextLines lines, const std::function<void(const OnecDocument&)>& take);

}  // namespace tracker
