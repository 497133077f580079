// SPDX-License-Identifier: MIT
// Values as banks write them, whatever the format of the file: days, amounts, parties and their tax ids.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tracker/base/dates.hpp"

namespace tracker {

inline constexpr std::string_view digits = "0123456789";

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The text without spaces, tabs, line feeds and no-break spaces at both ends.
std::string_view bare_value(std::string_view text);

/// `05.11.2026`, `05.11.26`, `2026-11-05`, also with a time or `г.` after it; nothing where the text is
/// something else or no such day exists.
std::optional<Day> read_bank_day(std::string_view text);

/// An amount as parse_money reads it: `.50` with its zero, `100.` without its point, and where a comma and a
/// point both stand in it (`1,234.50`, `1.234,50`), without the one that parts thousands. What is none of
/// these stays as it is.
std::string plain_amount(std::string_view text);

/// An account or a tax id without spaces and a leading apostrophe (by which Excel keeps a number as text); ""
/// where the text holds other characters than letters and digits of ASCII, or only zeros, which banks write
/// for none.
std::string bank_code(std::string_view text);

/// The tax id of `7707083893/770701001` (INN/KPP), `ИНН 7707083893`, `ИНН/КПП: 7707083893/770701001` and the
/// like, as bank_code reads it.
std::string bank_tax_id(std::string_view text);

/// A party's name, and the tax id that banks write into it where they have no other place for it.
struct BankParty {
    std::string name;
    std::string tax_id;
};

/// `ИНН 7707083893 КПП 770701001 ООО "Ромашка"`, `ООО "Ромашка" (ИНН 7707083893)`, `7707083893 ООО "Ромашка"`
/// where the check digits fit. The name is what remains; without a tax id all of the text.
BankParty read_bank_party(std::string_view text);

}  // namespace tracker
