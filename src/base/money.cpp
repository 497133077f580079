// SPDX-License-Identifier: MIT
#include "tracker/base/money.hpp"

#include <fmt/format.h>

#include "tracker/base/error.hpp"

namespace tracker {
namespace {

constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view narrow_no_break_space = "\u202f";

enum class Refusal { none, not_an_amount, decimals, size };

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Drops one leading space of any of the three sorts that stand between thousands; false if there is none.
bool skip_space(std::string_view& text) {
    for (const std::string_view space : {std::string_view{" "}, no_break_space, narrow_no_break_space}) {
        if (text.starts_with(space)) {
            text.remove_prefix(space.size());
            return true;
        }
    }
    return false;
}

/// The whole part: digits, or groups of three digits after the first space. Saturates beyond the largest
/// amount.
bool read_whole(std::string_view& text, std::int64_t& whole) {
    int in_group = 0;
    bool grouped = false;
    while (!text.empty() && text[0] != '.' && text[0] != ',') {
        if (in_group > 0 && skip_space(text)) {
            if (grouped ? in_group != 3 : in_group > 3) return false;
            grouped = true;
            in_group = 0;
            continue;
        }
        if (!is_digit(text[0])) return false;
        whole = whole > largest_amount.minor ? whole : whole * 10 + (text[0] - '0');
        ++in_group;
        text.remove_prefix(1);
    }
    return in_group > 0 && (!grouped || in_group == 3);
}

Refusal read(std::string_view text, Money& amount) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    std::int64_t whole = 0;
    if (!read_whole(text, whole)) return Refusal::not_an_amount;
    int decimals = 0;
    std::int64_t fraction = 0;
    if (!text.empty()) {
        text.remove_prefix(1);
        if (text.empty()) return Refusal::not_an_amount;
        for (const char c : text) {
            if (!is_digit(c)) return Refusal::not_an_amount;
            if (++decimals > 2) continue;
            fraction = fraction * 10 + (c - '0');
        }
    }
    if (decimals > 2) return Refusal::decimals;
    if (decimals == 1) fraction *= 10;
    if (whole > largest_amount.minor / 100) return Refusal::size;
    const std::int64_t minor = whole * 100 + fraction;
    if (minor > largest_amount.minor) return Refusal::size;
    amount.minor = negative ? -minor : minor;
    return Refusal::none;
}

struct Parts {
    bool negative;
    std::uint64_t whole;
    std::uint64_t fraction;
};

Parts split(Money amount) {
    const bool negative = amount.minor < 0;
    const auto bits = static_cast<std::uint64_t>(amount.minor);
    const std::uint64_t size = negative ? 0 - bits : bits;  // also right for the least 64-bit number
    return {negative, size / 100, size % 100};
}

}  // namespace

Money operator+(Money a, Money b) {
    Money sum;
    if (__builtin_add_overflow(a.minor, b.minor, &sum.minor)) {
        throw SumError("a sum of money leaves 64 bits: look for an amount with too many digits");
    }
    return sum;
}

Money operator-(Money a, Money b) {
    Money difference;
    if (__builtin_sub_overflow(a.minor, b.minor, &difference.minor)) {
        throw SumError("a sum of money leaves 64 bits: look for an amount with too many digits");
    }
    return difference;
}

std::string format(Money amount) {
    const auto [negative, whole, fraction] = split(amount);
    return fmt::format("{}{}.{:02}", negative ? "-" : "", whole, fraction);
}

std::string format_grouped(Money amount) {
    const auto [negative, whole, fraction] = split(amount);
    const std::string digits = std::to_string(whole);
    std::string out = negative ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += no_break_space;
        out += digits[i];
    }
    return fmt::format("{}.{:02}", out, fraction);
}

std::optional<Money> parse_money(std::string_view text) {
    Money amount;
    if (read(text, amount) != Refusal::none) return std::nullopt;
    return amount;
}

std::string why_not_money(std::string_view text) {
    Money ignored;
    switch (read(text, ignored)) {
        case Refusal::decimals:
            return "has more than two decimals: write 6000 or 6000.50";
        case Refusal::size:
            return fmt::format("is beyond {}, the largest amount", format(largest_amount));
        case Refusal::none:
            return "";
        case Refusal::not_an_amount:
            break;
    }
    return "is not an amount: write 6000 or 6000.50";
}

}  // namespace tracker
