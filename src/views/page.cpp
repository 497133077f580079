// SPDX-License-Identifier: MIT
#include "tracker/views/page.hpp"

#include <algorithm>

#include "tracker/base/text.hpp"
#include "views/style.hpp"

namespace tracker {
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
