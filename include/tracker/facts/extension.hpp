// SPDX-License-Identifier: MIT
// An obligation that may be met later.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A later due date for one obligation, granted on `date`.
struct Extension {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    Day until{};
    std::string reason;
};

template <>
struct Description<Extension> {
    static constexpr TableTraits table{.name = "extension", .owner = "contract", .file = "extensions"};
    static constexpr auto fields = std::tuple{
        field(&Extension::kind, {.name = "kind", .required = true}),
        field(&Extension::period, {.name = "period", .required = true}),
        field(&Extension::date, {.name = "date", .required = true}),
        field(&Extension::until, {.name = "until", .required = true}),
        field(&Extension::reason, {.name = "reason"}),
    };
    static auto order(const Extension& fact) { return std::tuple(fact.date, fact.recorded.entry); }
};

}  // namespace tracker
