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
constexpr std::string_view blocked = "blocked";

/// Notices are known by a day.
struct NoticeName {
    Matter::About about;
    std::string_view name;
};
constexpr NoticeName notice_names[] = {{Matter::About::suspension, "suspension"},
                                       {Matter::About::reinstatement, "reinstatement"},
                                       {Matter::About::withdrawal, "withdrawal"},
                                       {Matter::About::part_payment, "part-payment"}};

std::string to_text(const Matter& matter) {
    for (const NoticeName& notice : notice_names) {
        if (notice.about == matter.about) return fmt::format("{} {}", notice.name, format(matter.from));
    }
    if (matter.about == Matter::About::monthly) return "monthly " + format(matter.period);
    if (matter.about == Matter::About::blocked)
        return fmt::format("{} {} {}", blocked, matter.kind.text(), format(matter.period));
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

/// A notice or a monthly letter, which are of two words, where an item has three or four.
std::optional<Matter> read_pair(std::string_view name, std::string_view when) {
    Matter matter;
    if (name == "monthly") {
        const auto period = parse_period(when);
        if (period) matter.period = *period;
        return period ? std::optional(matter) : std::nullopt;
    }
    for (const NoticeName& notice : notice_names) {
        if (notice.name != name) continue;
        const auto day = parse_day(when);
        if (!day) return std::nullopt;
        matter.about = notice.about;
        matter.from = *day;
        return matter;
    }
    return std::nullopt;
}

std::optional<Matter> read_matter(std::string_view text) {
    const auto words = parts_of(text, " ");
    if (words.size() == 2) return read_pair(words[0], words[1]);
    if (words.size() == 3 && words[0] == blocked && !parse_period(words[1])) {
        const auto period = parse_period(words[2]);
        if (!period || !Kind::is_slug(words[1])) return std::nullopt;
        return Matter{Matter::About::blocked, *period, Kind(words[1]), 0, 0, {}};
    }
    const bool one_off = words.size() == 4 && words[2].starts_with('#');
    if (words.size() != (one_off ? 4U : 3U) || !Kind::is_slug(words[0])) return std::nullopt;
    const auto period = parse_period(words[1]);
    if (!period) return std::nullopt;
    Matter matter;
    matter.about = Matter::About::item;
    matter.kind = Kind(words[0]);
    matter.period = *period;
    if (one_off && !read_integer(words[2].substr(1), matter.entry)) return std::nullopt;
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
