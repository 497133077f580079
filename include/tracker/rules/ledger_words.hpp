// SPDX-License-Identifier: MIT
// The words of decisions, as columns have them.
#pragma once

#include "tracker/facts/words.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

template <>
inline constexpr std::array words_of<Status>{std::string_view{"done"},     std::string_view{"waived"},
                                             std::string_view{"withheld"}, std::string_view{"upcoming"},
                                             std::string_view{"due"},      std::string_view{"overdue"}};
template <>
inline constexpr std::array words_of<Service>{std::string_view{"not-started"}, std::string_view{"active"},
                                              std::string_view{"paused"}, std::string_view{"resuming"},
                                              std::string_view{"ended"}};

}  // namespace tracker
