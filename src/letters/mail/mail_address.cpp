// SPDX-License-Identifier: MIT
// What is an address, and whose it can't be. Never asks whether anybody reads there.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "letters/mail/mail_characters.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/letters/mail.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_local_part = 64;  // RFC 5321, 4.5.3.1.1
constexpr std::size_t longest_label = 63;       // RFC 1035, 2.3.4
constexpr std::size_t longest_address = 254;    // a path of 256 with its angle brackets: RFC 5321, 4.5.3.1.3

bool all_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii);
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return c == '-' || is_letter_or_digit(c); });
}

/// The last label has a letter, or it would be an IP address.
bool is_domain(std::string_view domain) {
    const auto point = domain.rfind('.');
    if (point == std::string_view::npos) return false;
    const std::string_view last = domain.substr(point + 1);
    if (last.find_first_not_of("0123456789") == std::string_view::npos) return false;
    while (!domain.empty()) {
        const std::size_t end = std::min(domain.find('.'), domain.size());
        if (!is_label(domain.substr(0, end))) return false;
        domain.remove_prefix(std::min(end + 1, domain.size()));
    }
    return true;
}

/// What is wrong with the text and how to mend it; empty if nothing is.
std::string_view fault(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
        return "write one address with one '@', as name@example.org";
    const std::string_view local = text.substr(0, at);
    const std::string_view domain = text.substr(at + 1);
    if (local.starts_with('-')) return "it must not begin with '-'";
    if (!all_ascii(local)) return "before the '@' stand Latin letters, as in name@example.org";
    if (!is_dot_atom(local))
        return "before the '@' stand Latin letters, digits, signs like '-' and single points between them, "
               "without blanks and quotes";
    if (!all_ascii(domain))
        return "write its domain in the ASCII form, which begins with 'xn--' (the site of the domain's "
               "registrar "
               "shows it)";
    if (!is_domain(domain)) return "after the '@' stands a domain like example.org";
    if (local.size() > longest_local_part) return "before the '@' stand at most 64 characters";
    if (text.size() > longest_address) return "an address has at most 254 characters";
    return "";
}

}  // namespace

std::string read_address(std::string_view text) {
    const std::string_view address = trimmed(text);
    if (address.empty()) throw InputError("the address is empty: write one like name@example.org");
    if (const std::string_view wrong = fault(address); !wrong.empty())
        throw InputError(
            fmt::format("'{}' is not an e-mail address: {}", fit(printable(address), 80), wrong));
    return std::string(address);
}

bool is_test_address(std::string_view address) {
    std::string domain = "." + std::string(address.substr(address.find('@') + 1));
    for (char& c : domain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto ends = [&](std::string_view reserved) { return domain.ends_with(reserved); };
    return ends(".invalid") || ends(".test") || ends(".example") || ends(".example.org") ||
           ends(".example.com") || ends(".example.net");
}

}  // namespace tracker
