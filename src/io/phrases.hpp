// SPDX-License-Identifier: MIT
// Finds which of many phrases stand in a text, by the word that each begins with: a bank's file has a hundred
// thousand purposes, and an outsourcing house ten thousand clients.
#pragma once

#include <cstddef>
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
    /// The values of the phrases that stand in the text, each once, in order of their place in it.
    [[nodiscard]] std::vector<std::size_t> in(std::string_view text) const;

  private:
    struct Phrase {
        std::string text;
        std::size_t value;
    };
    std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
};

/// A name without its legal form, quotes and signs, folded: "ромашка" of `ООО «Ромашка»`, so that names are
/// equal however they are written.
std::string bare_name(std::string_view name);

}  // namespace tracker
