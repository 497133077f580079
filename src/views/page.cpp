// SPDX-License-Identifier: MIT
#include "tracker/views/page.hpp"

#include <algorithm>

#include "tracker/base/text.hpp"
#include "views/style.hpp"

namespace tracker {
std::string to_page(const Message& title, const Explanation& explanation, const Speech& speech, int columns,
                    bool colour) {
    columns = std::clamp(columns, 60, 100);
    const Style style(colour);
    std::string page = style.bold(wrapped(speech(title), columns, "", ""));
    for (const Explanation::Section& section : explanation.sections) {
        page += '\n' + style.bold(speech(section.heading)) + '\n';
        for (const Message& line : section.lines) page += wrapped(speech(line), columns, "  ", "    ");
    }
    return page;
}

}  // namespace tracker
