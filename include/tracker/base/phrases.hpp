// SPDX-License-Identifier: MIT
// Finds which of many phrases stand in a text, by the word that each begins with: a bank's file has a hundred
// thousand purposes, and an outsourcing house ten thousand clients.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracker {

/// Whether the phrase stands in the text as a whole: "2/26" doesn't stand in "12/26", nor "12/26" in
/// "12/26-Н". Both are folded.
bool stands_in(std::string_view phrase, std::string_view text);

class Phrases {
  public:
    /// A phrase that means `value`; both kept.
    void add(std::string phrase, std::size_t value);
    /// The values of the phrases that stand in the text, the first `most` of them, each once: in order of the
    /// words that they begin with, of those with the same word as they were added.
    [[nodiscard]] std::vector<std::size_t> in(std::string_view text, std::size_t most) const;

  private:
    struct Meaning {
        std::size_t order;  ///< of being added
        std::size_t value;
    };
    using Meanings = std::vector<Meaning>;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Held>
    using ByText = std::unordered_map<std::string, Held, Hash, std::equal_to<>>;
    /// Phrases that begin with the same word: there may be as many as there are clients.
    struct SameBeginning {
        ByText<Meanings> by_text;
        std::set<std::size_t> lengths;
    };

    static Meanings meanings_in(std::string_view text, const std::vector<std::size_t>& beginnings,
                                const SameBeginning& same, const std::vector<std::size_t>& known,
                                std::size_t most);

    ByText<SameBeginning> by_first_word_;
    std::size_t added_ = 0;
};

/// A name without its legal form, quotes and signs, folded: "ромашка" of `ООО «Ромашка»`, so that names are
/// equal however they are written.
std::string bare_name(std::string_view name);

}  // namespace tracker
