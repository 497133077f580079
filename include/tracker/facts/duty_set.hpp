// SPDX-License-Identifier: MIT
// A set of kinds of duties that the firm has put together itself.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"
#include "tracker/facts/inputs.hpp"

namespace tracker {

/// What a form of business owes under a tax regime, or because it has staff: the kinds whose lines a contract
/// gets together.
struct DutySet {
    Recorded recorded;
    std::string name;
    std::string title_ru;
    std::string title_en;
    Inputs kinds;  ///< written as a line's inputs are; at least one
    std::string note;
};

template <>
struct Description<DutySet> {
    static constexpr TableTraits table{.name = "duty_set", .file = "sets", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&DutySet::name, {.name = "set", .form = Form::code, .required = true, .key = true}),
        field(&DutySet::title_ru, {.name = "title_ru"}),
        field(&DutySet::title_en, {.name = "title_en"}),
        field(&DutySet::kinds, {.name = "kinds", .required = true}),
        field(&DutySet::note, {.name = "note"}),
    };
};

}  // namespace tracker
