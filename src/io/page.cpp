// SPDX-License-Identifier: MIT
#include "tracker/io/page.hpp"

#include <algorithm>
#include <sstream>

#include "style.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

/// The text in lines of at most `columns`, the first with one indent and the others with another.
std::string wrapped(const std::string& text, int columns, const std::string& first,
                    const std::string& others) {
    std::istringstream words(printable(text));
    std::string out = first;
    std::string word;
    int used = width(first);
    bool fresh = true;
    while (std::getline(words, word, ' ')) {
        if (word.empty()) continue;
        const int needed = width(word) + (fresh ? 0 : 1);
        if (!fresh && used + needed > columns) {
            out += '\n';
            out += others;
            out += word;
            used = width(others) + width(word);
            continue;
        }
        out += (fresh ? "" : " ") + word;
        used += needed;
        fresh = false;
    }
    return out + '\n';
}

}  // namespace

std::string to_page(const std::string& title, const Explanation& explanation, int columns, bool colour) {
    columns = std::clamp(columns, 60, 100);
    const Style style(colour);
    std::string page = style.bold(wrapped(title, columns, "", ""));
    for (const Explanation::Section& section : explanation.sections) {
        page += '\n' + style.bold(printable(section.heading)) + '\n';
        for (const std::string& line : section.lines) page += wrapped(line, columns, "  ", "    ");
    }
    return page;
}

}  // namespace tracker
