// SPDX-License-Identifier: MIT
// The checksum of Russian tax ids. Never looks beyond the digits.
#include "tracker/base/tax_id.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tracker {
namespace {

constexpr std::array<int, 11> weights{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

/// Whether the digit at `position` is the check digit of those before it; shorter numbers use the weights'
/// end.
bool checks(std::string_view digits, std::size_t position) {
    const std::size_t skip = weights.size() - position;
    int sum = 0;
    for (std::size_t i = 0; i < position; ++i) sum += weights[skip + i] * (digits[i] - '0');
    return sum % 11 % 10 == digits[position] - '0';
}

}  // namespace

bool is_tax_id(std::string_view text) {
    if (text.size() != 10 && text.size() != 12) return false;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    if (text.find_first_not_of('0') == std::string_view::npos) return false;
    return text.size() == 10 ? checks(text, 9) : checks(text, 10) && checks(text, 11);
}

}  // namespace tracker
