// SPDX-License-Identifier: MIT
// Facts as rows of a CSV file, both ways: the columns, a fact's cells, and a fact from cells.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/fields.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/views/rows.hpp"

namespace tracker {

/// What a fact's file is called, and whether its rows begin with the client and the contract.
template <class Fact>
struct FileOf;
#define TRACKER_FILE(Fact, file, of_contract)               \
    template <>                                             \
    struct FileOf<Fact> {                                   \
        static constexpr std::string_view name = file;      \
        static constexpr bool about_contract = of_contract; \
    }
TRACKER_FILE(Client, "clients", false);
TRACKER_FILE(Contract, "contracts", true);
TRACKER_FILE(Amendment, "terms", true);
TRACKER_FILE(ScheduleLine, "schedule", true);
TRACKER_FILE(Fulfilment, "fulfilments", true);
TRACKER_FILE(Payment, "payments", true);
TRACKER_FILE(Charge, "charges", true);
TRACKER_FILE(Credit, "credits", true);
TRACKER_FILE(Extension, "extensions", true);
TRACKER_FILE(Waiver, "waivers", true);
TRACKER_FILE(ManualSuspension, "suspensions", true);
TRACKER_FILE(Holiday, "holidays", false);
#undef TRACKER_FILE

/// The words for WHAT, those that others rest on first.
inline constexpr std::string_view fact_files[] = {"clients",     "contracts", "terms",       "schedule",
                                                  "fulfilments", "payments",  "charges",     "credits",
                                                  "extensions",  "waivers",   "suspensions", "holidays"};

/// Collects the columns' names.
struct ColumnsOfFile {
    std::vector<std::string> names;
    template <class Field>
    void operator()(std::string_view name, const Field&) {
        names.emplace_back(name);
    }
    template <class Integer>
    void operator()(std::string_view, const LineColumn<Integer>&) {}
    void operator()(std::string_view, const std::optional<Line>&) {
        names.insert(names.end(), {"owed_by", "offset", "day", "convention"});
    }
};

template <class Fact>
std::vector<std::string> columns_of_file() {
    ColumnsOfFile columns;
    const Fact fact{};
    if (FileOf<Fact>::about_contract) columns.names = {"client", "contract"};
    visit_fields(fact, columns);
    if constexpr (std::is_same_v<Fact, Contract>)
        columns.names.erase(columns.names.begin() + 2);  // its number
    return columns.names;
}

/// Appends the cells of a fact's own fields (not the client and the contract).
class CellsOfFact {
  public:
    CellsOfFact(std::vector<Cell>& cells, const std::string& currency) : cells_(cells), currency_(currency) {}

    void operator()(std::string_view, const std::string& value) { cells_.emplace_back(value); }
    void operator()(std::string_view, int value) { cells_.emplace_back(std::int64_t{value}); }
    void operator()(std::string_view, Day value) { cells_.emplace_back(value); }
    void operator()(std::string_view, Period value) { cells_.emplace_back(value); }
    void operator()(std::string_view, Money value) { cells_.emplace_back(value); }
    void operator()(std::string_view, Kind value) { cells_.emplace_back(std::string(value.text())); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view, Enum value) { cells_.emplace_back(std::string(text(value))); }
    void operator()(std::string_view, const CurrencyColumn&) { cells_.emplace_back(currency_); }
    template <class Integer>
    void operator()(std::string_view, const LineColumn<Integer>&) {}
    template <class Value>
    void operator()(std::string_view name, const std::optional<Value>& value) {
        if (value) {
            (*this)(name, *value);
        } else {
            cells_.emplace_back();
        }
    }
    void operator()(std::string_view name, const std::optional<Line>& line) {
        if (!line) {
            cells_.resize(cells_.size() + 4);
            return;
        }
        (*this)(name, line->owed_by);
        (*this)(name, line->offset);
        (*this)(name, line->day);
        (*this)(name, line->convention);
    }

  private:
    std::vector<Cell>& cells_;
    const std::string& currency_;
};

/// The cells of a row of a file, by column; reads a fact's fields from them. Throws InputError naming the
/// column.
class FactFromCells {
  public:
    /// The columns in the order of the file; some may be missing.
    FactFromCells(const std::vector<std::string>& columns, const std::vector<std::string>& cells)
        : columns_(columns), cells_(cells) {}

