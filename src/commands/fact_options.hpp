// SPDX-License-Identifier: MIT
// The arguments of the commands that record one fact, of which each declares those that it takes, and how the
// values are read that several have.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"

namespace tracker {

/// The value of an option that has words to choose from. Throws InputError that names them.
template <class Word>
Word read_word(std::string_view option, const std::string& text) {
    if (const auto word = from_text<Word>(text)) return *word;
    const std::vector<std::string> words(words_of<Word>.begin(), words_of<Word>.end());
    throw InputError(fmt::format("{} '{}' is not {}", option, printable(text), enumerated(words, " or ")));
}

struct FactOptions {
    std::string client, kind, period, amount, due, text, until, from, reason;
    std::optional<std::string> some_period, some_until, number, reference, note;
};

inline void declare_contract(Arguments& arguments, FactOptions& options) {
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

inline void declare_client(Arguments& arguments, FactOptions& options) {
    arguments.required("CLIENT", options.client, "help.client");
}

/// For commands that ask nothing but whose contract it is.
inline void declare_whose(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    declare_contract(arguments, options);
}

}  // namespace tracker
