// SPDX-License-Identifier: MIT
// What the firm has chosen.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// What the firm has chosen: its name, its time zone, the day of the monthly reminder.
struct Setting {
    Recorded recorded;
    std::string name;
    std::string value;
};

template <>
struct Description<Setting> {
    static constexpr TableTraits table{.name = "setting", .view = "settings"};
    static constexpr auto fields = std::tuple{
        field(&Setting::name, {.name = "name"}),
        field(&Setting::value, {.name = "value"}),
    };
};

}  // namespace tracker
