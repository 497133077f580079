// SPDX-License-Identifier: MIT
#include "tracker/facts/kind.hpp"

#include <algorithm>

namespace tracker {

bool Kind::is_slug(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 23 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), fits);
}

}  // namespace tracker
