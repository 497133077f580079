// SPDX-License-Identifier: MIT
// What a line of ours can't be done without: kinds that the client owes (R7a).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/facts/kind.hpp"

namespace tracker {

/// Kinds in order, each once; mostly none.
class Inputs {
  public:
    Inputs() = default;
    explicit Inputs(std::vector<Kind> kinds);

    /// "documents statement", kinds with blanks or commas between, in any order; nothing where one is no
    /// slug.
    static std::optional<Inputs> parse(std::string_view text);
    /// The same with blanks, in order; empty for none.
    [[nodiscard]] std::string to_text() const;

    static constexpr std::string_view how_to_write = "kinds with blanks between: documents statement";

    [[nodiscard]] const std::vector<Kind>& kinds() const { return kinds_; }
    [[nodiscard]] bool empty() const { return kinds_.empty(); }
    [[nodiscard]] bool has(Kind kind) const;
    bool operator==(const Inputs&) const = default;

  private:
    std::vector<Kind> kinds_;
};

}  // namespace tracker
