// SPDX-License-Identifier: MIT
#include "tracker/facts/kind.hpp"

#include <algorithm>

namespace tracker {

bool Kind::is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 23 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), is_slug_letter);
}

}  // namespace tracker
