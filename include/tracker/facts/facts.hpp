// SPDX-License-Identifier: MIT
// What the tracker knows, as plain values. Nothing here is decided: decisions are derived (ledger.hpp).
//
// The model in words. A client is a company that is served under one or more contracts. A contract says from
// when to when, for what fee and on which terms; amendments change the terms from a period on. Schedule lines
// say what must happen each month, by whom and when; each line makes one obligation for each period that the
// contract covers. What then happens is recorded as facts about obligations (fulfilment, extension, waiver)
// and about money (payment, credit, one-off charge), or as a manual suspension. Bank lines are what the bank
// said, whatever became of them.
//
// Each fact says when it was recorded; the day it speaks of is its own field. Those are the two clocks of
// every question.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/dates.hpp"
#include "tracker/base/money.hpp"

namespace tracker {

using ChangeNumber = std::int64_t;
using ClientId = std::int64_t;
using ContractId = std::int64_t;

/// The record clock of a fact. `entry` orders facts as they were entered; a fact that an undo brings back
/// keeps it.
struct Recorded {
    std::int64_t entry = 0;
    ChangeNumber added = 0;
};

/// The kind of an obligation, a slug of 1 to 23 characters `a-z0-9-`. A value of fixed size: ledgers compare
/// it often.
class Kind {
  public:
    constexpr Kind() = default;
    /// The text must be a slug (is_slug).
    constexpr explicit Kind(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && i + 1 < letters_.size(); ++i) letters_[i] = text[i];
    }
    static bool is_slug(std::string_view text);
    [[nodiscard]] std::string_view text() const { return letters_.data(); }
    bool operator==(const Kind& other) const {
        return std::memcmp(letters_.data(), other.letters_.data(), sizeof letters_) == 0;
    }
    auto operator<=>(const Kind& other) const {
        return std::memcmp(letters_.data(), other.letters_.data(), sizeof letters_) <=> 0;
    }

  private:
    std::array<char, 24> letters_{};
};

namespace kinds {
inline constexpr Kind statement{"statement"};
inline constexpr Kind documents{"documents"};
inline constexpr Kind salary{"salary"};
inline constexpr Kind advance{"advance"};
inline constexpr Kind payment{"payment"};  ///< the fee; fulfilled by money alone
inline constexpr Kind charge{"charge"};    ///< a one-off charge shown as an obligation; no kind of a line
}  // namespace kinds

enum class OwedBy : std::uint8_t { client, us };
enum class Convention : std::uint8_t { none, following, preceding };
enum class Language : std::uint8_t { ru, en };
enum class HolidayKind : std::uint8_t { holiday, workday, short_day };

struct Client {
    Recorded recorded;
    ClientId id = 0;
    std::string code;  ///< a slug; how people and scripts name the client
    std::string name;
    std::string tax_id;  ///< INN: 10 or 12 digits, or empty
    std::string email;
    std::string phone;
    Language language = Language::ru;
    std::string note;
};

/// The engagement with the terms that hold at its start.
struct Contract {
    Recorded recorded;
    ContractId id = 0;
    ClientId client = 0;
    std::string number;
    std::optional<Day> signed_on;
    Day starts{};
    std::optional<Day> ends;  ///< the last day in force
    std::string currency = "RUB";
    Money fee;  ///< a month
    int pay_day = 10;
    int grace = 5;   ///< calendar days
    int resume = 0;  ///< working days
    std::string clause;

    /// R1: both ends included.
    [[nodiscard]] bool in_force(Day day) const { return starts <= day && day <= ends.value_or(latest_day); }
    [[nodiscard]] bool covers(Period period) const {
        return period_of(starts) <= period && period <= period_of(ends.value_or(latest_day));
    }
};

/// Terms that hold from a period on; what is empty stays as it was.
struct Amendment {
    Recorded recorded;
    Period from;
    std::optional<Money> fee;
    std::optional<int> grace;
    std::optional<int> resume;
};

/// How a line's due dates come about: the day of the month `offset` months after the period, moved by the
/// convention.
struct Line {
    OwedBy owed_by = OwedBy::client;
    int offset = 0;
    int day = 1;
    Convention convention = Convention::none;
    bool operator==(const Line&) const = default;
};

/// The contract's line of a kind from a period on; without a line, the kind is dropped.
struct ScheduleLine {
    Recorded recorded;
    Kind kind;
    Period from;
    std::optional<Line> line;
};

struct Fulfilment {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    std::string note;
};

/// A later due date for one obligation, granted on `date`.
struct Extension {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    Day until{};
    std::string reason;
};

struct Waiver {
    Recorded recorded;
    Kind kind;
    Period period;
    Day date{};
    std::string reason;
};

/// A one-off charge: work out of scope.
struct Charge {
    Recorded recorded;
    Day date{};
    Day due{};
    Money amount;
    std::string text;
};

/// Money received; negative is a refund. `bank_line` names the line of a statement that it came from, 0 if
/// none.
struct Payment {
    Recorded recorded;
    Day date{};
    Money amount;
    std::string reference;
    std::string source;
    std::int64_t bank_line = 0;
};

/// Forgiven money; counts like a payment.
struct Credit {
    Recorded recorded;
    Day date{};
    Money amount;
    std::string reference;
    std::string source;
};

/// A manual suspension [from, until), counted from `date` on; a later record of the same `from` replaces it
/// (R6).
struct ManualSuspension {
    Recorded recorded;
    Day date{};
    Day from{};
    std::optional<Day> until;
    std::string reason;
};

struct Holiday {
    Recorded recorded;
    Day date{};
    HolidayKind kind = HolidayKind::holiday;
    std::string name;
};

/// What the firm has chosen: its name, its time zone, the day of the monthly reminder.
struct Setting {
    Recorded recorded;
    std::string name;
    std::string value;
};

}  // namespace tracker
