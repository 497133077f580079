// SPDX-License-Identifier: MIT
// What was written or said to clients. Which letters are due is decided in rules/reminders.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "tracker/facts/description.hpp"

namespace tracker {

/// What a letter is about: its identity, by which it goes out once (R10).
struct Matter {
    enum class About : std::uint8_t {
        monthly,        ///< the monthly reminder of `period`
        item,           ///< an obligation, `offset` days from its due date
        suspension,     ///< the notice of the suspension that began on `from`
        reinstatement,  ///< the notice that this suspension has ended
        withdrawal,     ///< of the notice of a suspension from `from`, which was none
        part_payment,   ///< money that came on `from` and lifted no suspension
        blocked,        ///< an obligation of ours waits for papers of the client (R7a)
    };
    About about = About::monthly;
    Period period;
    Kind kind;
    std::int64_t entry = 0;  ///< of a one-off charge
    int offset = 0;
    Day from{};
    bool operator==(const Matter&) const = default;
};

/// "monthly 2026-11; statement 2026-10 +1; charge 2026-11 #57 -1; suspension 2026-11-16"; of the other
/// notices "reinstatement 2026-11-16", "withdrawal 2026-11-16", "part-payment 2026-11-20"; of work that waits
/// "blocked vat-return 2026-09"
std::string to_text(const std::vector<Matter>& matters);
/// What to_text wrote; nothing if the text is none of it.
std::optional<std::vector<Matter>> read_matters(std::string_view text);

enum class Means : std::uint8_t { mail, phone, messenger, post, person };
template <>
inline constexpr auto words_of<Means> = words("mail", "phone", "messenger", "post", "person");

/// A letter as it was handed to the mail command, or a notice that went another way. It belongs to a
/// contract.
struct Letter {
    Recorded recorded;
    Day date{};  ///< the day it speaks of
    Means means = Means::mail;
    std::string about;      ///< its matters, as to_text writes them
    std::string recipient;  ///< the address; empty for another means
    std::string subject;
    std::string text;     ///< what people read
    std::string message;  ///< the whole message as it went, with its headers; empty for another means
};

template <>
struct Description<Letter> {
    static constexpr TableTraits table{
        .name = "letter", .owner = "contract", .decides = false, .with_rowid = true};
    static constexpr auto fields = std::tuple{
        field(&Letter::date, {.name = "date"}),
        field(&Letter::means, {.name = "means"}),
        field(&Letter::about, {.name = "about"}),
        field(&Letter::recipient, {.name = "recipient"}),
        field(&Letter::subject, {.name = "subject"}),
        field(&Letter::text, {.name = "text", .stands_last = true}),
        field(&Letter::message, {.name = "message", .stands_last = true}),
    };
};

}  // namespace tracker
