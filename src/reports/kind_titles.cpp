// SPDX-License-Identifier: MIT
#include "tracker/reports/kind_titles.hpp"

#include <memory>

#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

std::map<Kind, std::string> titles_of(Session& session, const std::set<Kind>& kinds) {
    const DutyCatalogue catalogue(session.store());
    std::map<Kind, std::string> titles;
    for (const Kind kind : kinds) {
        if (is_standard(kind) || kind == kinds::charge) continue;
        if (auto title = catalogue.title_of(kind, session.speech().language()))
            titles.emplace(kind, std::move(*title));
    }
    return titles;
}

Speech::Titles russian_titles(Session& session) {
    return [&session, catalogue = std::shared_ptr<DutyCatalogue>()](Kind kind) mutable {
        if (!catalogue) catalogue = std::make_shared<DutyCatalogue>(session.store());
        return catalogue->title_of(kind, Language::ru);
    };
}

Message titled(Session& session, Message name, Kind kind) {
    if (session.speech().language() == Language::ru) return name;
    const auto titles = titles_of(session, {kind});
    if (titles.empty()) return name;
    return Message("item.titled", {{"item", std::move(name)}, {"title", titles.begin()->second}});
}

std::vector<Message> title_lines(Session& session, const std::set<Kind>& kinds) {
    std::vector<Message> lines;
    if (session.speech().language() == Language::ru) return lines;
    for (const auto& [kind, title] : titles_of(session, kinds))
        lines.push_back(Message("why.kind", {{"kind", kind}, {"title", title}}));
    return lines;
}

}  // namespace tracker
