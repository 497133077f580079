// SPDX-License-Identifier: MIT
// What the firm can choose, with defaults and what each value must look like.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

struct SettingKind {
    std::string_view name;
    std::string default_value;
    std::string_view meaning;
    /// Throws InputError if the value is not one; may return it in a better form.
    std::string (*read)(const std::string& value);
    /// The setting that was there before this one: a practice that has recorded it, but not this, is of that
    /// time, and keeps to `before`. With that setting this one is recorded from now on.
    std::string_view came_after{};
    std::string before{};
};

const std::vector<SettingKind>& setting_kinds();

/// "-1,+1,+3" as days, ascending, each once: negative before a due date (R10). Throws InputError for anything
/// else.
std::vector<int> read_offsets(std::string_view text);

/// What a setting is where these are recorded: what is recorded of it, else its default.
const std::string& setting_in(const std::map<std::string, std::string>& recorded, const std::string& name);

/// The settings that are to be recorded with this one, so that their defaults of today hold on.
std::vector<std::string_view> settled_with(const std::map<std::string, std::string>& recorded,
                                           std::string_view name);

}  // namespace tracker
