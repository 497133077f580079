// SPDX-License-Identifier: MIT
// The words that columns, the database and the command line use for the values of enumerations, both ways.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tracker/facts/bank.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/facts/letter.hpp"
#include "tracker/facts/pause.hpp"

namespace tracker {

/// The words of an enumeration, in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};
template <>
inline constexpr std::array words_of<OwedBy>{std::string_view{"client"}, std::string_view{"us"}};
template <>
inline constexpr std::array words_of<Convention>{std::string_view{"none"}, std::string_view{"following"},
                                                 std::string_view{"preceding"}};
template <>
inline constexpr std::array words_of<Language>{std::string_view{"ru"}, std::string_view{"en"}};
template <>
inline constexpr std::array words_of<HolidayKind>{std::string_view{"holiday"}, std::string_view{"workday"},
                                                  std::string_view{"short"}};
template <>
inline constexpr std::array words_of<Reason>{std::string_view{"manual"}, std::string_view{"no-payment"}};
template <>
inline constexpr std::array words_of<Direction>{std::string_view{"incoming"}, std::string_view{"outgoing"},
                                                std::string_view{"own-transfer"},
                                                std::string_view{"unknown"}};
template <>
inline constexpr std::array words_of<OwnAccount::Standing>{
    std::string_view{"own"}, std::string_view{"closed"}, std::string_view{"foreign"}};

template <>
inline constexpr std::array words_of<Means>{std::string_view{"mail"}, std::string_view{"phone"},
                                            std::string_view{"messenger"}, std::string_view{"post"},
                                            std::string_view{"person"}};
template <>
inline constexpr std::array words_of<Delivery::Step>{std::string_view{"begun"},  std::string_view{"sent"},
                                                     std::string_view{"retry"},  std::string_view{"doubtful"},
                                                     std::string_view{"failed"}, std::string_view{"arrived"},
                                                     std::string_view{"unsent"}};

template <class Enum>
requires(words_of<Enum>.size() > 0) constexpr std::string_view text(Enum value) {
    return words_of<Enum>[static_cast<std::size_t>(value)];
}

/// The value whose word this is exactly.
template <class Enum>
constexpr std::optional<Enum> from_text(std::string_view word) {
    for (std::size_t i = 0; i < words_of<Enum>.size(); ++i) {
        if (words_of<Enum>[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace tracker
