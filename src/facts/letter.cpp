// SPDX-License-Identifier: MIT
#include "tracker/facts/letter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

namespace tracker {
namespace {

constexpr std::string_view between = "; ";

std::string to_text(const Matter& matter) {
    switch (matter.about) {
        case Matter::About::monthly:
            return "monthly " + format(matter.period);
        case Matter::About::suspension:
            return "suspension " + format(matter.from);
        case Matter::About::reinstatement:
            return "reinstatement " + format(matter.from);
        case Matter::About::item:
            break;
    }
    return fmt::format("{} {}{} {:+}", matter.kind.text(), format(matter.period),
                       matter.entry == 0 ? "" : fmt::format(" #{}", matter.entry), matter.offset);
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return words;
}

template <class Integer>
bool read_integer(std::string_view text, Integer& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Matter> read_matter(std::string_view text) {
    const auto words = parts_of(text, " ");
    if (words.size() < 2) return std::nullopt;
    Matter matter;
    if (words[0] == "suspension" || words[0] == "reinstatement") {
        const auto day = parse_day(words[1]);
        if (!day || words.size() > 2) return std::nullopt;
        matter.about = words[0] == "suspension" ? Matter::About::suspension : Matter::About::reinstatement;
        matter.from = *day;
        return matter;
    }
    const auto period = parse_period(words[1]);
    if (!period) return std::nullopt;
    matter.period = *period;
    if (words[0] == "monthly") return words.size() == 2 ? std::optional(matter) : std::nullopt;
    matter.about = Matter::About::item;
    matter.kind = Kind(words[0]);
    const bool one_off = words.size() == 4 && words[2].starts_with('#');
    if (one_off && !read_integer(words[2].substr(1), matter.entry)) return std::nullopt;
    if (words.size() != (one_off ? 4U : 3U) || !Kind::is_slug(words[0])) return std::nullopt;
    if (!read_integer(words.back(), matter.offset)) return std::nullopt;
    return matter;
}

}  // namespace

std::string to_text(const std::vector<Matter>& matters) {
    std::string text;
    for (const Matter& matter : matters) {
        if (!text.empty()) text += between;
        text += to_text(matter);
    }
    return text;
}

std::optional<std::vector<Matter>> read_matters(std::string_view text) {
    std::vector<Matter> matters;
    for (const std::string_view one : parts_of(text, between)) {
        const auto matter = read_matter(one);
        if (!matter) return std::nullopt;
        matters.push_back(*matter);
    }
    return matters;
}

}  // namespace tracker
