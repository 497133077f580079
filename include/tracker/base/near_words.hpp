// SPDX-License-Identifier: MIT
// The nearest of many candidates to each of many words: a file may have ten thousand rows of clients that
// nobody knows, and the practice ten thousand clients.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

class NearWords {
  public:
    explicit NearWords(std::vector<std::string> candidates);

    /// The candidate that nearest() names first.
    [[nodiscard]] std::optional<std::string> nearest(std::string_view word) const;

  private:
    /// A beginning that candidates share: the tree of their folded letters.
    struct Node {
        char32_t letter = 0;
        std::size_t child = 0;    ///< the first; 0 if there is none
        std::size_t sibling = 0;  ///< the next; 0 if there is none
        std::size_t first;        ///< the first candidate that begins so
        std::size_t whole;        ///< the first candidate that is this
    };
    class Search;

    [[nodiscard]] std::size_t child_of(std::size_t node, char32_t letter) const;
    void add(const std::u32string& letters, std::size_t candidate);

    std::vector<std::string> candidates_;
    std::vector<Node> nodes_;
    std::size_t longest_ = 0;
};

}  // namespace tracker
