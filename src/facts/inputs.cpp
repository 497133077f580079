// SPDX-License-Identifier: MIT
#include "tracker/facts/inputs.hpp"

#include <algorithm>

namespace tracker {

Inputs::Inputs(std::vector<Kind> kinds) : kinds_(std::move(kinds)) {
    std::sort(kinds_.begin(), kinds_.end());
    kinds_.erase(std::unique(kinds_.begin(), kinds_.end()), kinds_.end());
}

std::optional<Inputs> Inputs::parse(std::string_view text) {
    constexpr std::string_view gaps = " ,";
    std::vector<Kind> kinds;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(gaps), text.size()));
        if (text.empty()) break;
        const std::string_view word = text.substr(0, text.find_first_of(gaps));
        if (!Kind::is_slug(word)) return std::nullopt;
        kinds.emplace_back(word);
        text.remove_prefix(word.size());
    }
    return Inputs(std::move(kinds));
}

std::string Inputs::to_text() const {
    std::string text;
    for (const Kind kind : kinds_) {
        if (!text.empty()) text += ' ';
        text += kind.text();
    }
    return text;
}

bool Inputs::has(Kind kind) const {
    return std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end();
}

}  // namespace tracker
