// SPDX-License-Identifier: MIT
// Which of many lines of one day and amount a line is, by what tells lines apart: a month's fees may be a
// thousand equal sums on one day. Answers as comparing with each by likeness() would.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "tracker/facts/bank.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {

class LikeLines {
  public:
    LikeLines();
    ~LikeLines();
    LikeLines(LikeLines&&) noexcept;
    LikeLines& operator=(LikeLines&&) noexcept;

    /// Adds a line, which must outlive this; all are added before any is looked for. Lines are known by their
    /// place in this order.
    void add(const BankLine& line, const std::string& format);
    /// From now on the line of that place is no answer.
    void claim(std::size_t place);
    /// The first that is the same line; nothing if there is none, as for the next.
    [[nodiscard]] std::optional<std::size_t> same(const BankLine& line, const std::string& format);
    /// The first of which it is doubtful.
    [[nodiscard]] std::optional<std::size_t> doubtful(const BankLine& line, const std::string& format);

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace tracker
