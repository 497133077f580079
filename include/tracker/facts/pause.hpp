// SPDX-License-Identifier: MIT
// An interval in which service is paused, and why (R6): the words in which the past of a contract is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "tracker/facts/description.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/facts/words.hpp"

namespace tracker {

enum class Reason : std::uint8_t { manual, no_payment };
template <>
inline constexpr auto words_of<Reason> = words("manual", "no-payment");

/// Suspensions that overlap or touch, as one interval (R6). No `until`: not known to end.
struct Pause {
    Day from{};
    std::optional<Day> until;
    [[nodiscard]] bool holds(Day day) const { return from <= day && (!until || day < *until); }
};

/// One suspension for non-payment (R6) or one manual suspension, not united.
struct Suspension {
    Reason reason = Reason::no_payment;
    Day from{};
    std::optional<Day> until;       ///< the first day of service again; may be later than the day asked for
    std::optional<Day> cleared_on;  ///< R6's c, for non-payment
    // The reason with its figures. For non-payment: the charge whose deadline passed, and what was missing
    // then.
    Kind cause_kind;
    Period cause_period;
    Day cause_due{};
    Day cause_deadline{};
    Money cause_outstanding;
    std::string text;  ///< the recorded reason of a manual suspension
    /// Whether service is paused by it on the day.
    [[nodiscard]] bool holds(Day day) const { return Pause{from, until}.holds(day); }
};

/// As it is brought forward: one for non-payment.
template <>
struct Description<Suspension> {
    static constexpr TableTraits table{.name = "suspended", .entry_decides = false};
    static constexpr auto fields = std::tuple{
        field(&Suspension::from, {.name = "from", .derived = true}),
        field(&Suspension::until, {.name = "until", .derived = true}),
        field(&Suspension::cleared_on, {.name = "cleared_on", .derived = true}),
        field(&Suspension::cause_kind, {.name = "kind"}),
        field(&Suspension::cause_period, {.name = "period", .derived = true}),
        field(&Suspension::cause_due, {.name = "due", .derived = true}),
        field(&Suspension::cause_deadline, {.name = "deadline", .derived = true}),
        field(&Suspension::cause_outstanding, {.name = "outstanding", .derived = true}),
    };
};

}  // namespace tracker
