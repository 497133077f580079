// SPDX-License-Identifier: MIT
#include "tracker/reports/kind_titles.hpp"

#include <fmt/format.h>

#include "tracker/base/text.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

std::map<Kind, std::string> titles_of(Session& session, const std::set<Kind>& kinds) {
    const DutyCatalogue catalogue(session.store());
    std::map<Kind, std::string> titles;
    for (const Kind kind : kinds) {
        if (is_standard(kind) || kind == kinds::charge) continue;
        if (const auto title = catalogue.title_of(kind, Language::en))
            titles.emplace(kind, printable(*title));
    }
    return titles;
}

std::string titled(Session& session, const std::string& name, Kind kind) {
    const auto titles = titles_of(session, {kind});
    return titles.empty() ? name : fmt::format("{} ({})", name, titles.begin()->second);
}

std::vector<std::string> title_lines(Session& session, const std::set<Kind>& kinds) {
    std::vector<std::string> lines;
    for (const auto& [kind, title] : titles_of(session, kinds))
        lines.push_back(fmt::format("{}: {}", kind.text(), title));
    return lines;
}

}  // namespace tracker
