// SPDX-License-Identifier: MIT
// The letters of the invented cases as the program's own templates write them.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "letters/letter_cases.hpp"
#include "tracker/letters/letter_text.hpp"

namespace tracker {

using Sort = LetterDue::Sort;

inline LetterCase find_case(Sort sort, std::string_view name) {
    for (LetterCase& one : letter_cases(sort)) {
        if (one.name == name) return std::move(one);
    }
    throw std::runtime_error("no case " + std::string(name));
}

inline LetterText built_in(const LetterCase& one, Language language) {
    return render_letter(built_in_template(one.letter.sort, language), one.letter, one.parties(language));
}

/// Subject, blank line, text, with "~" for each no-break space.
inline std::string shown(const LetterText& letter) {
    std::string all = letter.subject + "\n\n" + letter.text;
    for (std::size_t at; (at = all.find("\u00a0")) != std::string::npos;) all.replace(at, 2, "~");
    return all;
}

inline std::string letter(Sort sort, std::string_view name, Language language) {
    return shown(built_in(find_case(sort, name), language));
}

}  // namespace tracker
