// SPDX-License-Identifier: MIT
// The sentences of each language by their names. A line of src/said/en.txt or ru.txt is one of them,
// `name = text`, in the order of names:
//
//     {what}              the argument of that name
//     {days:day|days}     a count with its word in the right form; {days:=day|days} the word alone
//     {period:genitive}   a period, a sum, a kind or an obligation in a form of the language (speech.hpp)
//     {state:word}        the language's name for a word of the data; {nth:th} a number in order
//     {items:and}         several messages, the last after "and"; otherwise commas part them
//     {until? until {until}}    only where there is such an argument: not empty, not 0
//     {until! for good}         only where there is none
//     {by=us?we|they}           by the value of a word of the data: what is behind `|` else
#pragma once

#include <optional>
#include <string_view>

#include "tracker/facts/client.hpp"

namespace tracker {

/// All sentences of a language, as the file has them.
std::string_view catalogue(Language language);

/// The text of a sentence; nothing if the language has none of this name.
std::optional<std::string_view> sentence(Language language, std::string_view name);

}  // namespace tracker
