// SPDX-License-Identifier: MIT
#include "tracker/base/near_words.hpp"

#include <algorithm>
#include <numeric>

#include "base/folded.hpp"

namespace tracker {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

/// Looks through the tree for what differs from a word by at most so much. A row of the table by which
/// distances are counted belongs to a node: beginnings that differ too much already are not gone into.
class NearWords::Search {
  public:
    Search(const NearWords& words, const std::u32string& wanted, std::size_t limit)
        : words_(words), wanted_(wanted), limit_(limit), rows_(1, Row(wanted.size() + 1)) {
        std::iota(rows_[0].begin(), rows_[0].end(), std::size_t{0});
    }

    /// The first candidate, or none.
    std::size_t run() {
        go_on(0, 0, 0);
        return found_;
    }

  private:
    using Row = std::vector<std::size_t>;

    void go_on(std::size_t node, std::size_t depth, char32_t letter) {
        for (std::size_t next = words_.nodes_[node].child; next != 0; next = words_.nodes_[next].sibling) {
            const Node& held = words_.nodes_[next];
            if (held.first >= found_) continue;
            if (rows_.size() == depth + 1) rows_.emplace_back(wanted_.size() + 1);
            const std::size_t least = fill(depth + 1, held.letter, letter);
            if (rows_[depth + 1].back() <= limit_) found_ = std::min(found_, held.whole);
            // No number of a later row is less, nor by a swap, which goes back two rows and costs one.
            if (least <= limit_) go_on(next, depth + 1, held.letter);
        }
    }

    /// The row of a beginning of so many letters, the last two of which are given; returns its least number.
    std::size_t fill(std::size_t depth, char32_t letter, char32_t before) {
        const Row& above = rows_[depth - 1];
        Row& row = rows_[depth];
        row[0] = depth;
        for (std::size_t j = 1; j <= wanted_.size(); ++j) {
            const std::size_t change = above[j - 1] + (letter == wanted_[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            if (depth > 1 && j > 1 && letter == wanted_[j - 2] && before == wanted_[j - 1])
                row[j] = std::min(row[j], rows_[depth - 2][j - 2] + 1);
        }
        return *std::min_element(row.begin(), row.end());
    }

    const NearWords& words_;
    const std::u32string& wanted_;
    std::size_t limit_;
    std::vector<Row> rows_;  ///< by depth
    std::size_t found_ = none;
};

NearWords::NearWords(std::vector<std::string> candidates)
    : candidates_(std::move(candidates)), nodes_{{0, 0, 0, none, none}} {
    for (std::size_t i = 0; i < candidates_.size(); ++i) add(folded(candidates_[i]), i);
}

std::size_t NearWords::child_of(std::size_t node, char32_t letter) const {
    std::size_t child = nodes_[node].child;
    while (child != 0 && nodes_[child].letter != letter) child = nodes_[child].sibling;
    return child;
}

void NearWords::add(const std::u32string& letters, std::size_t candidate) {
    longest_ = std::max(longest_, letters.size());
    std::size_t node = 0;
    for (const char32_t letter : letters) {
        std::size_t child = child_of(node, letter);
        if (child == 0) {
            child = nodes_.size();
            nodes_.push_back({letter, 0, nodes_[node].child, candidate, none});
            nodes_[node].child = child;
        }
        node = child;
    }
    nodes_[node].whole = std::min(nodes_[node].whole, candidate);
}

std::optional<std::string> NearWords::nearest(std::string_view word) const {
    const std::u32string wanted = folded(word);
    if (wanted.empty()) return std::nullopt;
    std::size_t node = 0;
    for (std::size_t i = 0; i < wanted.size() && (i == 0 || node != 0); ++i) node = child_of(node, wanted[i]);
    if (node != 0) return candidates_[nodes_[node].first];
    const std::size_t limit = std::min(most_differing(wanted.size()), wanted.size() - 1);
    if (wanted.size() > longest_ + limit) return std::nullopt;
    for (std::size_t differing = 1; differing <= limit; ++differing) {
        const std::size_t found = Search(*this, wanted, differing).run();
        if (found != none) return candidates_[found];
    }
    return std::nullopt;
}

}  // namespace tracker
