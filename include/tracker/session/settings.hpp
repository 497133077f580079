// SPDX-License-Identifier: MIT
// What the firm can choose, with defaults and what each value must look like.
#pragma once

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
};

const std::vector<SettingKind>& setting_kinds();

/// "-1,+1,+3" as days, ascending, each once: negative before a due date (R10). Throws InputError for anything
/// else.
std::vector<int> read_offsets(std::string_view text);

/// The default of a setting that exists.
const std::string& default_setting(const std::string& name);

}  // namespace tracker
