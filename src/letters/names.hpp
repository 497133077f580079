// SPDX-License-Identifier: MIT
// The names that a template may use, and where each of them is known. Holds no values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/rules/reminders.hpp"

namespace tracker {

/// Sorts of letters, as bits.
using LetterSorts = unsigned;
constexpr LetterSorts bit_of(LetterDue::Sort sort) {
    return 1U << static_cast<unsigned>(sort);
}

struct LetterName {
    enum class Is { text, flag, list, group };
    std::string_view name;  ///< "items.due"
    Is is = Is::text;
    std::string_view meaning;
    LetterSorts sorts = ~0U;  ///< those that may have it
    [[nodiscard]] bool may_be_in(LetterDue::Sort sort) const { return (sorts & bit_of(sort)) != 0; }
};

/// The sections that are open around a tag, innermost last, as full names.
using OpenSections = std::vector<std::string>;

/// What the name means there: the innermost section that has it decides. Null if none has.
const LetterName* find_name(std::string_view name, const OpenSections& open);

/// The full name under which a section's own names stand: that of its list or group; of a list that holds the
/// same as another, the other's.
std::string scope_of(const LetterName& name);

/// The names that may be written there, the shortest form of each.
std::vector<std::string> names_in_reach(const OpenSections& open);

}  // namespace tracker
