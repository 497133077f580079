// SPDX-License-Identifier: MIT
// How an account's number is typed.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

/// The number without blanks, its letters (of an IBAN) capital. Throws InputError if it isn't 5 to 34 letters
/// and digits of ASCII.
std::string read_account(std::string_view text);

}  // namespace tracker
