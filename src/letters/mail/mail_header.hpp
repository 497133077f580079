// SPDX-License-Identifier: MIT
// One header of a message, folded. Never checks its value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tracker/letters/mail.hpp"

namespace tracker {

/// A header that grows token by token; a token that no longer fits into the line begins the next one.
class Header {
  public:
    explicit Header(std::string_view name) : text_(name), column_(name.size() + 1) { text_ += ':'; }

    /// A token that stays whole, after a space.
    void add(std::string_view token);
    /// A text (RFC 5322, unstructured) with encoded words where it needs them.
    void add_text(std::string_view text);
    /// A display name where it isn't empty, and the address.
    void add_mailbox(const Mailbox& mailbox);

    /// The header with its line end, "\n".
    [[nodiscard]] std::string lines() const { return text_ + '\n'; }

  private:
    using IsPlain = bool (*)(std::string_view word);

    void add_plain(std::string_view words);
    void add_words(std::string_view text, IsPlain is_plain);
    void add_encoded(std::string_view text);
    void add_name(std::string_view name);
    void fold();

    std::string text_;
    std::size_t column_;
    bool fresh_ = true;  // no token yet: a line with the header's name alone is one that some programs lose
};

}  // namespace tracker
