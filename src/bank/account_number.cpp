// SPDX-License-Identifier: MIT
#include "tracker/bank/account_number.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {

std::string read_account(std::string_view typed) {
    std::string number;
    for (const char c : typed) {
        if (c != ' ') number += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    const bool plain = std::all_of(number.begin(), number.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
    if (!plain || number.size() < 5 || number.size() > 34) {
        throw InputRefusal(Message("error.account-number", {{"text", typed}}));
    }
    return number;
}

}  // namespace tracker