    [[nodiscard]] const std::string& cell(std::string_view name) const {
        static const std::string none;
        const auto at =
            static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
        return at < columns_.size() && at < cells_.size() ? cells_[at] : none;
    }

    void operator()(std::string_view name, std::string& value) const {
        if (!cell(name).empty()) value = cell(name);
    }
    void operator()(std::string_view name, int& value) const {
        const std::string& text = cell(name);
        if (text.empty()) return;
        const auto number = parse_number(text);
        if (!number) throw InputError(fmt::format("{} '{}' is not a whole number", name, printable(text)));
        value = *number;
    }
    void operator()(std::string_view name, Day& value) const {
        const auto day = parse_day(needed(name));
        if (!day) read_day_of_file(name, cell(name));
        value = *day;
    }
    void operator()(std::string_view name, Period& value) const {
        const auto period = parse_period(needed(name));
        if (!period) {
            throw InputError(
                fmt::format("{} '{}' is not a period: write 2026-11", name, printable(cell(name))));
        }
        value = *period;
    }
    void operator()(std::string_view name, Money& value) const {
        const auto amount = parse_money(needed(name));
        if (!amount) {
            throw InputError(
                fmt::format("{} '{}' {}", name, printable(cell(name)), why_not_money(cell(name))));
        }
        value = *amount;
    }
    void operator()(std::string_view name, Kind& value) const {
        if (!Kind::is_slug(needed(name))) {
            throw InputError(fmt::format("{} '{}' is not a word of 1 to 23 of a-z, 0-9 and '-'", name,
                                         printable(cell(name))));
        }
        value = Kind{cell(name)};
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum& value) const {
        const std::string& text = cell(name);
        if (text.empty()) return;
        const auto found = from_text<Enum>(text);
        if (!found) {
            throw InputError(fmt::format("{} '{}' is not one of {}", name, printable(text),
                                         fmt::join(words_of<Enum>, ", ")));
        }
        value = *found;
    }
    void operator()(std::string_view, const CurrencyColumn&) const {}
    template <class Integer>
    void operator()(std::string_view, const LineColumn<Integer>&) const {}
    template <class Value>
    void operator()(std::string_view name, std::optional<Value>& value) const {
        if (!cell(name).empty()) (*this)(name, value.emplace());
    }
    void operator()(std::string_view, std::optional<Line>& line) const {
        int filled = 0;
        for (const std::string_view name : {"owed_by", "offset", "day", "convention"})
            filled += !cell(name).empty();
        if (filled == 0) return;
        if (filled < 4)
            throw InputError(
                "owed_by, offset, day and convention go together: fill all four, or none to drop the kind");
        Line& read = line.emplace();
        (*this)("owed_by", read.owed_by);
        (*this)("offset", read.offset);
        (*this)("day", read.day);
        (*this)("convention", read.convention);
    }

  private:
    static std::optional<int> parse_number(std::string_view text) {
        const bool negative = text.starts_with('-');
        if (negative || text.starts_with('+')) text.remove_prefix(1);
        if (text.empty() || text.size() > 6) return std::nullopt;
        int value = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return negative ? -value : value;
    }

    /// Throws with the reason: a date of a file is a full one, and words like "today" mean nothing in it.
    [[noreturn]] static void read_day_of_file(std::string_view name, const std::string& text) {
        if (text.size() == 10) {
            try {
                static_cast<void>(tracker::read_day(text, Day{}));
            } catch (const InputError& error) {
                const std::string_view what = error.what();  // "date '2026-02-30' does not exist"
                throw InputError(
                    fmt::format("{} {}", name, what.starts_with("date ") ? what.substr(5) : what));
            }
        }
        throw InputError(fmt::format("{} '{}' is not a date: write 2026-11-05", name, printable(text)));
    }

    [[nodiscard]] const std::string& needed(std::string_view name) const {
        if (cell(name).empty()) throw InputError(fmt::format("{} is empty", name));
        return cell(name);
    }

    const std::vector<std::string>& columns_;
    const std::vector<std::string>& cells_;
};

}  // namespace tracker
