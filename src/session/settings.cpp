// SPDX-License-Identifier: MIT
#include "tracker/session/settings.hpp"

#include <algorithm>

#include "tracker/base/clock.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/session.hpp"

namespace tracker {
namespace {

std::string any_text(const std::string& value) {
    return read_text(value, "the value");
}

std::string zone(const std::string& value) {
    if (!zone_exists(value)) {
        throw InputError(fmt::format(
            "the system doesn't know the time zone '{}': write one like Europe/Moscow", printable(value)));
    }
    return value;
}

std::string day_of_month(const std::string& value) {
    return std::to_string(read_count(value, "the day", 1, 31));
}

std::string blocked_offset(const std::string& value) {
    return std::to_string(read_count(value, "the number of days", 0, 28));
}

std::string offsets(const std::string& value) {
    std::string list;
    for (const int day : read_offsets(value))
        list += fmt::format("{}{}{}", list.empty() ? "" : ",", day > 0 ? "+" : "", day);
    return list;
}

std::string language(const std::string& value) {
    if (!from_text<Language>(value)) {
        throw InputRefusal(Message("error.no-language", {{"text", value}}));
    }
    return value;
}

std::string letter_days(const std::string& value) {
    if (value != "working" && value != "every")
        throw InputRefusal(Message("error.letter-days", {{"text", value}}));
    return value;
}

std::string day(const std::string& value) {
    const auto read = parse_day(value);
    if (!read) {
        throw InputRefusal(Message("error.not-a-date", {{"text", value}}));
    }
    return format(*read);
}

}  // namespace

const std::vector<SettingKind>& setting_kinds() {
    static const std::vector<SettingKind> kinds{
        {"blocked-offset", "5",
         "days before work of ours is due on which a letter says which papers it waits for; 0: never",
         blocked_offset},
        {"firm-name", "", "the firm, as letters name it", any_text},
        {"language", "ru", "ru or en: of screens, and of letters to clients without one of their own",
         language},
        {"letter-days", "working", "whether letters go out on working days or on every day", letter_days,
         "letters-from", "every"},
        {"letters-from", "", "the day from which letters speak; else that of the first 'remind --send'", day},
        {"mail-command", "sendmail -i", "what sends a letter: a program and its options", any_text},
        {"oldest-first-clause", "", "the contracts' clause by which money covers the oldest debt first",
         any_text},
        {"reminder-day", "1", "the day of the month of the monthly reminder", day_of_month},
        {"reminder-offsets", "-1,+1,+3", "days from a due date on which a reminder goes out", offsets},
        {"sender", "", "the address that letters come from", any_text},
        {"time-zone", "Europe/Moscow", "says what today is", zone},
    };
    return kinds;
}

std::vector<int> read_offsets(std::string_view text) {
    std::vector<int> days;
    for (std::size_t at = 0; at <= text.size();) {
        const auto comma = std::min(text.find(',', at), text.size());
        std::string_view one = text.substr(at, comma - at);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.starts_with('+')) one.remove_prefix(1);
        days.push_back(read_count(one, "the offset", -60, 366));
        at = comma + 1;
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

const std::string& setting_in(const std::map<std::string, std::string>& recorded, const std::string& name) {
    static const std::string none;
    const auto found = recorded.find(name);
    if (found != recorded.end()) return found->second;
    for (const SettingKind& kind : setting_kinds()) {
        if (kind.name != name) continue;
        return recorded.contains(std::string(kind.came_after)) ? kind.before : kind.default_value;
    }
    return none;
}

std::vector<std::string_view> settled_with(const std::map<std::string, std::string>& recorded,
                                           std::string_view name) {
    std::vector<std::string_view> names;
    if (recorded.contains(std::string(name))) return names;
    for (const SettingKind& kind : setting_kinds()) {
        if (kind.came_after == name && !recorded.contains(std::string(kind.name))) names.push_back(kind.name);
    }
    return names;
}

}  // namespace tracker
