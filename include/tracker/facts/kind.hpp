// SPDX-License-Identifier: MIT
// The kind of an obligation.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "tracker/base/message.hpp"

namespace tracker {

/// A letter of slugs: `a-z0-9-`.
constexpr bool is_slug_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// The kind of an obligation, a slug of 1 to 23 characters `a-z0-9-`. A value of fixed size: ledgers compare
/// it often.
class Kind {
  public:
    constexpr Kind() = default;
    /// The text must be a slug (is_slug).
    constexpr explicit Kind(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && i + 1 < letters_.size(); ++i) letters_[i] = text[i];
    }
    static bool is_slug(std::string_view text);
    [[nodiscard]] std::string_view text() const { return letters_.data(); }
    bool operator==(const Kind& other) const {
        return std::memcmp(letters_.data(), other.letters_.data(), sizeof letters_) == 0;
    }
    auto operator<=>(const Kind& other) const {
        return std::memcmp(letters_.data(), other.letters_.data(), sizeof letters_) <=> 0;
    }

  private:
    std::array<char, 24> letters_{};
};

/// As an argument of a message.
inline Message::Value message_value(Kind kind) {
    return Slug{std::string(kind.text())};
}

namespace kinds {
inline constexpr Kind statement{"statement"};
inline constexpr Kind documents{"documents"};
inline constexpr Kind salary{"salary"};
inline constexpr Kind advance{"advance"};
inline constexpr Kind payment{"payment"};  ///< the fee; fulfilled by money alone
inline constexpr Kind charge{"charge"};    ///< a one-off charge shown as an obligation; no kind of a line
}  // namespace kinds

}  // namespace tracker
