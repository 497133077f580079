// SPDX-License-Identifier: MIT
// A kind of duty that the firm has described itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "tracker/facts/schedule_line.hpp"

namespace tracker {

/// How sure it is that the due dates are those of the law.
enum class Certainty : std::uint8_t {
    verified,  ///< found in two sources that don't rest on each other
    partly,    ///< in one
};
template <>
inline constexpr auto words_of<Certainty> = words("verified", "partly");

/// What a kind is called, and the line that contracts get of it; without a line, it has a name alone, as what
/// is due by event has.
struct DutyKind {
    Recorded recorded;
    Kind kind;
    std::string title_ru;
    std::string title_en;
    std::optional<Line> line;
    std::string source;  ///< the article that says so
    Certainty status = Certainty::verified;
    std::string note;  ///< whom it concerns, and what to mind
};

template <>
struct Description<DutyKind> {
    static constexpr TableTraits table{.name = "duty_kind", .file = "kinds", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&DutyKind::kind, {.name = "kind", .required = true, .key = true}),
        field(&DutyKind::title_ru, {.name = "title_ru"}),
        field(&DutyKind::title_en, {.name = "title_en"}),
        line_fields(&DutyKind::line, "have a title alone"),
        field(&DutyKind::source, {.name = "source"}),
        field(&DutyKind::status, {.name = "status"}),
        field(&DutyKind::note, {.name = "note"}),
    };
};

}  // namespace tracker
