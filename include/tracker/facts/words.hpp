// SPDX-License-Identifier: MIT
// The words that columns, the database and the command line use for the values of enumerations, both ways.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "tracker/base/message.hpp"

namespace tracker {

/// The words of an enumeration, in the order of its values; each enumeration says its own beside it.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};

template <class... Words>
constexpr std::array<std::string_view, sizeof...(Words)> words(const Words&... word) {
    return {std::string_view{word}...};
}

template <class Enum>
requires(words_of<Enum>.size() > 0) constexpr std::string_view text(Enum value) {
    return words_of<Enum>[static_cast<std::size_t>(value)];
}

/// As an argument of a message.
template <class Enum>
requires(words_of<Enum>.size() > 0) Message::Value message_value(Enum value) {
    return Slug{std::string(text(value))};
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
